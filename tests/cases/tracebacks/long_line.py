value = {"a": {"b": {"c": [1, 2, 3]}}}["a"]["b"]["x"]["c"][0] + len("a rather long line that goes on and on") + 12345
