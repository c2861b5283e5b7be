import json
from pathlib import Path

settings = {"name": "Garter", "sizes": [1, 2.5, None], "nested": {"on": True, "text": "日本 \"quoted\""}}
path = Path("settings.json")
path.write_text(json.dumps(settings, indent=2, ensure_ascii=False), encoding="utf-8")
print(path.read_text(encoding="utf-8"))
loaded = json.loads(path.read_text(encoding="utf-8"))
print(loaded == settings, json.dumps(loaded, sort_keys=True, separators=(",", ":")))
print(json.dumps({1: (2, 3), "x": float("inf")}), json.loads("[1e3, -0, \"\\u00e9\"]"))


class Encoder(json.JSONEncoder):
    def default(self, value):
        return sorted(value) if isinstance(value, set) else super().default(value)


print(json.dumps({"set": {3, 1, 2}}, cls=Encoder))
for text in ['{"a": }', "[1, 2", "{'a': 1}", ""]:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(f"{text!r}: {error.msg} at {error.lineno}:{error.colno}")
json.dumps({"bad": object})
