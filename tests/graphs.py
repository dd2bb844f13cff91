"""GraphML, as programs that draw networks read it."""

import re
from typing import NamedTuple

from lxml import etree

_NAMESPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}
#: The type of a node's id in the schema of GraphML.
_NMTOKEN = re.compile(r"[\w.:-]+")


class Graph(NamedTuple):
    """What is told of nodes by their ids and of edges by both ends, under the keys' own names."""

    nodes: dict[str, dict[str, str]]
    edges: dict[tuple[str, str], dict[str, str]]


def read_graph(graphml: bytes) -> Graph:
    """A file that the schema allows: keys are declared, ids are NMTOKENs, edges join nodes."""
    root = etree.fromstring(graphml)
    keys = {
        (one.attrib["for"], one.attrib["id"]): one.attrib["attr.name"]
        for one in root.iterfind("g:key", _NAMESPACE)
    }
    nodes = {
        one.attrib["id"]: _told(one, keys) for one in root.iterfind("g:graph/g:node", _NAMESPACE)
    }
    edges = {
        (one.attrib["source"], one.attrib["target"]): _told(one, keys)
        for one in root.iterfind("g:graph/g:edge", _NAMESPACE)
    }
    assert [one for one in nodes if not _NMTOKEN.fullmatch(one)] == []
    assert {end for ends in edges for end in ends} <= nodes.keys()
    return Graph(nodes, edges)


def _told(element: etree._Element, keys: dict[tuple[str, str], str]) -> dict[str, str]:
    of = etree.QName(element).localname
    data = element.findall("g:data", _NAMESPACE)
    return {keys[of, one.attrib["key"]]: one.text or "" for one in data}
