import textwrap
from string import Template

letter = Template("""Dear $name,
you owe us $$${amount} for $count ${thing}s.""")
for customer in [dict(name="Ann", amount="12.50", count=3, thing="book"), dict(name="Bob", amount="1", count=1, thing="pen")]:
    print(letter.substitute(customer))
print(letter.safe_substitute(name="Eve"))
try:
    letter.substitute(name="Eve")
except KeyError as error:
    print("missing", error)
text = "Beautiful is better than ugly. Explicit is better than implicit. Simple is better than complex."
print(textwrap.fill(text, width=40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, width=30, placeholder=" ..."))
print(textwrap.dedent("""
    if x:
        y()
    """))
print(textwrap.indent("a\nb", "> "))
