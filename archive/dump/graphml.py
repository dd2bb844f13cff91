"""GraphML of a dump: resolutions as nodes, and as edges who cites whom.

An edge leads from a resolution to another that its English text cites, once however often; parts
of a document are cited for themselves. Nodes come first, since some programs read no edge to a node
that they have not met. Their ids are those of every network here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from archive.data.members import summary_members
from archive.data.node_ids import node_id
from archive.data.records import Record
from archive.data.xml_pieces import XmlPieces
from archive.dump.csv_rows import cell

_GRAPHML = {"xmlns": "http://graphml.graphdrawing.org/xmlns"}
#: What a node and an edge tell, each with its type in GraphML.
NODE_KEYS = {
    "label": "string",
    "symbol": "string",
    "title": "string",
    "organ": "string",
    "session": "string",
    "stage": "string",
    "dated_on": "string",
    "year": "int",
    "date_is_unverified": "boolean",
    "is_held": "boolean",
    "times_recalled": "int",
}
EDGE_KEYS = {"citations": "int", "openings": "string", "in_doubt": "boolean"}


def beginning() -> str:
    """The head of the file."""
    xml = XmlPieces()
    xml.begin("graphml", _GRAPHML)
    for of, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys.items():
            attributes = {"id": name, "for": of, "attr.name": name, "attr.type": kind}
            xml.leaf("key", **attributes)
    return xml.take() + '<graph id="recalling" edgedefault="directed">'


def ending() -> str:
    """What closes the file."""
    return "</graph></graphml>\n"


def node(record: Record) -> str:
    """A resolution."""
    said = summary_members(record, absolute=str)
    said["label"] = record.resolution.identity.short
    said["year"] = said["dated_on"].year if said["dated_on"] else None
    xml = XmlPieces()
    with xml.element("node", id=node_id(record.resolution.symbol)):
        _write_data(xml, {name: said[name] for name in NODE_KEYS})
    return xml.take()


def edges(record: Record, *, known: Collection[str]) -> str:
    """What a resolution cites of those that are known, in the order of symbols."""
    xml = XmlPieces()
    for cited, values in sorted(_cited(record, known)):
        ends = {"source": node_id(record.resolution.symbol), "target": node_id(cited)}
        with xml.element("edge", **ends):
            _write_data(xml, values)
    return xml.take()


def _cited(record: Record, known: Collection[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    found = defaultdict(list)
    for citation in record.citations:
        if citation.cited_symbol in known and citation.cited_symbol != record.resolution.symbol:
            found[citation.cited_symbol].append(citation)
    for symbol, citations in found.items():
        yield (
            symbol,
            {
                "citations": len(citations),
                "openings": sorted({one.opening for one in citations if one.opening}),
                "in_doubt": all(one.conflict or one.date_conflict for one in citations),
            },
        )


def _write_data(xml: XmlPieces, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if value not in (None, ""):
            xml.leaf("data", cell(value), key=name)
