"""What a person says that words cite, and that it stays as long as the words stand."""

import pytest

from archive.corrections import making
from archive.corrections.applying import corrected
from archive.corrections.values import Correction, CorrectionError
from archive.parsing.parsed import ParsedResolution
from tests.corrections.texts import cited_in, plain_text, with_corrections


def _cite(parsed: ParsedResolution, where: str, *, words: str, symbol: str) -> Correction:
    start = next(p.text for p in parsed.paragraphs if p.id == where).index(words)
    return making.cited(parsed, where, start=start, end=start + len(words), symbol=symbol)


def _uncite(parsed: ParsedResolution, where: str, words: str) -> Correction:
    start = next(p.text for p in parsed.paragraphs if p.id == where).index(words)
    return making.uncited(parsed, where, start=start, end=start + len(words))


def test_another_target_is_cited_in_the_same_words() -> None:
    text = plain_text()
    made = _cite(text, "op1", words="resolution 66/164", symbol=" a/hrc/res/66/16 ")
    assert (made.where, made.before, made.after) == ("op1:40-57", "A/RES/66/164", "A/HRC/RES/66/16")
    found = corrected(text, [made])
    assert cited_in(found.parsed, "op1") == [("resolution 66/164", "A/HRC/RES/66/16")]
    assert found.set_by == {"op1:40-57": 0}


def test_words_that_were_no_citation_are_one_and_dated_by_their_own_words() -> None:
    text = plain_text()
    made = making.wording_set(text, "op4", text="Decides on act 5/1 of 18 June 2007 and others.")
    text = with_corrections(text, made)
    now = with_corrections(
        text, _cite(text, "op4", words="act 5/1 of 18 June 2007", symbol="A/HRC/RES/5/1")
    )
    (one,) = [one for one in now.citations if one.source == "op4"]
    assert (one.target, str(one.dated_on), one.by_name) == ("A/HRC/RES/5/1", "2007-06-18", False)
    named = with_corrections(text, _cite(text, "op4", words="others", symbol="A/RES/60/251"))
    assert [one.by_name for one in named.citations if one.source == "op4"] == [True]
    assert [one.opening for one in named.citations if one.source == "op4"] == ["Decides"]


def test_a_wider_citation_takes_the_place_of_those_it_overlaps() -> None:
    text = plain_text()
    words = "its resolution 53/144 of 9 December 1998, and Human Rights Council resolution 13/13"
    now = with_corrections(text, _cite(text, "pp1", words=words, symbol="A/HRC/RES/13/13"))
    assert cited_in(now, "pp1") == [(words, "A/HRC/RES/13/13")]


def test_words_may_refer_to_a_paragraph_of_the_same_text() -> None:
    text = plain_text()
    now = with_corrections(text, _cite(text, "op4", words="the matter", symbol="op2-a"))
    (one,) = [one for one in now.citations if one.source == "op4"]
    assert (one.target, one.pinpoint) == (None, "op2-a")
    renamed = with_corrections(now, making.label_set(now, "op2-a", label="(c)"))
    assert cited_in(renamed, "op4") == [("the matter", "op2-c")]


def test_what_a_person_set_or_took_out_stays_while_its_words_stand() -> None:
    text = plain_text()
    made = [_cite(text, "op1", words="resolution 66/164", symbol="A/HRC/RES/16/4")]
    made.append(_uncite(text, "pp2", "A/66/203"))
    now = corrected(text, made).parsed
    for where, words in (
        ("op1", "Calls upon all the States to give effect to resolution 66/164 now;"),
        ("pp2", "Noting also the report (A/66/203) and A/66/204,"),
    ):
        made.append(making.wording_set(now, where, text=words))
        now = corrected(text, made).parsed
    assert cited_in(now, "op1") == [("resolution 66/164", "A/HRC/RES/16/4")]
    assert cited_in(now, "pp2") == [("A/66/204", "A/66/204")]
    found = corrected(text, made)
    assert {place for place in found.set_by if ":" in place} == {"op1:44-61", "pp2:24-32"}
    made.append(making.wording_set(now, "op1", text="Calls upon all to heed resolution 66/165;"))
    now = corrected(text, made).parsed
    assert cited_in(now, "op1") == [("resolution 66/165", "A/RES/66/165")]


def test_what_a_person_set_goes_along_when_its_paragraph_is_cut_or_made_one() -> None:
    text = plain_text()
    made = [_cite(text, "pp1", words="25 March 2010", symbol="A/HRC/RES/13/1")]
    now = corrected(text, made).parsed
    at = now.paragraphs[0].text.index("and Human")
    made.append(making.split(now, "pp1", at=at))
    now = corrected(text, made).parsed
    assert ("25 March 2010", "A/HRC/RES/13/1") in cited_in(now, "pp2")
    made.append(making.merged(now, "pp1"))
    now = corrected(text, made).parsed
    assert ("25 March 2010", "A/HRC/RES/13/1") in cited_in(now, "pp1")


def test_a_conflict_is_settled_by_the_person_who_names_the_target() -> None:
    text = plain_text()
    words = "Recalls resolution 53/144 of 9 December 2031."
    text = with_corrections(text, making.wording_set(text, "op4", text=words))
    (one,) = [one for one in text.citations if one.source == "op4"]
    assert one.conflict
    made = making.cited(text, "op4", start=one.start, end=one.end, symbol="A/RES/53/143")
    (now,) = [one for one in with_corrections(text, made).citations if one.source == "op4"]
    assert now.conflict is None


@pytest.mark.parametrize(
    ("start", "end", "symbol", "said"),
    [
        (0, 5, "nothing", "“nothing” is no symbol that “Calls” can cite"),
        (0, 5, "", "is no symbol"),
        (1, 5, "A/RES/1/1", "“alls” in op. 1 are not whole words"),
        (0, 6, "A/RES/1/1", "are not whole words"),
        (50, 999, "A/RES/1/1", "There are no such words in op. 1"),
        (5, 5, "A/RES/1/1", "There are no such words in op. 1"),
        (40, 57, "A/RES/66/164", "What the words cite is so already"),
    ],
)
def test_what_cannot_be_cited_is_refused(start: int, end: int, symbol: str, said: str) -> None:
    with pytest.raises(CorrectionError, match=said):
        making.cited(plain_text(), "op1", start=start, end=end, symbol=symbol)


def test_words_that_cite_nothing_have_nothing_to_take_out() -> None:
    with pytest.raises(CorrectionError, match=r"“Calls” in op\. 1 cites nothing"):
        making.uncited(plain_text(), "op1", start=0, end=5)
    with pytest.raises(CorrectionError, match="There is no note 9"):
        making.uncited(plain_text(), "fn9", start=0, end=5)


def test_what_a_person_set_stays_where_its_words_are_once_a_paragraph_is_cut() -> None:
    text = plain_text()
    words = "Recalls resolution 60/161; (b) resolution 60/162 too."
    text = with_corrections(text, making.wording_set(text, "op4", text=words))
    made = [
        _cite(text, "op4", words="60/161", symbol="A/RES/60/1"),
        _cite(text, "op4", words="60/161; (b) resolution 60/162", symbol="A/RES/60/3"),
    ]
    first = [made[0], making.split(corrected(text, made[:1]).parsed, "op4", at=words.index("(b)"))]
    assert corrected(text, first).set_by == {"op4:19-25": 0, "op4": 1, "op4-b": 1}
    across = made[1:]
    cut = making.split(corrected(text, across).parsed, "op4", at=words.index("(b)"))
    found = corrected(text, [*across, cut])
    assert found.set_by == {"op4": 1, "op4-b": 1}
    assert cited_in(found.parsed, "op4") == [("resolution 60/161", "A/RES/60/161")]
