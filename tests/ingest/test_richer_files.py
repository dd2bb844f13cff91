"""What richer formats say of a resolution is kept: forms, tables, States, sponsors, languages."""

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.ingest.outcomes import Outcome, Verdict
from archive.ingest.refusals import RefusalError
from archive.ingest.storage import store
from archive.models import Citation, Evidence, Paragraph, Resolution, SourceFile, Text
from archive.parsing.parsed import Adoption, AdoptionMethod, ParsedResolution
from tests import builders as build
from tests import factories as make

pytestmark = pytest.mark.django_db

VOTE = Adoption(
    method=AdoptionMethod.RECORDED_VOTE,
    in_favour=2,
    against=1,
    abstaining=0,
    in_favour_states=("Chile", "Cuba"),
    against_states=("Chad",),
)


def _store(parsed: ParsedResolution | None = None, content: bytes = b"words") -> Outcome:
    return store(build.received(content), parsed or build.parse_of(), replace=False)


def _held() -> Resolution:
    return Resolution.objects.get(symbol="A/RES/66/164")


def _with(**fields: Any) -> ParsedResolution:
    return build.parse_of(masthead=build.masthead(**fields))


def _french(**fields: Any) -> ParsedResolution:
    masthead = build.masthead(**({"title": "Promotion de la Déclaration"} | fields))
    return build.parse_of(language="fr", masthead=masthead)


def test_a_paragraph_keeps_the_form_of_its_opening_and_the_rows_of_its_table() -> None:
    table = build.paragraph("op1-p1", "Chad 1", opening=None, label=None, rows=(((0, 4), (5, 6)),))
    first = build.paragraph("op1", "Decides:", opening="Decides", form="decide")
    _store(build.parse_of(paragraphs=(first, table), footnotes=(), citations=()))
    assert list(Paragraph.objects.order_by("position").values_list("form", "rows")) == [
        ("decide", []),
        ("", [[[0, 4], [5, 6]]]),
    ]


def test_a_citation_keeps_what_the_parser_has_against_it_and_whether_it_is_of_a_whole() -> None:
    paragraph = build.paragraph("pp1", "Recalling its resolution 45/58 P,")
    citations = (
        build.citation(paragraph, "resolution 45/58 P", "A/RES/45/58P", conflict="No such day."),
        build.citation(paragraph, "45/58", "A/RES/45/58", of_whole=True),
    )
    _store(build.parse_of(paragraphs=(paragraph,), footnotes=(), citations=citations))
    kept = Citation.objects.order_by("position").values_list("conflict", "of_whole")
    assert list(kept) == [("No such day.", False), ("", True)]


def test_the_states_of_a_vote_are_kept_with_the_resolution() -> None:
    _store(_with(adoption=VOTE, lines=("A/RES/66/164", "Adopted by a recorded vote of 2 to 1")))
    assert _held().voting_states == {
        "in_favour": ["Chile", "Cuba"],
        "against": ["Chad"],
        "abstaining": [],
    }
    evidence = Evidence.objects.get(fact="adoption")
    assert evidence.words == "Adopted by a recorded vote of 2 to 1"


def test_a_vote_known_without_its_states_gets_them_from_the_file() -> None:
    counts = {"votes_in_favour": 2, "votes_against": 1, "votes_abstaining": 0}
    known = make.make_resolution("A/RES/66/164", adoption_method="recorded_vote", **counts)
    make.make_evidence(known, fact="adoption", origin="facts")
    outcome = _store(_with(adoption=VOTE))
    assert not [one for one in outcome.warnings if one.where == "adoption"]
    assert _held().voting_states["against"] == ["Chad"]


def test_a_vote_without_a_count_keeps_its_states() -> None:
    vote = Adoption(method=AdoptionMethod.RECORDED_VOTE, against_states=("Chad",))
    _store(_with(adoption=vote))
    assert (_held().votes_against, _held().voting_states["against"]) == (None, ["Chad"])


def test_sponsors_and_the_draft_are_facts_with_their_lines() -> None:
    lines = ("A/RES/66/164", "Draft: A/C.3/66/L.29", "Sponsored by: Chile, Cuba")
    _store(
        _with(
            draft_symbol="A/C.3/66/L.29",
            sponsors=("Chile",),
            additional_sponsors=("Cuba",),
            lines=lines,
        )
    )
    held = _held()
    assert (held.sponsors, held.additional_sponsors) == (["Chile"], ["Cuba"])
    assert held.draft_symbol == "A/C.3/66/L.29"
    words = dict(Evidence.objects.values_list("fact", "words"))
    assert (words["draft_symbol"], words["sponsors"]) == lines[1:]


def test_a_draft_is_from_no_draft() -> None:
    _store(build.parse_of("A/C.3/70/L.46", masthead=_draft_masthead()))
    assert Resolution.objects.get(symbol="A/C.3/70/L.46").draft_symbol == ""


def _draft_masthead() -> Any:
    return build.masthead("A/C.3/70/L.46", draft_symbol="A/C.3/70/L.46")


def _zip_of(name: str) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr(name, "words")
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"words", "text/plain"),
        (b"%PDF-1.4 words", "application/pdf"),
        (b"<!doctype html><p>words", "text/html"),
        (b"<akomaNtoso>words</akomaNtoso>", "application/akn+xml"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "application/msword",
        ),
        (
            _zip_of("word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_the_media_type_is_told_by_the_content(content: bytes, media_type: str) -> None:
    _store(content=content)
    assert SourceFile.objects.get().media_type == media_type


def test_texts_in_two_languages_are_of_one_resolution() -> None:
    _store(_with(adopted_on=date(2011, 12, 19)))
    outcome = _store(_french(adopted_on=date(2011, 12, 19)), b"mots")
    assert (outcome.verdict, outcome.symbol) == (Verdict.ADDED, "A/RES/66/164")
    assert sorted(Text.objects.values_list("language", "title")) == [
        ("en", "Promotion of the Declaration"),
        ("fr", "Promotion de la Déclaration"),
    ]
    assert _held().title == "Promotion of the Declaration"
    assert outcome.warnings == ()


def test_a_translation_alone_gives_no_title_and_no_names_of_states() -> None:
    _store(_french(adoption=VOTE, sponsors=("Chili",), meeting=89))
    held = _held()
    assert (held.title, held.sponsors, held.voting_states) == ("", [], {})
    assert held.meeting == 89
    assert not Resolution.objects.held().exists()


def test_a_translation_that_disagrees_changes_nothing_and_warns() -> None:
    _store(_with(meeting=89))
    [warning] = _store(_french(meeting=98), b"mots").warnings
    assert (warning.code, warning.where) == ("facts_disagree", "meeting")
    assert _held().meeting == 89


def test_an_english_text_corrects_what_a_translation_said() -> None:
    _store(_french(meeting=98), b"mots")
    _store(_with(meeting=89))
    assert _held().meeting == 89


def test_another_text_in_a_language_that_is_held_is_refused_by_its_name() -> None:
    _store(_french(), b"mots")
    with pytest.raises(RefusalError) as refused:
        _store(_french(), b"autres mots")
    assert refused.value.reason.startswith("Another French text of A/RES/66/164 is held.")


def test_a_file_takes_the_same_queries_however_much_is_held_and_cites_it() -> None:
    def queries(symbol: str) -> int:
        parsed = build.parse_of(symbol, masthead=build.masthead(symbol, adopted_on=DAY))
        with CaptureQueriesContext(connection) as captured:
            _store(parsed, symbol.encode())
        return len(captured)

    few = queries("A/RES/66/1")
    for number in range(20):
        paragraph = make.make_paragraph(make.make_text(), "Recalls 66/2 and 53/144;")
        make.make_citation(paragraph, "66/2", "A/RES/66/2")
        make.make_citation(paragraph, "53/144", Resolution.objects.get(symbol="A/RES/53/144"))
        make.make_resolution(f"A/RES/65/{number + 1}")
    assert queries("A/RES/66/2") <= few


DAY = date(2011, 12, 19)
