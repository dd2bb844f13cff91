"""A comparison as files: each has what the page has, and says what is wrong in its own way."""

import io
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from archive.models import Paragraph, Resolution
from archive.web.compare.files import COLUMNS
from tests.data.word.libreoffice import decided, needs_libreoffice
from tests.web.compare.conftest import DRAFT, KEPT, NEWER, OLDER
from tests.web.formats import read_csv

pytestmark = pytest.mark.django_db

QUERY = f"?from={OLDER}&to={NEWER}"
FIXTURES = Path(settings.BASE_DIR) / "fixtures"
#: The files of A/RES/66/164 and of the draft, which moves, splits, merges and drops paragraphs.
FOUNDING = ("001_7956f2d681d4ea9d.txt", "002_6c4a68e8a7cd0e6b.txt")
Rows = Mapping[str, Resolution]


def test_json_has_both_texts_the_counts_and_every_pairing(client: Client, texts: Rows) -> None:
    found = client.get(f"/compare.json{QUERY}").json()
    assert found["version"] == 1
    assert found["url"] == f"http://testserver/compare/{QUERY}"
    assert (found["from"]["symbol"], found["to"]["symbol"]) == (OLDER, NEWER)
    assert found["from"]["date_is_unverified"] is True
    counts = {name: count for name, count in found["counts"].items() if count}
    assert counts == {"kept": 2, "reworded": 1, "new": 1, "dropped": 1, "stronger": 1}
    [one] = [one for one in found["pairings"] if one["fate"] == "reworded"]
    assert (one["step"], one["is_moved"]) == ("stronger", False)
    assert one["before"][0]["place"] == "op. 1"
    assert one["after"][0] | {"wording": ""} == {
        "anchor": "op2",
        "url": f"http://testserver/{NEWER}/op2/",
        "kind": "operative",
        "place": "op. 2",
        "opening": "Urges",
        "wording": "",
    }
    assert one["changes"][:2] == [
        {"kind": "deleted", "text": "Encourages"},
        {"kind": "inserted", "text": "Urges"},
    ]


def test_csv_has_a_row_for_each_pairing(client: Client, texts: Rows) -> None:
    response = client.get(f"/compare.csv{QUERY}")
    assert 'filename="compare-A-RES-62-152-A-RES-66-164.csv"' in response["Content-Disposition"]
    rows = read_csv(response.content)
    assert [row["fate"] for row in rows] == ["kept", "new", "reworded", "kept", "dropped"]
    assert list(rows[0]) == COLUMNS
    assert rows[0]["before_wording"] == rows[0]["after_wording"] == KEPT
    assert (rows[2]["before_places"], rows[2]["after_places"]) == ("op. 1", "op. 2")
    assert (rows[2]["step"], rows[2]["is_moved"]) == ("stronger", "no")
    assert rows[4]["url"] == f"http://testserver/compare/{QUERY}#was-op2-a"


def test_word_has_the_changes_and_says_of_what_on_each_page(client: Client, texts: Rows) -> None:
    response = client.get(f"/compare.docx?from={OLDER}&to={DRAFT}")
    assert 'filename="compare-A-RES-62-152-A-C-3-70-L-46.docx"' in response["Content-Disposition"]
    with ZipFile(io.BytesIO(response.content)) as whole:
        head = whole.read("word/header.xml").decode()
        text = whole.read("word/document.xml").decode()
    assert f"From {OLDER} (18 December 2007 (date unverified)) to {DRAFT} (draft, not" in head
    assert f'w:author="{DRAFT}"' in text
    assert "<w:delText" in text


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("", 400, "Two texts are compared; name both of them"),
        (f"?from={OLDER}&to=nonsense", 400, "“nonsense” is not the symbol of a document"),
        (f"?from={OLDER}&to=A/RES/70/161", 404, "The archive holds no text of A/RES/70/161"),
    ],
)
def test_what_cannot_be_compared_is_said(
    client: Client, texts: Rows, query: str, status: int, words: str
) -> None:
    for suffix, media_type in (("json", "application/problem+json"), ("docx", "text/plain")):
        response = client.get(f"/compare.{suffix}{query}")
        assert response.status_code == status
        assert response["Content-Type"].startswith(media_type)
        assert words in response.content.decode()


def test_another_spelling_leads_to_the_one_address_of_the_format(
    client: Client, texts: Rows
) -> None:
    for query in ("?from=62/152&to=66/164", f"{QUERY}&show=changes"):
        response = client.get(f"/compare.csv{query}")
        assert (response.status_code, response["Location"]) == (302, f"/compare.csv{QUERY}")


@needs_libreoffice
def test_libreoffice_accepts_to_exactly_the_newer_text_and_rejects_to_the_older(
    client: Client, tmp_path: Path
) -> None:
    for name in FOUNDING:
        manifest = FIXTURES / "manifest.toml"
        call_command("ingest", FIXTURES / name, jobs=1, manifest=manifest)
    response = client.get(f"/compare.docx?from={NEWER}&to={DRAFT}")
    accepted, rejected = decided(response.content, tmp_path)
    assert accepted == _printed(DRAFT)
    assert rejected == _printed(NEWER)


def _printed(symbol: str) -> list[str]:
    """The paragraphs of a text, each with its label."""
    rows = Paragraph.objects.filter(text__resolution__symbol=symbol).in_reading_order()
    return [f"{row.label}\t{row.wording}" if row.label else row.wording for row in rows]
