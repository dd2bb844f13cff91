"""The report on a draft as JSON and as a Word document."""

import io
import time
from zipfile import ZipFile

import pytest
from django.test import Client
from lxml import etree
from pytest_django import Settings

from archive.parsing.parsed import ParagraphKind
from archive.web.draft import reading
from tests import builders as build
from tests.web.draft.conftest import FUND, IMPUNITY
from tests.web.draft.sending import report, sent, sent_back, whole

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("agreed_before", "here")]

CLOSE = IMPUNITY.replace("Encourages", "Urges")
DRAFT = build.resolution_text(operative=[CLOSE, FUND])
FILES = ("/draft.json", "/draft.docx")
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _document(content: bytes) -> etree._Element:
    with ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def _texts(root: etree._Element, *, without: str) -> list[str]:
    """The paragraphs of a document when what is ``without`` is left out: "ins" or "del"."""
    names = {"ins": f"{WORDS}ins", "del": f"{WORDS}del"}
    found = []
    for paragraph in root.iter(f"{WORDS}p"):
        pieces = [
            one.text or ""
            for one in paragraph.iter(f"{WORDS}t", f"{WORDS}delText")
            if names[without] not in {above.tag for above in one.iterancestors()}
        ]
        found.append("".join(pieces))
    return found


def test_json_has_every_paragraph_with_its_nearest_wordings(client: Client) -> None:
    found = sent(client, DRAFT, to="/draft.json").json()
    assert found["counts"] == {
        "verbatim": 1,
        "close": 1,
        "new": 1,
        "stronger": 1,
        "weaker": 0,
        "citations": 1,
        "doubtful_citations": 1,
    }
    close = found["paragraphs"][1]
    assert (close["anchor"], close["verdict"], close["step"]) == ("op1", "close", "stronger")
    nearest = close["nearest"][0]
    assert nearest["wording"] == IMPUNITY
    assert nearest["first"]["url"] == "http://testserver/A/RES/56/163/#op1"
    kept = [one["text"] for one in nearest["changes"] if one["kind"] != "deleted"]
    assert "".join(kept) == close["wording"] == CLOSE
    (citation,) = found["paragraphs"][0]["citations"]
    assert (citation["symbol"], citation["standing"]) == ("A/RES/53/144", "unknown")


def test_the_document_has_the_changes_tracked(client: Client) -> None:
    response = sent(client, DRAFT, to="/draft.docx")
    assert 'filename="draft-checked.docx"' in response["Content-Disposition"]
    root = _document(response.content)
    assert CLOSE in _texts(root, without="del")
    assert IMPUNITY in _texts(root, without="ins")
    told = _texts(root, without="del")
    assert "op. 1: stronger: encourages, then urges" in told
    assert any("Its opening is stronger: encourages, then urges." in one for one in told)
    assert "op. 1: Close" in told
    cited = "“resolution 53/144 of 9 December 1998” (A/RES/53/144): not known to the archive"
    to_look_at = told.index("Citations to be looked at")
    assert told[to_look_at + 1].startswith(f"pp 1: {cited}")
    assert any(one.startswith(cited) for one in told[told.index("pp 1: New") :])
    assert "op. 2: Verbatim" in told
    assert any("First in General Assembly resolution 56/163, op. 2" in one for one in told)


def test_the_document_has_wordings_that_are_less_near_with_their_words(client: Client) -> None:
    words = "Urges States to investigate attacks on museums and archives, and to bring books home;"
    draft = build.resolution_text(operative=[words, IMPUNITY.replace("justice", "book")])
    root = _document(sent(client, draft, to="/draft.docx").content)
    for without in ("ins", "del"):
        told = _texts(root, without=without)
        at = told.index("op. 1: New")
        assert told[at + 1 : at + 4] == [words, "1 wording that is less near:", IMPUNITY]
        assert told[at + 4].startswith("In General Assembly resolution 56/163, op. 1")
        assert told[at + 4].endswith("Its opening is stronger: encourages, then urges.")
        assert told[at + 5] == "op. 2: Close"


def test_in_the_document_headings_alone_are_set_as_headings(client: Client) -> None:
    heading = build.paragraph("op1", "General matters", kind=ParagraphKind.HEADING, opening=None)
    table = build.paragraph("op2", "States 2011", rows=(((0, 6), (7, 11)),))
    parsed = build.parse_of(paragraphs=(heading, table), citations=())
    root = _document(sent_back(client, parsed, to="/draft.docx").content)
    found = [one.find(f"{WORDS}pPr/{WORDS}pStyle") for one in root.iter(f"{WORDS}p")]
    styles = ["" if one is None else one.get(f"{WORDS}val") for one in found]
    by_words = dict(zip(_texts(root, without="del"), styles, strict=True))
    assert (by_words["General matters"], by_words["States 2011"]) == ("Heading2", "")


def test_the_page_leads_to_files_of_the_same_draft_without_sending_it_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried = report(client, DRAFT).one("input", name="carried").attributes["value"]
    monkeypatch.setattr(reading, "_parsed_aside", None)
    found = client.post("/draft.json", {"carried": carried}).json()
    assert [one["verdict"] for one in found["paragraphs"]] == ["new", "close", "verbatim"]


def test_a_draft_too_long_to_be_sent_back_is_said_to_be_so(
    client: Client, settings: Settings
) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = reading._MARGIN_BYTES + len(DRAFT) // 2
    shown = report(client, DRAFT.encode())
    assert "too long for its report to be taken away from this page" in shown.tidy_words
    assert not shown.every("form")


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"--x", "multipart/form-data"),
        ("&".join(f"a{n}=" for n in range(1_001)).encode(), "application/x-www-form-urlencoded"),
    ],
)
def test_a_damaged_body_is_refused_in_the_form_of_the_file(
    client: Client, body: bytes, content_type: str
) -> None:
    for address, media_type in [
        ("/draft/", "text/html"),
        ("/draft.json", "application/problem+json"),
        ("/draft.docx", "text/plain"),
    ]:
        response = client.generic("POST", address, body, content_type)
        assert response.status_code == 400
        assert response["Content-Type"].startswith(media_type)
        assert b"cannot be read as a form" in response.content


def test_a_page_of_yesterday_carries_nothing_any_more(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried = report(client, DRAFT).one("input", name="carried").attributes["value"]
    later = time.time() + 25 * 60 * 60
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)
    response = client.post("/draft.json", {"carried": carried})
    assert "older than a day" in response.json()["title"]


@pytest.mark.parametrize("words", ["forged", "a:b:c"])
def test_what_no_page_carried_is_refused(client: Client, words: str) -> None:
    response = client.post("/draft.json", {"carried": words})
    assert response.status_code == 400
    assert "Send the draft again." in response.json()["title"]


@pytest.mark.parametrize("address", FILES)
def test_a_file_is_not_asked_for_without_a_draft(client: Client, address: str) -> None:
    response = client.get(address)
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert b"sent here by POST" in response.content


@pytest.mark.parametrize(
    ("address", "media_type"),
    [
        ("/draft/", "text/html"),
        ("/draft.json", "application/problem+json"),
        ("/draft.docx", "text/plain"),
    ],
)
def test_a_draft_from_another_site_is_refused(address: str, media_type: str) -> None:
    response = sent(Client(enforce_csrf_checks=True), DRAFT, to=address)
    assert response.status_code == 403
    assert response["Content-Type"].startswith(media_type)


def test_a_draft_comes_in_with_the_token_of_the_form() -> None:
    client = Client(enforce_csrf_checks=True)
    client.get("/draft/")
    token = client.cookies["csrftoken"].value
    assert "Verbatim" in whole(sent(client, DRAFT, csrfmiddlewaretoken=token))


@pytest.mark.parametrize("address", FILES)
def test_what_is_no_draft_is_told_so_in_a_file_too(client: Client, address: str) -> None:
    response = sent(client, b"\x89PNG\r\n\x1a\n....", to=address)
    assert response.status_code == 400
    assert b"PNG picture, is not read" in response.content
