"""``.. garter-exercise::``, whose argument is the file of an exercise, or whose content is one."""

import html
from pathlib import Path

from docutils import nodes
from markdown_it import MarkdownIt
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from .exercise import SHOWN, read, split, words

logger = logging.getLogger(__name__)


class exercise(nodes.General, nodes.Element):
    """Holds an exercise as it was taken apart, and its text for other formats than HTML."""


class GarterExerciseDirective(SphinxDirective):
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self):
        if self.arguments and self.content:
            raise self.error("the directive names a file and holds a text as well; one of them has to be the exercise")
        if not self.arguments and not self.content:
            raise self.error("the directive needs a file: .. garter-exercise:: loops/sum-to.md")
        if self.arguments:
            relative, place = self.env.relfn2path(self.arguments[0])
            # A page is written again when its exercise has changed.
            self.env.note_dependency(relative)
            found, problems = read(Path(place), self.arguments[0])
        else:
            found, mistakes = split("\n".join(self.content))
            problems = [f"line {line} of the exercise: {mistake}" for line, mistake in mistakes]
        for problem in problems:
            logger.warning(problem, location=self.get_location())
        node = exercise("", nodes.literal_block(found.task, found.task, language="markdown"), found=found)
        self.set_source_info(node)
        return [node]


def visit_exercise(self, node):
    found = node["found"]
    headings = words(self.config.language)

    def highlighted(code, language):
        return self.highlighter.highlight_block(code, language or "text")

    def fence(tokens, at, options, env):
        return highlighted(tokens[at].content, tokens[at].info.split(" ")[0])

    markdown = MarkdownIt("commonmark").enable("table")
    markdown.renderer.rules["fence"] = fence
    answers = markdown.render("".join(f"- {answer}\n" for answer in found.take_choices()))
    parts = [found.start_tag, *found.templates(), markdown.render(found.task)]
    if answers:
        parts.append(f"<noscript>{answers}</noscript>")
    for block in found.blocks:
        if block.name not in SHOWN:
            continue
        if block.name == "start":
            parts.append(f'<div data-block="start">{highlighted(block.text, "python")}</div>')
        else:
            heading = html.escape(headings[block.name])
            content = markdown.render(block.text)
            parts.append(f'<details data-block="{block.name}"><summary>{heading}</summary>{content}</details>')
    parts.append("</garter-exercise>\n")
    self.body.append("".join(parts))
    raise nodes.SkipNode
