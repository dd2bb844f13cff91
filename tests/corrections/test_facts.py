"""Facts of a masthead in the manifest's words, and what follows from them."""

from dataclasses import replace
from datetime import date

import pytest

from archive.corrections import making
from archive.corrections.applying import corrected
from archive.corrections.facts import FACTS, fact_in
from archive.corrections.values import CorrectionError
from archive.parsing.parsed import Adoption, AdoptionMethod, Masthead
from archive.parsing.symbols import Organ
from tests.corrections.texts import cited_in, plain_text, with_corrections
from tests.parsing.printed import codes_of

VOTE = Adoption(method=AdoptionMethod.RECORDED_VOTE, in_favour=127, against=14, abstaining=41)


@pytest.mark.parametrize(
    ("fact", "words", "kept", "fields"),
    [
        ("symbol", " a/res/66/164 ", "A/RES/66/164", {"symbol": "A/RES/66/164", "session": 66}),
        ("symbol", "A/HRC/L.5", "A/HRC/L.5", {"is_draft": True, "organ": Organ.HRC}),
        ("symbol", "S/RES/1325 (2000)", "S/RES/1325(2000)", {"organ": Organ.SC}),
        ("title", "The  Declaration", "The Declaration", {"title": "The Declaration"}),
        ("adopted_on", "19 December 2011", "2011-12-19", {"adopted_on": date(2011, 12, 19)}),
        ("distributed_on", "2012-03-15", "2012-03-15", {"distributed_on": date(2012, 3, 15)}),
        ("meeting", "89", "89", {"meeting": 89}),
        ("committee_report", "A/66/462/Add.2", "A/66/462/Add.2", {}),
        ("agenda_item", "69 (b)", "69 (b)", {"agenda_item": "69 (b)"}),
        ("draft_symbol", "A/66/L. 5", "A/66/L.5", {"draft_symbol": "A/66/L.5"}),
        (
            "adoption",
            "without a vote",
            "without a vote",
            {"adoption": Adoption(method=AdoptionMethod.WITHOUT_VOTE)},
        ),
        ("adoption", "recorded vote 127–14–41", "recorded vote 127-14-41", {"adoption": VOTE}),
        (
            "adoption",
            "recorded vote",
            "recorded vote",
            {"adoption": Adoption(method=AdoptionMethod.RECORDED_VOTE)},
        ),
        (
            "sponsors",
            "Chile,Norway; additional: Peru",
            "Chile, Norway; additional: Peru",
            {"sponsors": ("Chile", "Norway"), "additional_sponsors": ("Peru",)},
        ),
        ("sponsors", "; additional: Peru", "; additional: Peru", {"sponsors": ()}),
        ("stage", "draft", "draft", {}),
        ("adopted_as", "A/RES/66/164", "A/RES/66/164", {}),
        ("series", "Supplement No. 49", "Supplement No. 49", {}),
    ],
)
def test_a_fact_is_read_as_the_manifest_writes_it(
    fact: str, words: str, kept: str, fields: dict[str, object]
) -> None:
    found = corrected(plain_text(), [making.fact_set(plain_text(), fact, words=words)])
    assert found.facts == {fact: kept}
    assert found.set_by == {f"masthead.{fact}": 0}
    assert {name: getattr(found.parsed.masthead, name) for name in fields} == fields
    assert fact_in(found.parsed.masthead, fact, facts=found.facts) == kept


@pytest.mark.parametrize(
    ("fact", "words", "said"),
    [
        ("symbol", "nothing", "The symbol cannot be read: “nothing” is not a document symbol"),
        ("symbol", "A/66/203", "names neither an act of an organ nor a draft"),
        ("adopted_on", "soon", "The date of adoption “soon” cannot be read: write the day as 2011"),
        ("adopted_on", "2011-13-40", "cannot be read"),
        ("meeting", "0", "write the number of the meeting as 89"),
        ("meeting", "eighty", "write the number of the meeting as 89"),
        ("adoption", "by acclaim", "write “without a vote”, or “recorded vote 127-14-41”"),
        ("draft_symbol", "A/RES/66/164", "is no draft"),
        ("adopted_as", "A/66/L.5", "is no act of an organ"),
        ("stage", "maybe", "write “adopted” or “draft”"),
        ("sponsors", "Chile,,Peru", "write the names with a comma between them"),
        ("sponsors", "; additional: ,", "write the names with a comma between them"),
        ("title", "a\x07b", "control characters"),
        ("colour", "red", "There is no fact “colour”; the facts are symbol, title"),
    ],
)
def test_words_that_cannot_be_read_are_refused(fact: str, words: str, said: str) -> None:
    with pytest.raises(CorrectionError, match=said):
        making.fact_set(plain_text(), fact, words=words)


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_is_taken_out(fact: str) -> None:
    text = replace(
        plain_text(),
        masthead=Masthead(
            symbol="A/RES/66/164",
            title="A title",
            adopted_on=date(2011, 12, 19),
            meeting=89,
            adoption=VOTE,
            sponsors=("Chile",),
            additional_sponsors=("Peru",),
            draft_symbol="A/66/L.5",
            distributed_on=date(2012, 3, 15),
            committee_report="A/66/462",
            agenda_item="69",
        ),
    )
    made = making.fact_set(text, fact, words=" ")
    found = corrected(text, [made])
    assert found.facts == {fact: None}
    assert fact_in(found.parsed.masthead, fact, facts={}) is None
    assert made.before == fact_in(text.masthead, fact, facts={})


def test_a_symbol_of_another_organ_makes_its_own_acts_those_of_that_organ() -> None:
    text = plain_text()
    words = "Recalls its resolution 5/1 of 18 June 2007."
    text = with_corrections(text, making.wording_set(text, "op4", text=words))
    made = making.fact_set(text, "symbol", words="A/HRC/RES/13/13")
    now = with_corrections(text, made)
    assert cited_in(now, "op4") == [("resolution 5/1 of 18 June 2007", "A/HRC/RES/5/1")]


def test_a_text_with_a_symbol_needs_no_candidates_and_one_without_has_them_again() -> None:
    text = plain_text()
    words = "Decides to consider it at its sixty-seventh session under the item entitled “Rights”."
    text = with_corrections(text, making.wording_set(text, "op4", text=words))
    named = with_corrections(text, making.fact_set(text, "symbol", words="A/RES/66/164"))
    assert named.candidates == ()
    again = with_corrections(named, making.fact_set(named, "symbol", words=None))
    assert [one.session for one in again.candidates] == [66, 65]


def test_a_day_of_adoption_tells_what_contradicts_it() -> None:
    text = plain_text()
    assert codes_of(text) == []
    now = with_corrections(text, making.fact_set(text, "adopted_on", words="1 May 2005"))
    assert set(codes_of(now)) == {"citation_conflict"}
    right = with_corrections(now, making.fact_set(now, "adopted_on", words="19 December 2011"))
    assert right.citations == text.citations
    assert codes_of(right) == []


def test_the_states_that_a_file_names_stay_with_the_same_counts() -> None:
    named = replace(VOTE, in_favour_states=("Chile",))
    text = replace(plain_text(), masthead=Masthead(adoption=named))
    same = making.fact_set(text, "adoption", words="recorded vote 127-14-41")
    assert with_corrections(text, same).masthead.adoption == named
    other = making.fact_set(text, "adoption", words="recorded vote 128-14-41")
    assert with_corrections(text, other).masthead.adoption == replace(VOTE, in_favour=128)


def test_nobody_is_no_sponsor() -> None:
    with pytest.raises(CorrectionError, match="write the names with a comma between them"):
        making.fact_set(plain_text(), "sponsors", words="; additional: ")
