import click
from click.testing import CliRunner


@click.group(help="Tools for birds.")
@click.version_option("1.2", prog_name="birds")
@click.option("--verbose", "-v", count=True, help="Say more.")
@click.pass_context
def cli(context, verbose):
    context.obj = {"verbose": verbose}


@cli.command()
@click.argument("name")
@click.option("--times", default=1, show_default=True, type=click.IntRange(1, 5), help="How often.")
@click.option("--loud/--quiet", default=False)
@click.pass_obj
def greet(obj, name, times, loud):
    """Greets NAME."""
    for _ in range(times):
        text = f"Hello {name}"
        click.echo(text.upper() if loud else text)
    click.echo(f"verbose={obj['verbose']}", err=False)


@cli.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True))
@click.option("--kind", type=click.Choice(["owl", "ibis"], case_sensitive=False), required=True)
@click.option("--weight", type=float, envvar="WEIGHT")
def weigh(files, kind, weight):
    click.secho(f"{kind} {weight} {list(files)}", fg="green", bold=True)


@cli.command()
def ask():
    name = click.prompt("Your name", default="nobody")
    if click.confirm("Sure?"):
        click.echo(f"Hi {name}")
    else:
        raise click.ClickException("not sure")


runner = CliRunner()
for words, given in [(["--help"], None), (["greet", "--help"], None), (["-vv", "greet", "Ada", "--times", "2", "--loud"], None),
                     (["greet"], None), (["greet", "Ada", "--times", "9"], None), (["gret", "Ada"], None), (["--version"], None),
                     (["weigh", "--kind", "OWL", "--weight", "x"], None), (["weigh", "--kind", "eagle"], None),
                     (["weigh", "--kind", "Owl", "missing.txt"], None), (["ask"], "Ada\ny\n"), (["ask"], "\nn\n")]:
    result = runner.invoke(cli, words, input=given)
    print("$", *words, "->", result.exit_code)
    print(result.output)
with runner.isolated_filesystem():
    open("a.txt", "w").close()
    print(runner.invoke(cli, ["weigh", "a.txt", "--kind", "ibis"], env={"WEIGHT": "1.5"}).output)
print(repr(click.style("red", fg="red")), click.unstyle("\x1b[31mred\x1b[0m"), cli.commands.keys())
