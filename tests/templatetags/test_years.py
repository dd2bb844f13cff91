"""Bars and rows of a histogram say the same, and lead to the searches of their years."""

from archive.search.facets.histogram import Histogram, bars
from archive.search.form.params import SearchParams
from archive.search.form.periods import Period
from archive.search.matches.counts import Noun
from archive.templatetags import years
from tests.web.markup import markup

WORDS = SearchParams(q='"a & b"')


def _histogram(params: SearchParams = WORDS, *, is_approximate: bool = False) -> Histogram:
    found = bars({1999: 1_200, 2001: 3}, params)
    return Histogram(bars=found, noun=Noun.RESOLUTION, is_approximate=is_approximate)


def test_each_year_in_which_something_was_found_is_a_bar_that_leads_to_it() -> None:
    links = markup(years.bars(_histogram()).encode()).every("a")
    assert [link.attributes["href"] for link in links] == [
        "/search/?q=%22a+%26+b%22&from=1999&to=1999",
        "/search/?q=%22a+%26+b%22&from=2001&to=2001",
    ]
    assert [link.tidy_words for link in links] == ["1999: 1,200", "2001: 3"]
    assert [link.one("path").attributes["d"] for link in links] == ["M0 0v100", "M20 0v3"]


def test_the_table_has_the_same_years_counts_and_links() -> None:
    rows = markup(years.rows(_histogram()).encode()).every("tr")
    bars_ = markup(years.bars(_histogram()).encode()).every("a")
    assert [f"{one.one('th').words}: {one.one('td').words}" for one in rows] == [
        one.tidy_words for one in bars_
    ]
    assert [one.one("a").attributes["href"] for one in rows] == [
        one.attributes["href"] for one in bars_
    ]


def test_what_is_known_approximately_says_so_in_both() -> None:
    about = _histogram(is_approximate=True)
    assert "1999: about 1,200" in years.bars(about)
    assert "<td>about 1,200</td>" in years.rows(about)


def test_the_bars_within_the_dates_sought_are_told_apart() -> None:
    narrowed = WORDS.with_(since=Period.read("2001"))
    paths = markup(years.bars(_histogram(narrowed)).encode()).every("path")
    assert [path.attributes.get("class") for path in paths] == [None, "within"]
