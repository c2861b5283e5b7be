import re

import pygal
from pygal.style import DarkStyle, Style

bar = pygal.Bar(title="Birds & <trees>", x_title="Month", y_title="Count", legend_at_bottom=True, print_values=True)
bar.x_labels = ["Jan", "Feb", "Mar"]
bar.add("Owl", [1, 3, 2])
bar.add("Ibis", [2, None, 4.5])
svg = bar.render(is_unicode=True, disable_xml_declaration=True)
print(len(svg) > 5000, svg.count("<rect"), re.findall(r"<title>.*?</title>", svg))
print(sorted(set(re.findall(r'class="([a-z_]+)', svg)))[:20])
print(re.findall(r">([\d.]+)</text>", svg))
pie = pygal.Pie(inner_radius=0.4, style=DarkStyle)
for name, share in [("Python", 60), ("Other", 30), ("None", 10)]:
    pie.add(name, share)
drawn = pie.render().decode()
print(drawn.startswith("<?xml"), drawn.count("<path"), "Python" in drawn)
line = pygal.Line(style=Style(colors=("#ff0000", "#00ff00")), show_dots=False, fill=True)
line.add("sin", [round(x * x / 10, 2) for x in range(10)])
print(line.render_sparktext(), line.render().decode().count("path"))
xy = pygal.XY(stroke=False)
xy.add("points", [(1, 2), (3, 4), (2.5, 1)])
print(xy.render().decode().count("<circle"))
for kind in [pygal.StackedBar, pygal.HorizontalBar, pygal.Radar, pygal.Dot, pygal.Gauge, pygal.Funnel, pygal.Box, pygal.Histogram]:
    chart = kind(title=kind.__name__)
    chart.add("a", [(1, 0, 1), (2, 1, 2)] if kind is pygal.Histogram else [1, 2, 3, 4])
    print(kind.__name__, b"<svg" in chart.render())
print(pygal.Bar().render().decode().count("No data"))
try:
    bar.render_table(style=False)
except ImportError as error:
    print(error)
secret = pygal.Bar(include_x_axis=True, range=(0, 10), value_formatter=lambda x: f"{x} kg", human_readable=True)
secret.add("x", [{"value": 4, "label": "four", "xlink": "https://example.org"}])
print("4 kg" in secret.render().decode(), "https://example.org" in secret.render().decode())
bar.render_to_file("bars.svg")
print(open("bars.svg", encoding="utf-8").read(5))
