"""Tags for setting text: line breaks of a template that must not become spaces on the page."""

import re

from django import template
from django.template.base import Node, NodeList, Parser, TextNode, Token

register = template.Library()

#: A line break of the template and the spaces around it, except within a tag's own brackets.
_LINE_BREAK = re.compile(r"\A\s*\n\s*|\s*\n\s*\Z|(?<=>)\s*\n\s*|\s*\n\s*(?=<)")


def without_line_breaks(words: str) -> str:
    """The words of a template without its own line breaks."""
    return _LINE_BREAK.sub("", words)


class TightNode(Node):
    """The rest of a template, without its own line breaks."""

    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> str:
        """What the nodes print."""
        return self.nodelist.render(context)


@register.tag
def tight(parser: Parser, _token: Token) -> TightNode:
    """From here to the end of this template, line breaks are for its readers only.

    A marker stays close to its word and a comma to its citation, however the template is laid
    out. Values are printed as they are; a template that is included needs its own ``tight``.
    """
    nodelist = parser.parse()
    for node in nodelist.get_nodes_by_type(TextNode):
        assert isinstance(node, TextNode)
        node.s = without_line_breaks(node.s)
    return TightNode(nodelist)
