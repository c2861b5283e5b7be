"""``.. garter::``, whose options are the attributes of the element."""

from functools import partial

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from .attributes import KINDS, mistake
from .snippet import snippet


def option(name, value):
    """Sphinx reports a ValueError with file and line."""
    if KINDS[name] == "flag":
        return directives.flag(value)
    if problem := mistake(name, value):
        raise ValueError(problem)
    return value


class GarterDirective(SphinxDirective):
    has_content = True
    option_spec = {name: partial(option, name) for name in KINDS}

    def run(self):
        code = "\n".join(self.content)
        block = nodes.literal_block(code, code, language="python")
        self.set_source_info(block)
        return [snippet("", block, garter=dict(self.options))]
