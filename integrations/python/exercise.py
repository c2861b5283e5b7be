"""An exercise file, taken apart: the tool shows the text, and the element gets the rest.

``www/exercise/split.js`` takes files apart in the page; ``tests/exercises/good`` holds samples for both.
"""

import html
import json
import re
from dataclasses import dataclass, field
from importlib.resources import files

_SHARED = json.loads(files(__package__).joinpath("exercise.json").read_text("utf-8"))

#: The names of blocks.
NAMES = _SHARED["blocks"]

#: Blocks that a page shows before a script runs.
SHOWN = ("start", "hint", "remarks")

#: https://spec.commonmark.org/0.31.2/#fenced-code-blocks
OPENING = re.compile(r"^( {0,3})(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*?)[ \t]*$")


#: A line of a task list: an answer of a multiple choice.
ANSWER = re.compile(r"^ {0,3}[-*+] \[[ xX]\](?:[ \t]+(.*))?$")

CHOICE = re.compile(r"^kind:[ \t]*[\"']?choice[\"']?[ \t]*(#.*)?$", re.MULTILINE)


@dataclass
class Block:
    name: str
    language: str
    argument: str
    text: str


@dataclass
class Exercise:
    front_matter: str = None
    blocks: list = field(default_factory=list)
    #: The Markdown around the blocks.
    task: str = ""
    #: Where its file should be. The page says that it is not there.
    missing: str = None

    def take_choices(self):
        """Takes the task list of a multiple choice out of the text, where a tool would show which answers are right.
        Returns the answers alone."""
        if not CHOICE.search(self.front_matter or "") or any(block.name == "choices" for block in self.blocks):
            return []
        rest, found, answers, fence, is_over = [], [], [], "", False
        for line in self.task.split("\n"):
            mark = re.match(r" {0,3}(`{3,}|~{3,})", line)
            if mark and not found and (not fence or mark[1].startswith(fence)):
                fence = "" if fence else mark[1]
            answer = None if is_over or fence else ANSWER.match(line)
            if answer:
                answers.append(answer[1] or "")
            if answer or (found and not is_over and (not line.strip() or re.match(r"[ \t]{2}", line))):
                found.append(line)
            else:
                is_over = bool(found)
                rest.append(line)
        if found:
            self.blocks.append(Block("choices", "markdown", "", "\n".join(found).rstrip() + "\n"))
            self.task = "\n".join(rest)
        return answers

    @property
    def shown(self):
        return [block for block in self.blocks if block.name in SHOWN]

    @property
    def start_tag(self):
        src = "" if self.missing is None else f' src="{html.escape(self.missing)}"'
        return f"<garter-exercise{src}>"

    def templates(self):
        """What is not to be seen, as elements of one line each: blank lines would end them in Markdown."""
        front = [] if self.front_matter is None else [Block("front-matter", "", "", self.front_matter)]
        for block in front + [block for block in self.blocks if block.name not in SHOWN]:
            name = html.escape(f"{block.name} {block.argument}".rstrip())
            kind = f' class="language-{html.escape(block.language)}"' if block.language else ""
            text = html.escape(block.text).replace("\n", "&#10;")
            yield f'<template data-block="{name}"{kind}>{text}</template>'


def split(source):
    """The exercise, and its mistakes: each a line, from 1, and a sentence. Everything else that may be wrong is
    said by the element, and by ``garter check``."""
    lines = re.split(r"\r\n?|\n", source.removeprefix("\ufeff"))
    exercise, mistakes, at = Exercise(), [], 0
    if lines[0].rstrip() == "---":
        end = next((n for n, line in enumerate(lines) if n and line.rstrip(" \t") in ("---", "...")), None)
        if end is None:
            mistakes.append((1, "the front matter, which begins here with ---, has no second line of ---"))
        else:
            exercise.front_matter = "\n".join(lines[1:end]) + "\n"
            at = end + 1
    else:
        mistakes.append((1, "an exercise begins with a line of ---, then id: and title:, then another line of ---"))
    task = []
    while at < len(lines):
        fence = OPENING.match(lines[at])
        if not fence:
            task.append(lines[at])
            at += 1
            continue
        indent, marks, info = fence.groups()
        closing = re.compile(rf"^ {{0,3}}{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$")
        end = next((n for n in range(at + 1, len(lines)) if closing.match(lines[n])), None)
        language, name, *rest = [*info.split(), "", ""][: max(2, len(info.split()))]
        inside = lines[at + 1 : end]
        if name in NAMES:
            if end is None:
                mistakes.append((at + 1, f"the block {name} begins here and is never closed"))
            text = "".join(dedented(line, len(indent)) + "\n" for line in inside)
            exercise.blocks.append(Block(name, language.lower(), " ".join(rest), text))
        else:
            task += lines[at : len(lines) if end is None else end + 1]
        at = len(lines) if end is None else end + 1
    exercise.task = "".join(
        line + "\n" for n, line in enumerate(task) if line.strip() or (n and task[n - 1].strip())
    )
    return exercise, mistakes


def dedented(line, most):
    """The line without the indentation of its fence."""
    return line[min(most, len(line) - len(line.lstrip(" "))) :]


def fenced(text):
    """The lines of a fence with Python in it, longer than any in it."""
    marks = "`" * (3 + max((len(run) for run in re.findall("`+", text)), default=0))
    return [f"{marks}python", *text.rstrip().split("\n"), marks]


def words(language):
    """What stands above what is closed, by a BCP 47 tag."""
    return _SHARED["words"].get((language or "en").replace("_", "-").split("-")[0], _SHARED["words"]["en"])


def read(path, name):
    """The exercise in a file, and mistakes with their places, in sentences."""
    try:
        source = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return Exercise(missing=name), [f"{name} cannot be read: {error}"]
    exercise, mistakes = split(source)
    return exercise, [f"{name}:{line}: {mistake}" for line, mistake in mistakes]
