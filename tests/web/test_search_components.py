"""Components of the search page by themselves: hits of a wording, the bars of the years."""

from archive.search.excerpts.fragments import Fragment
from archive.search.facets.histogram import Histogram, bars
from archive.search.form.params import SearchParams
from archive.search.form.periods import Period
from archive.search.matches.counts import Noun
from archive.templatetags.components import macro
from tests.web.markup import Element, markup

WORDS = SearchParams(q='"a & b"')


def _component(name: str, /, *values: object) -> str:
    return str(macro(name)(*values))


def _histogram(params: SearchParams = WORDS, *, is_approximate: bool = False) -> Element:
    found = bars({1999: 1_200, 2001: 3}, params)
    shown = Histogram(bars=found, noun=Noun.RESOLUTION, is_approximate=is_approximate)
    return markup(_component("histogram", shown))


def test_hits_are_marked_and_the_rest_is_not() -> None:
    fragments = (Fragment("Condemns "), Fragment("impunity", is_hit=True), Fragment(";"))
    assert _component("marked", fragments) == "Condemns <mark>impunity</mark>;"


def test_signs_of_markup_are_text_in_hits_and_beside_them() -> None:
    fragments = (Fragment("<b> & {} "), Fragment("</mark>{0}", is_hit=True))
    assert _component("marked", fragments) == ("&lt;b&gt; &amp; {} <mark>&lt;/mark&gt;{0}</mark>")


def test_no_fragments_are_no_words() -> None:
    assert _component("marked", ()) == ""


def test_each_year_in_which_something_was_found_is_a_bar_that_leads_to_it() -> None:
    links = _histogram().one("svg").every("a")
    assert [link.attributes["href"] for link in links] == [
        "/search/?q=%22a+%26+b%22&from=1999&to=1999",
        "/search/?q=%22a+%26+b%22&from=2001&to=2001",
    ]
    assert [link.tidy_words for link in links] == ["1999: 1,200", "2001: 3"]
    assert [link.one("path").attributes["d"] for link in links] == ["M0 0v100", "M20 0v3"]


def test_the_table_has_the_same_years_counts_and_links() -> None:
    bars_, rows = _histogram().one("svg").every("a"), _histogram().one("tbody").every("tr")
    assert [f"{one.one('th').words}: {one.one('td').words}" for one in rows] == [
        one.tidy_words for one in bars_
    ]
    assert [one.one("a").attributes["href"] for one in rows] == [
        one.attributes["href"] for one in bars_
    ]


def test_what_is_known_approximately_says_so_in_both() -> None:
    about = _histogram(is_approximate=True)
    assert about.one("svg").every("title")[0].words == "1999: about 1,200"
    assert about.one("tbody").every("td")[0].words == "about 1,200"


def test_the_bars_within_the_dates_sought_are_told_apart() -> None:
    narrowed = WORDS.with_(since=Period.read("2001"))
    paths = _histogram(narrowed).every("path")
    assert [path.attributes.get("class") for path in paths] == [None, "within"]
