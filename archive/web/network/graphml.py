"""GraphML: a network for programs that draw and measure networks, such as Gephi and NetworkX.

After the GraphML Primer and its schema of 2007. Nodes have the ids that they have in the dump's.
"""

from collections.abc import Callable

from archive.data.node_ids import node_id
from archive.data.xml_pieces import XmlPieces
from archive.models import Resolution
from archive.search.network.network import Network
from archive.search.network.recalls import Recall

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

#: What is told of each resolution and of each recall, with its type.
NODE_KEYS = {
    "label": "string",
    "symbol": "string",
    "title": "string",
    "organ": "string",
    "stage": "string",
    "dated_on": "string",
    "year": "int",
    "date_is_unverified": "boolean",
    "is_held": "boolean",
    "url": "string",
}
EDGE_KEYS = {"openings": "string", "places_count": "int", "first_place": "string", "url": "string"}


def graphml(found: Network, absolute: Callable[[str], str]) -> str:
    """A network as one document: keys, then nodes, then edges from who recalls to the recalled."""
    xml = XmlPieces()
    xml.begin("graphml", {"xmlns": _NAMESPACE})
    for of, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys.items():
            key = {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": kind}
            xml.leaf("key", **key)
    with xml.element("graph", id="network", edgedefault="directed"):
        for one in found.resolutions:
            _node(xml, one, absolute=absolute)
        for recall in found.recalls:
            _edge(xml, recall, absolute=absolute)
    xml.end("graphml")
    return xml.take()


def _node(xml: XmlPieces, one: Resolution, *, absolute: Callable[[str], str]) -> None:
    day = one.day
    told = {
        "label": one.identity.short,
        "symbol": one.symbol,
        "title": one.title,
        "organ": one.organ,
        "stage": one.stage,
        "dated_on": day.isoformat() if day else "",
        "year": str(day.year) if day else "",
        "date_is_unverified": _boolean(one.date_is_unverified),
        "is_held": _boolean(one.is_held),
        "url": absolute(one.get_absolute_url()),
    }
    with xml.element("node", id=node_id(one.symbol)):
        _data(xml, told, of="node")


def _edge(xml: XmlPieces, recall: Recall, *, absolute: Callable[[str], str]) -> None:
    told = {
        "openings": "; ".join(recall.openings),
        "places_count": str(len(recall.places)),
        "first_place": recall.places[0].name,
        "url": absolute(recall.address),
    }
    ends = {"source": node_id(recall.citing.symbol), "target": node_id(recall.cited.symbol)}
    with xml.element("edge", **ends):
        _data(xml, told, of="edge")


def _data(xml: XmlPieces, told: dict[str, str], *, of: str) -> None:
    """What is told of a node or an edge; what is not known has no element."""
    for name, words in told.items():
        if words:
            xml.leaf("data", words, key=f"{of}-{name}")


def _boolean(truth: object) -> str:
    return "true" if truth else "false"
