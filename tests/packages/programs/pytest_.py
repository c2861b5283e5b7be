import io
import pathlib
import re
import sys
from contextlib import redirect_stdout

import pytest

pathlib.Path("stack.py").write_text('''
class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        if not self.items:
            raise IndexError("pop from an empty stack")
        return self.items.pop()
''')
pathlib.Path("test_stack.py").write_text('''
import pytest
from stack import Stack

@pytest.fixture
def stack():
    stack = Stack()
    stack.push(1)
    yield stack
    stack.items.clear()

def test_push(stack):
    stack.push(2)
    assert stack.items == [1, 2]

def test_pop(stack, capsys):
    print(stack.pop())
    assert capsys.readouterr().out == "1\\n"
    with pytest.raises(IndexError, match="empty"):
        stack.pop()

@pytest.mark.parametrize("text, length", [("owl", 3), ("", 0), ("ibis", 5)])
def test_length(text, length):
    assert len(text) == length

def test_wrong():
    expected = {"a": 1, "b": [1, 2, 3]}
    assert {"a": 1, "b": [1, 2, 4]} == expected

@pytest.mark.skip(reason="later")
def test_later():
    pass

@pytest.mark.xfail
def test_known():
    assert 1 + 1 == 3

def test_files(tmp_path, monkeypatch):
    monkeypatch.setenv("NAME", "x")
    (tmp_path / "a.txt").write_text("text")
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]

class TestInClass:
    def test_approx(self):
        assert 0.1 + 0.2 == pytest.approx(0.3)
''')
sys.path.insert(0, "")
out = io.StringIO()
with redirect_stdout(out):
    status = pytest.main(["-p", "no:cacheprovider", "-rfsx", "--color=no", "test_stack.py"])
text = re.sub(r"in [\d.]+s", "in T", out.getvalue())
print("\n".join(line.rstrip("= ").lstrip("= ") for line in text.splitlines() if not re.match("platform|rootdir|plugins", line)))
print(int(status), status)
