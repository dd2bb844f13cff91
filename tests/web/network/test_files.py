"""What a network shows, as files that other programs read."""

import csv
from io import StringIO

import pytest
from django.test import Client
from lxml import etree

from archive.data.records import records_of
from archive.dump import graphml as dumped
from archive.models import Resolution
from archive.web.network.files import COLUMNS
from archive.web.network.graphml import EDGE_KEYS, NODE_KEYS
from tests.graphs import Graph, read_graph
from tests.web.formats import read_csv

pytestmark = pytest.mark.django_db

NAMESPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}


def _graphml(client: Client, query: str = "") -> bytes:
    response = client.get(f"/network.graphml{query}")
    assert response["Content-Type"] == "application/graphml+xml; charset=utf-8"
    return response.content


def _graph(client: Client, query: str = "") -> Graph:
    return read_graph(_graphml(client, query))


def test_csv_has_a_row_for_each_recall(client: Client, series: dict[str, Resolution]) -> None:
    response = client.get("/network.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="network.csv"' in response["Content-Disposition"]
    rows = read_csv(response.content)
    assert [(row["citing"], row["cited"]) for row in rows] == [
        ("A/HRC/RES/13/13", "A/RES/53/144"),
        ("A/C.3/66/L.29", "A/RES/53/144"),
        ("A/RES/66/164", "A/RES/53/144"),
        ("A/RES/66/164", "A/RES/54/170"),
        ("A/RES/66/164", "A/HRC/RES/13/13"),
    ]
    assert rows[2] == {
        "citing": "A/RES/66/164",
        "citing_organ": "GA",
        "citing_stage": "adopted",
        "citing_dated_on": "2011-12-19",
        "citing_date_is_unverified": "no",
        "cited": "A/RES/53/144",
        "cited_organ": "GA",
        "cited_stage": "adopted",
        "cited_dated_on": "1998-12-19",
        "cited_date_is_unverified": "yes",
        "cited_is_held": "no",
        "openings": "Recalling; Reaffirms",
        "places_count": "2",
        "first_place": "op. 1",
        "url": "http://testserver/A/RES/66/164/#op1",
    }
    assert rows[3]["cited_dated_on"] == ""


def test_csv_has_the_names_of_its_columns_where_there_is_no_row(client: Client) -> None:
    [names] = csv.reader(StringIO(client.get("/network.csv").content.decode("utf-8-sig")))
    assert names == COLUMNS


def test_files_have_what_the_filters_leave(client: Client, series: dict[str, Resolution]) -> None:
    query = "?of=A/RES/66/164&opening=reaffirm"
    response = client.get(f"/network.csv{query}")
    [row] = read_csv(response.content)
    assert (row["citing"], row["cited"]) == ("A/RES/66/164", "A/RES/53/144")
    assert 'filename="network-A-RES-66-164-narrowed.csv"' in response["Content-Disposition"]
    assert response["Link"] == (
        f'<http://testserver/network/{query}>; rel="alternate"; type="text/html"'
    )
    graph = _graph(client, query)
    assert (len(graph.nodes), len(graph.edges)) == (2, 1)


def test_graphml_declares_each_key_that_it_uses(
    client: Client, series: dict[str, Resolution]
) -> None:
    graph = etree.fromstring(_graphml(client))
    keys = graph.findall("g:key", NAMESPACE)
    declared = {
        (key.attrib["for"], key.attrib["attr.name"], key.attrib["attr.type"]) for key in keys
    }
    assert declared == {
        *(("node", name, kind) for name, kind in NODE_KEYS.items()),
        *(("edge", name, kind) for name, kind in EDGE_KEYS.items()),
    }
    ids = {key.attrib["id"] for key in keys}
    assert {one.attrib["key"] for one in graph.iterfind(".//g:data", NAMESPACE)} <= ids


def test_graphml_has_nodes_whose_ids_the_schema_allows(
    client: Client, series: dict[str, Resolution]
) -> None:
    nodes = _graph(client).nodes
    assert nodes["A:RES:53:144"] == {
        "label": "53/144",
        "symbol": "A/RES/53/144",
        "title": "Declaration, “=1+1”",
        "organ": "GA",
        "stage": "adopted",
        "dated_on": "1998-12-19",
        "year": "1998",
        "date_is_unverified": "true",
        "is_held": "false",
        "url": "http://testserver/A/RES/53/144/",
    }
    assert "dated_on" not in nodes["A:RES:54:170"]
    assert nodes["A:C.3:66:L.29"]["stage"] == "draft"


def test_graphml_leads_from_who_recalls_to_the_recalled(
    client: Client, series: dict[str, Resolution]
) -> None:
    written = _graphml(client)
    [drawn] = etree.fromstring(written).findall("g:graph", NAMESPACE)
    assert drawn.attrib["edgedefault"] == "directed"
    edges = read_graph(written).edges
    assert len(edges) == 5
    assert edges["A:RES:66:164", "A:RES:53:144"] == {
        "openings": "Recalling; Reaffirms",
        "places_count": "2",
        "first_place": "op. 1",
        "url": "http://testserver/A/RES/66/164/#op1",
    }


def test_a_resolution_is_the_same_node_in_the_network_of_the_dump(
    client: Client, series: dict[str, Resolution]
) -> None:
    here = _graph(client).nodes
    records = records_of([node["symbol"] for node in here.values()])
    pieces = [dumped.beginning(), *map(dumped.node, records), dumped.ending()]
    there = read_graph("".join(pieces).encode()).nodes
    assert there.keys() == here.keys()
    told_by_both = set(NODE_KEYS) & set(dumped.NODE_KEYS)
    assert {"symbol", "label", "dated_on", "date_is_unverified"} <= told_by_both
    for name, node in here.items():
        assert {key: there[name].get(key) for key in told_by_both} == {
            key: node.get(key) for key in told_by_both
        }


@pytest.mark.parametrize("suffix", ["csv", "graphml"])
def test_what_cannot_be_read_is_said_in_plain_text(client: Client, suffix: str) -> None:
    response = client.get(f"/network.{suffix}?of=nonsense")
    assert response.status_code == 400
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "“nonsense” is not the symbol of a document, such as A/RES/53/144.",
        "Change it, or leave it out.",
    ]


def test_another_spelling_leads_to_the_one_address_of_the_format(
    client: Client, series: dict[str, Resolution]
) -> None:
    response = client.get("/network.graphml?of=53/144")
    assert (response.status_code, response["Location"]) == (302, "/network.graphml?of=A/RES/53/144")
