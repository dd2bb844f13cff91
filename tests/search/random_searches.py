"""Random searches of the words, symbols and values that small archives are made of."""

from typing import Any

from hypothesis import strategies as st

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.form.params import Part, SearchParams, Sort, View
from archive.search.form.periods import Period
from tests.search.oracle import Alternatives, Kind, Term, typed
from tests.search.small_archives import FORMS, SYMBOLS, WORDS

_BEGINNINGS = ("hum", "defen", "gender", "wom", "counter", "lom", "viol", "organis", "xyz")
_MOST_NARROWINGS = 2


@st.composite
def terms(draw: st.DrawFn) -> Term:
    """A word, a phrase, a beginning or a symbol, now and then excluded."""
    kind = draw(st.sampled_from([Kind.WORD, Kind.WORD, Kind.PHRASE, Kind.PREFIX, Kind.SYMBOL]))
    is_excluded = draw(st.integers(0, 5)) == 0
    if kind is Kind.SYMBOL:
        return Term(kind, draw(st.sampled_from(sorted(SYMBOLS))), is_excluded=is_excluded)
    if kind is Kind.PREFIX:
        return Term(kind, draw(st.sampled_from(_BEGINNINGS)), is_excluded=is_excluded)
    if kind is Kind.PHRASE:
        words = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=4))
    else:
        words = [draw(st.sampled_from(WORDS))]
    # "-the 13/13" excludes the symbol, as "-resolution 13/13" does.
    return Term(kind, " ".join(words), is_excluded=is_excluded and words[0] != "the")


def queries() -> st.SearchStrategy[Alternatives]:
    """At most two alternatives, each of at most three terms."""
    alternatives = st.lists(terms(), min_size=1, max_size=3).map(tuple)
    return st.lists(alternatives, max_size=2).map(tuple)


_narrowings = st.fixed_dictionaries(
    {},
    optional={
        "parts": st.lists(st.sampled_from(Part), max_size=2).map(tuple),
        "organ": st.sampled_from([Organ.GA, Organ.HRC, Organ.CHR]),
        "session": st.sampled_from(["53", "66", "70", "13", "2000"]),
        "since": st.sampled_from([Period.of_year(1997), Period.read("1996-12-19")]),
        "until": st.sampled_from([Period.of_year(2011), Period.read("1998-01-13")]),
        "openings": st.lists(st.sampled_from(sorted(FORMS.values())), max_size=2).map(tuple),
        "cites": st.lists(st.sampled_from(sorted(SYMBOLS.values())), max_size=2).map(tuple),
        "stage": st.sampled_from(Resolution.Stage),
        "held": st.booleans(),
    },
)


@st.composite
def narrowings(draw: st.DrawFn) -> dict[str, Any]:
    """At most two things that narrow a search, so that not everything is left out."""
    values = draw(_narrowings)
    names = draw(st.permutations(sorted(values)))[:_MOST_NARROWINGS]
    return {name: values[name] for name in names}


@st.composite
def searches(draw: st.DrawFn) -> tuple[SearchParams, Alternatives]:
    """A search as an address asks it, and the alternatives that its words were written from."""
    view = draw(st.sampled_from(View))
    query = draw(queries())
    params = SearchParams(
        q=typed(query),
        view=view,
        sort=draw(st.sampled_from(Sort)),
        keeps_view=True,
        **draw(narrowings()),
    )
    return params, query
