import io

from rich.console import Console
from rich.markdown import Markdown
from rich.panel import Panel
from rich.progress import track
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

console = Console(width=60, force_terminal=False, file=None, legacy_windows=False)
console.print("[bold red]Hello[/bold red] [link=https://example.org]world[/link] :owl:", 42, {"a": [1, 2]})
table = Table(title="Birds", caption="in the park")
table.add_column("Name", style="cyan", no_wrap=True)
table.add_column("Weight", justify="right")
table.add_row("Owl", "0.5")
table.add_row("Ibis", "[green]1.3[/green]")
console.print(table)
console.print(Panel("In a [i]box[/i] that is wrapped when the text is longer than the box is wide", title="Title", expand=False))
tree = Tree("root")
branch = tree.add("branch")
branch.add("leaf")
tree.add("other")
console.print(tree)
console.print(Markdown("# Title\n\n* one\n* *two*\n\n> quoted\n\n```python\nx = 1\n```\n\n1. a\n2. b"))
console.print(Syntax("def f(x):\n    return x + 1", "python", line_numbers=True))
text = Text("A text in which words are marked")
text.highlight_words(["words"], "bold")
console.print(text, justify="right")
console.rule("Rule")
console.print_json('{"name": "Owl", "list": [1, 2, null, true]}')
colours = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=40, legacy_windows=False)
colours.print("[bold blue on white]styled[/] and [underline]more[/]")
print(repr(colours.file.getvalue()))
console.print([list(range(10)), "x" * 30, {"key": "value" * 8}])
print(sum(track(range(5), auto_refresh=False, console=Console(file=io.StringIO()))))
from rich.pretty import pretty_repr
print(pretty_repr({"a": list(range(30)), "b": {"c": "d" * 40}}, max_width=50))
try:
    console.print("[bold]never [/closed]")
except Exception as error:
    print(type(error).__name__, error)
