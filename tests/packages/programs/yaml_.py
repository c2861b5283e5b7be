import datetime

import yaml

TEXT = """
name: Owl
weight: 0.5
wild: yes
seen: 2026-03-01
tags: [bird, "night: active", 'it''s']
nested:
  list:
    - a
    - {x: 1, y: [1, 2]}
  text: |
    two
      lines
  folded: >
    folded
    text
base: &base {legs: 2, wings: 2}
crane:
  <<: *base
  legs: 3
nothing: ~
hex: 0xff
octal: 0o17
"""
data = yaml.safe_load(TEXT)
for key, value in data.items():
    print(key, "=", repr(value))
print(yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=60))
print(yaml.dump({"z": 1, "a": [1, [2, 3]], "text": "two\nlines", "ü": None}, default_flow_style=False))
print(list(yaml.safe_load_all("--- 1\n--- [2]\n...\n")), yaml.safe_load("[1, 2.5e3, .inf, true, null]"))
for wrong in ["a: [1, 2", "a: b: c", "- a\n b", "x: *unknown", "!!python/object:os.system x"]:
    try:
        yaml.safe_load(wrong)
    except yaml.YAMLError as error:
        print(type(error).__name__, str(error).splitlines()[0], "|", getattr(error, "problem", None))


class Point(yaml.YAMLObject):
    yaml_tag = "!point"
    yaml_loader = yaml.SafeLoader

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


print(yaml.safe_load("!point {x: 1, y: 2}"), yaml.dump(Point(3, 4)))
yaml.add_representer(set, lambda dumper, value: dumper.represent_list(sorted(value)), Dumper=yaml.SafeDumper)
yaml.add_constructor("!sum", lambda loader, node: sum(loader.construct_sequence(node)), Loader=yaml.SafeLoader)
print(yaml.safe_dump({3, 1, 2}), yaml.safe_load("!sum [1, 2, 3]"), yaml.safe_dump(datetime.date(2026, 1, 2)))
print([type(event).__name__ for event in yaml.parse("a: 1")], yaml.__with_libyaml__)
