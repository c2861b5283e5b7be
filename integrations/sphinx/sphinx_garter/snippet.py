"""What stands for ``<garter-snippet>`` in a document, and how it is written."""

import html

from docutils import nodes

from .attributes import start_tag


class snippet(nodes.General, nodes.Element):
    """Holds a block of code. Outside of HTML there is nothing but the code."""


class expected(nodes.General, nodes.Element):
    """What the code prints, as the page shows it before anybody runs it."""


def visit_snippet(self, node):
    self.body.append(start_tag(node["garter"]))


def depart_snippet(self, node):
    self.body.append("</garter-snippet>\n")


def visit_expected(self, node):
    self.body.append(f'<pre class="garter-expected">{html.escape(node["text"])}</pre>')


def depart_expected(self, node):
    pass


def ignore(self, node):
    pass
