"""Makes snippets of what a site has already: blocks of Python, and doctests."""

import ast
from doctest import DocTestParser

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from .snippet import expected, snippet

logger = logging.getLogger(__name__)

PYTHON = ("python", "py", "python3")
CONSOLE = ("pycon", "pycon3", "doctest")

#: What ``garter_upgrade`` may name.
BLOCKS = ("code-block", "doctest")

#: The class that keeps a block as it is.
UNMARK = "no-garter"


class Upgrade(SphinxPostTransform):
    formats = ("html",)
    #: Before Sphinx takes the flags out of doctests, which say what cannot be compared.
    default_priority = 350

    def run(self, **kwargs):
        which = self.config.garter_upgrade
        blocks = [
            node
            for node in self.document.findall(nodes.FixedTextElement)
            if not isinstance(node.parent, snippet) and UNMARK not in node["classes"]
        ]
        for number, node in enumerate(blocks, 1):
            if "doctest" in which and is_doctest(node):
                self.upgrade_doctest(node, f"doctest-{number}")
            elif "code-block" in which and node.get("language") in PYTHON:
                node.replace_self(snippet("", node.deepcopy(), garter={}))

    def upgrade_doctest(self, node, session):
        try:
            groups = list(grouped(DocTestParser().get_examples(node.astext())))
        except ValueError as error:
            logger.warning("this is no doctest: %s", error, location=node)
            return
        node.replace_self(
            [
                as_snippet(group, node, {"session": session} if len(groups) > 1 else {})
                for group in groups
            ]
        )


def is_doctest(node):
    return isinstance(node, nodes.doctest_block) or node.get("language") in CONSOLE


def grouped(examples):
    """A snippet shows the value of its last expression: one that is shown ends a group, and so does an
    exception."""
    group = []
    for example in examples:
        group.append(example)
        if example.want and (is_shown(example) or example.exc_msg is not None):
            yield group
            group = []
    if group:
        yield group


def is_shown(example):
    """Whether what it prints is, or may be, a value; a call of print() has none."""
    try:
        expression = ast.parse(example.source.strip(), mode="eval").body
    except SyntaxError:
        return False
    return not (isinstance(expression, ast.Call) and getattr(expression.func, "id", "") == "print")


def as_snippet(group, node, attributes):
    code = "".join(example.source for example in group)
    output = "".join(example.want for example in group).replace("<BLANKLINE>", "")
    attributes = {**attributes, "display": "repl"}
    # What is printed has to be this, to the letter; a traceback or a pattern cannot be compared.
    is_exact = not any(example.exc_msg is not None or example.options for example in group)
    if output and is_exact and not output.startswith("#"):
        attributes["expect"] = output
    block = nodes.literal_block(code, code, language="python")
    block.source, block.line = node.source, node.line
    children = [block, expected(text=output)] if output else [block]
    return snippet("", *children, garter=attributes)
