from jinja2 import DictLoader, Environment, StrictUndefined, Template, TemplateSyntaxError, UndefinedError, select_autoescape
from markupsafe import Markup, escape

print(Template("Hello {{ name|upper }}, {{ 2 ** 5 }}!").render(name="Ada"))
env = Environment(
    loader=DictLoader({
        "base.html": "<title>{% block title %}Site{% endblock %}</title>\n{% block body %}{% endblock %}",
        "page.html": """{% extends "base.html" %}{% from "macros.html" import field %}
{% block title %}{{ super() }}: {{ title }}{% endblock %}
{% block body %}
<ul>
{% for bird in birds if bird.weight is defined %}
  <li class="{{ loop.cycle('odd', 'even') }}">{{ loop.index }}. {{ bird.name }}{{ "," if not loop.last }} {{ bird.weight|round(1) }} kg</li>
{% else %}
  <li>none</li>
{% endfor %}
</ul>
{{ field("name", "<Zoë>") }}
{% set total = birds|map(attribute="weight")|sum %}
Total: {{ "%.2f"|format(total) }} {{ birds|length }} {{ birds|sort(attribute="name")|map(attribute="name")|join(" & ") }}
{% include "foot.html" ignore missing %}
{% endblock %}""",
        "macros.html": '{% macro field(name, value="") %}<input name="{{ name }}" value="{{ value }}">{% endmacro %}',
    }),
    autoescape=select_autoescape(["html"]), trim_blocks=True, lstrip_blocks=True)
print(env.get_template("page.html").render(title="Birds", birds=[
    {"name": "Owl", "weight": 0.52}, {"name": "Ibis", "weight": 1.26}, {"name": "Crane", "weight": 5}]))
env.filters["reverse_words"] = lambda text: " ".join(reversed(text.split()))
env.tests["long"] = lambda text: len(text) > 5
env.globals["year"] = 2026
print(env.from_string("{{ 'a b c'|reverse_words }} {{ 'owl' is long }} {{ year }} {{ x|default('no x') }}").render())
print(escape("<b> & 'x'"), Markup("<b>%s</b>") % "<i>", Markup("<b>a</b> &amp;").striptags())
try:
    Environment(undefined=StrictUndefined).from_string("{{ missing.name }}").render()
except UndefinedError as error:
    print(error)
try:
    env.from_string("{% for x in %}\n{% endfor %}")
except TemplateSyntaxError as error:
    print(error.message, error.lineno)
print(env.from_string("{% filter upper %}owl{% endfilter %} {{ [3, 1, 2]|sort|list }} {{ range(3)|list }} {{ {'a': 1}|tojson }}").render())
print(env.from_string("{% set ns = namespace(n=0) %}{% for i in range(5) %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}").render())
