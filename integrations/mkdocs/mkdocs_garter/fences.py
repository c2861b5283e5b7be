"""A Python-Markdown extension: writes the element around fences, whichever extension shows those, and makes exercises of
others."""

import re

from markdown import Extension as MarkdownExtension
from markdown.preprocessors import Preprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from . import exercise
from .attributes import mistake, start_tag

FENCE = re.compile(r"^(?P<margin> *)(?P<ticks>`{3,}|~{3,})(?P<info>[^`\n{]*)$")
PYTHON = ("python", "py", "python3")

#: The word that makes a fence an exercise: its file follows, or it is in the fence.
EXERCISE = "garter-exercise"

#: Its priority comes before that of what shows fences: ``fenced_code`` and pymdownx.superfences
#: have 25.
PRIORITY = 28


class Extension(MarkdownExtension):
    """``begin`` is called before each page."""

    def __init__(self, takes_all):
        super().__init__()
        self.takes_all = takes_all
        self.begin(lambda line, problem: None)

    def begin(self, warn, folder=None, language="en"):
        """``warn`` hears of mistakes, with their lines; exercises lie in files seen from ``folder``."""
        self.warn = warn
        self.folder = folder
        self.language = language
        self.has_snippets = False

    def extendMarkdown(self, md):
        # Otherwise it stands in a paragraph, which a block of code ends.
        md.block_level_elements += ["garter-snippet", "garter-exercise", "noscript"]
        md.preprocessors.register(Fences(md, self), "garter", PRIORITY)


class Fences(Preprocessor):
    def __init__(self, md, extension):
        super().__init__(md)
        self.extension = extension

    def run(self, lines):
        done = []
        at = 0
        while at < len(lines):
            start = FENCE.match(lines[at])
            end = start and find_end(lines, at, start["ticks"])
            if not end:
                done.append(lines[at])
                at += 1
                continue
            done += self.shown(start, lines[at:end], at + 1)
            at = end
        return done

    def shown(self, start, lines, number):
        """The lines of a fence, as they become."""
        word, _, path = start["info"].strip().partition(" ")
        if word == EXERCISE:
            return self.exercise(start, path.strip(), lines[1:-1], number)
        language, mark, attributes, mistakes = parse(start["info"])
        if mark is None:
            mark = self.extension.takes_all and language in PYTHON
        if not mark:
            return lines
        for problem in mistakes:
            self.extension.warn(number, problem)
        self.extension.has_snippets = True
        margin = start["margin"]
        fence = [f"{start['ticks']}{language}"]
        fence += [line.removeprefix(margin) for line in lines[1:]]
        block = self.block(fence)
        return [margin + self.place(f"{start_tag(attributes)}{block}</garter-snippet>")]

    def exercise(self, start, path, lines, number):
        """An exercise: the lines of its text, with what else belongs to it in places of their own."""
        margin = start["margin"]
        text = "\n".join(line.removeprefix(margin) for line in lines)
        if path and text.strip():
            found, problems = exercise.Exercise(), [f"the fence names {path} and holds a text as well"]
        elif path:
            found, problems = exercise.read(self.extension.folder / path, path)
        else:
            found, mistakes = exercise.split(text)
            for line, problem in mistakes:
                self.extension.warn(number + line, problem)
            problems = []
        for problem in problems:
            self.extension.warn(number, problem)
        self.extension.has_snippets = True
        words = exercise.words(self.extension.language)
        answers = found.take_choices()
        done = [self.place(found.start_tag + "".join(found.templates())), ""]
        done += self.rendered(found.task)
        if answers:
            done += ["", self.place("<noscript>"), "", *(f"- {answer}" for answer in answers), ""]
            done += [self.place("</noscript>"), ""]
        for block in found.shown:
            if block.name == "start":
                code = self.block(exercise.fenced(block.text))
                done += ["", self.place(f'<div data-block="start">{code}</div>'), ""]
            else:
                opening = f'<details data-block="{block.name}"><summary>{words[block.name]}</summary>'
                done += ["", self.place(opening), "", *self.rendered(block.text), "", self.place("</details>"), ""]
        done += [self.place("</garter-exercise>"), ""]
        return [margin + line if line else line for line in done]

    def rendered(self, text):
        """The lines of a text with the HTML of its fences in their places: in a list, extensions do not see fences."""
        lines, done, at = self.run(text.split("\n")), [], 0
        while at < len(lines):
            start = FENCE.match(lines[at])
            end = start and find_end(lines, at, start["ticks"])
            if end:
                # Fences of snippets have their HTML already.
                language = parse(start["info"])[0]
                margin = start["margin"]
                fence = [f"{start['ticks']}{language}", *(line.removeprefix(margin) for line in lines[at + 1 : end])]
                done.append(margin + self.place(self.block(fence)))
            else:
                done.append(lines[at])
            at = end or at + 1
        return done

    def place(self, html):
        return self.md.htmlStash.store(html)

    def block(self, fence):
        """The fence's own HTML."""
        text = "\n".join(self.md.preprocessors["fenced_code_block"].run(fence))
        place = HTML_PLACEHOLDER_RE.search(text)
        return self.md.htmlStash.rawHtmlBlocks[int(place[1])]


def find_end(lines, at, ticks):
    """Where the fence that begins there has ended; None if it does not."""
    for end in range(at + 1, len(lines)):
        line = lines[end].strip()
        if line.startswith(ticks) and not line.strip(ticks[0]):
            return end + 1
    return None


WORD = re.compile(r'([^\s,="]+)(?:=(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?')


def parse(info):
    """Takes an info string apart: the language, whether it says that it is a snippet (None if it does
    not say), attributes, and mistakes in words."""
    language, attributes, mistakes, mark = "", {}, [], None
    rest = WORD.sub("", info)
    if rest.strip(" \t,"):
        mistakes.append(f"this makes no sense: {rest.strip()}")
    for position, word in enumerate(WORD.finditer(info)):
        name, quoted, bare = word.groups()
        value = bare if quoted is None else unescaped(quoted)
        if position == 0:
            language = name
        elif value is None and name in ("garter", "no-garter"):
            mark = name == "garter"
        elif problem := mistake(name, value):
            mistakes.append(problem)
        else:
            attributes[name] = value
    return language, mark, attributes, mistakes


def unescaped(text):
    """In quotation marks, ``\\n`` is the end of a line."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)
