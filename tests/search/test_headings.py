"""A heading says a search in words, with its count and everything that narrows it."""

import pytest
from django.http import QueryDict

from archive.search.form.filters import read_params
from archive.search.headings import heading
from archive.search.language.query import Query
from archive.search.matches.counts import Certainty, Count
from archive.search.problems import nothing_found


def said(address: str, count: Count | int) -> str:
    params = read_params(QueryDict(address))
    found = Count(number=count) if isinstance(count, int) else count
    return heading(params, Query.read(params.q), count=found)


ABOUT, MORE_THAN = Certainty.ABOUT, Certainty.MORE_THAN

WORDS = [
    ('q="gender-based violence" impunity', 330, "330 resolutions say “{}” and impunity"),
    ("q=impunity", 1, "1 resolution says impunity"),
    ("q=impunity", 0, "No resolution says impunity"),
    ("q=impunity", Count(number=12_000, kind=ABOUT), "About 12,000 resolutions say impunity"),
    ("q=impunity", Count(number=4, drafts=1), "3 resolutions and 1 draft say impunity"),
    ("q=impunity", Count(number=1, drafts=1), "1 draft says impunity"),
    (
        "q=impunity",
        Count(number=9_000, drafts=7, kind=ABOUT),
        "About 9,000 resolutions say impunity",
    ),
    ("q=threats OR attacks", 2, "2 resolutions say threats or attacks"),
    ("q=impunity -women -press", 2, "2 resolutions say impunity but not women or press"),
    ("q=-women", 2, "2 resolutions do not say women"),
    ("q=-women", 1, "1 resolution does not say women"),
    ("q=a b OR -c", 2, "2 resolutions say a and b, or do not say c"),
    ("q=53/144&view=resolutions", 3, "3 resolutions name 53/144"),
    ("q=53/144 impunity", 3, "3 resolutions say impunity and name 53/144"),
    ("q=53/144 OR impunity", 1, "1 resolution names 53/144, or says impunity"),
    ("q=impunity -53/144", 3, "3 resolutions say impunity but not 53/144"),
    ("q=defend*", 3, "3 resolutions say defend*"),
]


@pytest.mark.parametrize(("address", "count", "words"), WORDS)
def test_what_is_said_and_how_often(address: str, count: Count | int, words: str) -> None:
    assert said(address, count) == words.format("gender-based violence")


FILTERS = [
    ("organ=HRC", "212 resolutions of the Human Rights Council"),
    ("session=66", "212 resolutions of the sixty-sixth session"),
    ("session=66&organ=GA", "212 resolutions of the sixty-sixth session of the General Assembly"),
    ("session=2005&organ=ECOSOC", "212 resolutions of the 2005 session of the {}"),
    ("from=2000&to=2015", "212 resolutions adopted 2000 to 2015"),
    ("organ=GA&from=2011-12-19&to=2011-12-19&q=x", "212 resolutions of the {}, say x"),
    ("stage=draft&from=2015", "212 drafts distributed from 2015"),
    ("stage=adopted&q=x", "212 adopted resolutions say x"),
    ("held=no&q=x", "212 resolutions that are not held say x"),
    ("organ=SC&held=yes", "212 resolutions of the Security Council, that are held"),
    ("opening=urge&opening=call upon", "212 resolutions open a paragraph with {}"),
    ("cites=53/144&cites=66/164", "212 resolutions cite A/RES/53/144 and A/RES/66/164"),
    ("in=title&q=x", "212 resolutions say x in the title"),
    ("in=title&in=operative&q=x", "212 resolutions say x in the title or in operative paragraphs"),
    ("in=footnotes", "212 resolutions"),
    (
        "q=x&organ=GA&from=2000&to=2015&opening=urge&cites=53/144",
        "212 resolutions of the {}, say x, open a paragraph with “urge” and cite A/RES/53/144",
    ),
]
_REST = {
    "q=x&organ=GA&from=2000&to=2015&opening=urge&cites=53/144": (
        "General Assembly, adopted 2000 to 2015"
    ),
    "session=2005&organ=ECOSOC": "Economic and Social Council",
    "organ=GA&from=2011-12-19&to=2011-12-19&q=x": "General Assembly, adopted on 19 December 2011",
    "opening=urge&opening=call upon": "“call upon” or “urge”",
}


@pytest.mark.parametrize(("address", "words"), FILTERS)
def test_everything_that_narrows_is_said(address: str, words: str) -> None:
    assert said(address, 212) == words.format(_REST.get(address, ""))


PARAGRAPHS = [
    ("q=x", Count(number=5_000, kind=MORE_THAN), "More than 5,000 paragraphs say x"),
    ("q=x", 1, "1 paragraph says x"),
    ("q=x&in=operative", 12, "12 operative paragraphs say x"),
    ("q=x&in=operative&in=footnotes", 1, "1 operative paragraph or note says x"),
    ("q=x&in=annex", 0, "No paragraph of an annex says x"),
    ("q=x&organ=GA&stage=draft", 2, "2 paragraphs of drafts of the General Assembly say x"),
    ("from=2011", 2, "2 paragraphs of resolutions adopted from 2011"),
    (
        "organ=SC&from=2011&q=x",
        2,
        "2 paragraphs of resolutions of the Security Council, adopted from 2011, say x",
    ),
    ("q=x&held=yes", 1, "1 paragraph of resolutions that are held says x"),
    ("q=x", Count(number=9, drafts=2), "9 paragraphs say x"),
    ("opening=urge&cites=53/144", 2, "2 paragraphs open with “urge” and cite A/RES/53/144"),
]


@pytest.mark.parametrize(("address", "count", "words"), PARAGRAPHS)
def test_paragraphs_are_called_what_they_are(address: str, count: Count | int, words: str) -> None:
    assert said(f"{address}&view=paragraphs", count) == words


def test_a_long_search_stays_a_sentence() -> None:
    typed = " ".join(f"word{number}" for number in range(200)) + ' "' + "x" * 2_000 + '"'
    words = said(f"q={typed}", 3)
    assert words.startswith("3 resolutions say word0, word1, ")
    assert words.endswith(", word11 and 189 more")
    many = " OR ".join(f"word{number}" for number in range(200))
    assert said(f"q={many}", 3).endswith(", word11 or 188 more")
    assert said(f"q={many} -x", 3).endswith(", or word11, or 188 more")
    assert said(f"q={many} OR -x", 3).endswith(", or say word11, or 189 more")
    assert len(said(f'q="{"right " * 200}" {"y" * 2_000}', 3)) < 250


NOTHING = [
    ("q=xyz", "No resolution says xyz.", "another word"),
    ("q=xyz abc", "No resolution says xyz and abc.", "fewer words"),
    ('q="x y"', "No resolution says “x y”.", "quotation marks"),
    ("q=xyz&organ=SC", "No resolution of the Security Council says xyz.", "narrows"),
    ("organ=SC", "There is no resolution of the Security Council.", "narrows"),
    ("q=xyz&view=paragraphs", "No paragraph says xyz.", "another word"),
]


@pytest.mark.parametrize(("address", "happened", "advice"), NOTHING)
def test_where_nothing_is_found_the_search_is_said_with_what_to_do(
    address: str, happened: str, advice: str
) -> None:
    params = read_params(QueryDict(address))
    problem = nothing_found(params, Query.read(params.q))
    assert problem.happened == happened
    assert advice in problem.advice
