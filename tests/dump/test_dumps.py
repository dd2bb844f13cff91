"""The dump has all that is published, nothing else, and the same bytes while nothing changes."""

import csv
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pytest_django import DjangoAssertNumQueries

from archive.dump.dumps import Dump, dump
from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Resolution, Text
from tests import factories as make
from tests.graphs import read_graph
from tests.lineages import make_defenders

pytestmark = pytest.mark.django_db

_GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def declaration() -> Resolution:
    """A resolution that is only cited."""
    return make.adopted("A/RES/53/144", 1998, title="Declaration, the “=1+1”\nof 1998")


@pytest.fixture
def held(declaration: Resolution) -> Text:
    """A held text that cites it twice, once in a note, with a translation."""
    resolution = make.adopted(
        "A/RES/66/164", 2011, title="Defenders", sponsors=["Norway", "Uruguay"]
    )
    make.make_evidence(resolution, is_verified=False, fact="adopted_on")
    source = make.make_source_file(
        b"%PDF of 66/164", name="../N1146690.pdf", media_type="application/pdf"
    )
    text: Text = make.make_text(resolution, source_file=source)
    first = make.make_paragraph(
        text, "Recalling resolution 53/144,", kind="preambular", label="", opening="Recalling"
    )
    note = make.make_footnote(first, "See resolution 53/144, annex, and A/65/223.")
    make.make_paragraph(text, "Calls upon all States to act;")
    make.make_citation(first, "resolution 53/144", declaration)
    make.make_citation(note, "resolution 53/144", declaration, opening="", conflict="It is older.")
    make.make_citation(note, "A/65/223", "A/65/223")
    french = make.make_text(resolution, language="fr", title="Défenseurs")
    make.make_paragraph(french, "Engage tous les États à agir ;")
    return text


def _rows(root: Path, name: str) -> list[dict[str, str]]:
    with (root / f"{name}.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, strict=True))


def _lines(root: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (root / f"{name}.jsonl").read_text().splitlines()]


def _package(root: Path) -> dict[str, Any]:
    package: dict[str, Any] = json.loads((root / "datapackage.json").read_text())
    return package


def _bytes(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def test_every_resolution_is_a_line_of_json_by_symbol(tmp_path: Path, held: Text) -> None:
    dump(tmp_path)
    first, second = _lines(tmp_path, "resolutions")
    assert (first["symbol"], first["text"], first["paragraphs"]) == ("A/RES/53/144", None, [])
    assert second["symbol"] == "A/RES/66/164"
    assert second["url"] == "/A/RES/66/164/"
    assert [one["anchor"] for one in second["paragraphs"]] == ["pp1", "op1"]
    assert len(second["citations"]) == 3


def test_a_text_in_another_language_is_a_line_of_its_own(tmp_path: Path, held: Text) -> None:
    dump(tmp_path)
    [line] = _lines(tmp_path, "translations")
    assert (line["symbol"], line["text"]["language"]) == ("A/RES/66/164", "fr")
    assert [one["wording"] for one in line["paragraphs"]] == ["Engage tous les États à agir ;"]


def test_tables_have_the_words_as_they_are(tmp_path: Path, held: Text) -> None:
    dump(tmp_path)
    cited_only, resolution = _rows(tmp_path, "resolutions")
    assert cited_only["title"] == "Declaration, the “=1+1”\nof 1998"
    assert (cited_only["is_held"], cited_only["times_recalled"]) == ("false", "1")
    assert cited_only["content_hash"] == ""
    assert resolution["sponsors"] == "Norway; Uruguay"
    assert resolution["date_is_unverified"] == "true"
    assert resolution["adopted_on"] == "2011-12-19"
    assert resolution["languages"] == "en; fr"
    assert resolution["content_hash"] == held.content_hash
    paragraphs = [
        (row["language"], row["anchor"], row["wording"]) for row in _rows(tmp_path, "paragraphs")
    ]
    assert paragraphs == [
        ("en", "pp1", "Recalling resolution 53/144,"),
        ("en", "op1", "Calls upon all States to act;"),
        ("fr", "op1", "Engage tous les États à agir ;"),
    ]
    [note] = _rows(tmp_path, "notes")
    assert (note["anchor"], note["marked_in"], note["offset"]) == ("fn1", "pp1", "28")


def test_citations_stand_in_the_words_that_they_name(tmp_path: Path, held: Text) -> None:
    dump(tmp_path)
    wordings = {
        (row["language"], row["anchor"]): row["wording"]
        for name in ("paragraphs", "notes")
        for row in _rows(tmp_path, name)
    }
    citations = _rows(tmp_path, "citations")
    assert [one["cited_symbol"] for one in citations] == [
        "A/RES/53/144",
        "A/RES/53/144",
        "A/65/223",
    ]
    for one in citations:
        wording = wordings[one["language"], one["stands_in"]]
        assert wording[int(one["start"]) : int(one["end"])] == one["words"]
    assert [one["conflict"] for one in citations] == ["", "It is older.", ""]


def test_a_draft_is_told_from_what_was_adopted(tmp_path: Path) -> None:
    adopted = make.adopted("A/RES/70/161", 2015)
    make.make_text(make.make_draft(adopted_as=adopted))
    dump(tmp_path)
    stages = {
        row["symbol"]: (row["stage"], row["adopted_as"]) for row in _rows(tmp_path, "resolutions")
    }
    assert stages == {
        "A/C.3/70/L.46": ("draft", "A/RES/70/161"),
        "A/RES/70/161": ("adopted", ""),
    }


def test_files_are_there_as_they_were_received_under_safe_names(tmp_path: Path, held: Text) -> None:
    dump(tmp_path)
    english, french = _rows(tmp_path, "sources")
    assert english["path"] == "sources/A_RES_66_164.en.pdf"
    assert english["name"] == "../N1146690.pdf"
    assert (tmp_path / english["path"]).read_bytes() == b"%PDF of 66/164"
    assert english["sha256"] == sha256(b"%PDF of 66/164").hexdigest()
    assert (tmp_path / french["path"]).is_file()
    assert len(list((tmp_path / "sources").iterdir())) == 2


def test_the_network_has_every_resolution_and_who_cites_whom_once(
    tmp_path: Path, held: Text
) -> None:
    dump(tmp_path)
    written = (tmp_path / "network.graphml").read_bytes()
    [graph] = etree.fromstring(written).findall(f"{_GRAPHML}graph")
    assert [str(child.tag).removeprefix(_GRAPHML) for child in graph] == ["node", "node", "edge"]
    nodes, edges = read_graph(written)
    assert list(nodes) == ["A:RES:53:144", "A:RES:66:164"]
    assert nodes["A:RES:66:164"] == {
        "label": "66/164",
        "symbol": "A/RES/66/164",
        "title": "Defenders",
        "organ": "GA",
        "session": "66",
        "stage": "adopted",
        "dated_on": "2011-12-19",
        "year": "2011",
        "date_is_unverified": "true",
        "is_held": "true",
        "times_recalled": "0",
    }
    assert nodes["A:RES:53:144"]["date_is_unverified"] == "false"
    assert edges == {
        ("A:RES:66:164", "A:RES:53:144"): {
            "citations": "2",
            "openings": "Recalling",
            "in_doubt": "false",
        }
    }


def test_a_symbol_with_brackets_has_an_id_that_graphml_allows(tmp_path: Path, held: Text) -> None:
    cited = make.adopted("A/RES/217A(III)", 1948)
    make.make_citation(make.make_paragraph(held, "Recalls resolution 217 A (III);"), "217", cited)
    dump(tmp_path)
    nodes, edges = read_graph((tmp_path / "network.graphml").read_bytes())
    assert nodes["A:RES:217A_III_"]["symbol"] == "A/RES/217A(III)"
    assert ("A:RES:66:164", "A:RES:217A_III_") in edges


def test_an_edge_joins_two_nodes_and_no_resolution_to_itself(
    tmp_path: Path, held: Text, declaration: Resolution
) -> None:
    cited = make.make_text(make.adopted("A/RES/64/163", 2009))
    place = make.make_paragraph(held, "Recalls resolutions 64/163 and 66/164 and 99/1;")
    make.make_citation(place, "64/163", cited.resolution)
    make.make_citation(place, "66/164", held.resolution)
    make.make_citation(place, "99/1", "A/RES/99/1")
    withdraw(cited.pk, by=make.make_staff("publisher"), reason="Private.")
    dump(tmp_path)
    edges = read_graph((tmp_path / "network.graphml").read_bytes()).edges
    assert list(edges) == [("A:RES:66:164", "A:RES:53:144")]


def test_rows_are_in_the_order_of_symbols_whenever_they_came(tmp_path: Path) -> None:
    for number in (2, 1, 10):
        make.make_resolution(f"A/RES/66/{number}")
    dump(tmp_path)
    symbols = ["A/RES/66/1", "A/RES/66/10", "A/RES/66/2"]
    assert [line["symbol"] for line in _lines(tmp_path, "resolutions")] == symbols
    assert [row["symbol"] for row in _rows(tmp_path, "resolutions")] == symbols


def test_every_sum_is_of_its_file_and_every_file_has_one(tmp_path: Path, held: Text) -> None:
    dump(tmp_path)
    lines = (tmp_path / "SHA256SUMS").read_text().splitlines()
    sums = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    found = {name: sha256(content).hexdigest() for name, content in _bytes(tmp_path).items()}
    del found["SHA256SUMS"]
    assert sums == found
    assert list(sums) == sorted(sums)


def test_the_package_describes_every_column_and_names_every_sum(tmp_path: Path, held: Text) -> None:
    dump(tmp_path)
    package = _package(tmp_path)
    described = {one["path"]: one for one in package["resources"] if one["name"] != "sources"}
    [sources] = [one["path"] for one in package["resources"] if one["name"] == "sources"]
    beside = {"datapackage.json", "SHA256SUMS"}
    assert described.keys() | set(sources) | beside == _bytes(tmp_path).keys()
    for path, one in described.items():
        content = (tmp_path / path).read_bytes()
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{sha256(content).hexdigest()}"
    codebook = (tmp_path / "codebook.md").read_text()
    for name in ("resolutions", "evidence", "paragraphs", "notes", "citations", "sources"):
        fields = described[f"{name}.csv"]["schema"]["fields"]
        header = (tmp_path / f"{name}.csv").read_text().splitlines()[0]
        assert [field["name"] for field in fields] == header.split(",")
        assert all(f"| `{field['name']}` |" in codebook for field in fields)
        assert package["counts"][name] == len(_rows(tmp_path, name))


def test_no_two_rows_have_the_same_key(tmp_path: Path, held: Text) -> None:
    dump(tmp_path)
    for one in _package(tmp_path)["resources"]:
        if "schema" in one:
            rows = _rows(tmp_path, one["path"].removesuffix(".csv"))
            keys = [tuple(row[column] for column in one["schema"]["primaryKey"]) for row in rows]
            assert len(set(keys)) == len(keys)


def test_the_same_archive_gives_the_same_bytes_and_dates(tmp_path: Path, held: Text) -> None:
    roots = [tmp_path / "one", tmp_path / "other"]
    versions = {dump(root).issue.version for root in roots}
    assert _bytes(roots[0]) == _bytes(roots[1])
    assert len(versions) == 1
    times = {path.stat().st_mtime for path in tmp_path.rglob("*") if path.is_file()}
    assert len(times) == 1


def test_a_word_that_changes_gives_another_version(tmp_path: Path, held: Text) -> None:
    before = dump(tmp_path / "before")
    make.make_paragraph(held, "Decides to remain seized of the matter.")
    after = dump(tmp_path / "after")
    assert before.issue.version != after.issue.version
    assert before.issue.changed_at <= after.issue.changed_at
    assert _package(tmp_path / "after")["version"] == after.issue.version


def test_nothing_of_a_withdrawn_text_is_in_any_file(tmp_path: Path, held: Text) -> None:
    dump(tmp_path / "before")
    withdraw(held.pk, by=make.make_staff("publisher"), reason="Private.")
    dump(tmp_path / "after")
    before, after = (b"".join(_bytes(tmp_path / name).values()) for name in ("before", "after"))
    for words in (b"66/164", b"66_164", b"Calls upon all States", "Défenseurs".encode()):
        assert words in before
        assert words not in after
    assert [row["symbol"] for row in _rows(tmp_path / "after", "resolutions")] == ["A/RES/53/144"]


def test_nothing_of_what_is_not_published_is_in_any_file(tmp_path: Path) -> None:
    make.make_waiting(make.make_source_file(b"a file that nobody has published"))
    dump(tmp_path)
    assert not any(b"nobody has published" in content for content in _bytes(tmp_path).values())


def test_an_empty_archive_has_files_without_rows(tmp_path: Path) -> None:
    made = dump(tmp_path)
    assert _lines(tmp_path, "resolutions") == _rows(tmp_path, "citations") == []
    assert made.issue.version.startswith("1970-01-01-")
    etree.parse(tmp_path / "network.graphml")


def _queries(count: int) -> None:
    for number in range(count):
        text = make.make_text(make.adopted(f"A/RES/66/{number + 1}", 2011))
        make.make_paragraph(text, "Calls upon all States;")


@pytest.mark.parametrize("count", [1, 5])
def test_some_hundred_records_are_read_at_once_and_each_file_alone(
    tmp_path: Path, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    _queries(count)
    with django_assert_num_queries(5 + 7 + count + 2 + 2):
        made: Dump = dump(tmp_path)
    assert made.issue.counts["resolutions"] == count


def test_series_and_lineages_are_tables_without_what_was_withdrawn(tmp_path: Path) -> None:
    series = make_defenders()
    text = Text.objects.get(resolution__symbol="A/RES/56/163")
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    dump(tmp_path)
    members = {row["symbol"]: row for row in _rows(tmp_path, "series")}
    assert members["A/RES/66/164"]["slug"] == series.slug
    assert members["A/RES/66/164"]["origin"] == "fact"
    assert text.resolution.symbol not in members
    assert members.keys() >= {row["symbol"] for row in _rows(tmp_path, "lineages")}
    places = [row for row in _rows(tmp_path, "lineages") if row["fate"] != "new"]
    known = {(row["symbol"], row["anchor"]) for row in _rows(tmp_path, "paragraphs")}
    assert places
    for row in places:
        assert {
            (row["symbol"], row["anchor"]),
            (row["before_symbol"], row["before_anchor"]),
        } <= known
        assert row["url"] == f"/lineage/{row['lineage']}/"
