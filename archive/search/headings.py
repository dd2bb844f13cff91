"""Headings: a search and its count, in words.

"12 resolutions of the General Assembly, adopted 2000 to 2015, say “gender-based violence” and
impunity, open a paragraph with “urge” and cite A/RES/53/144."
"""

from collections.abc import Iterator, Sequence

from archive.models import Resolution
from archive.search.facets.chips import dates_in_words, session_in_words
from archive.search.form.params import Part, SearchParams, View
from archive.search.language.query import Query, first_few, listed
from archive.search.language.terms import Term
from archive.search.matches.counts import Certainty, Count

_PARTS_OF_PARAGRAPHS = {
    Part.TITLE: ("title", "titles"),
    Part.PREAMBULAR: ("preambular paragraph", "preambular paragraphs"),
    Part.OPERATIVE: ("operative paragraph", "operative paragraphs"),
    Part.ANNEX: ("paragraph of an annex", "paragraphs of annexes"),
    Part.FOOTNOTES: ("note", "notes"),
}
_RESOLUTION, _DRAFT = ("resolution", "resolutions"), ("draft", "drafts")
_ACTS = {
    None: _RESOLUTION,
    Resolution.Stage.ADOPTED: ("adopted resolution", "adopted resolutions"),
    Resolution.Stage.DRAFT: _DRAFT,
}
_BEFORE = {Certainty.EXACT: "", Certainty.ABOUT: "About ", Certainty.MORE_THAN: "More than "}


def heading(params: SearchParams, query: Query, *, count: Count) -> str:
    """A search and its count as one sentence without its full stop; nothing is left out of it.

    ``query`` is what of ``params.q`` is looked for, ``count`` what was found.
    """
    is_one = count.number <= 1
    subject = f"{_counted(count, params)}{_belonging(params, is_one=is_one)}"
    said = listed(list(_predicates(params, query, is_one=is_one)), "and")
    return f"{subject} {said}" if said else subject.removesuffix(",")


def _counted(count: Count, params: SearchParams) -> str:
    """How many of what: "About 12,000 resolutions", "3 resolutions and 1 draft", "No note"."""
    one, several = _noun(params)
    if not count.number:
        return f"No {one}"
    is_of_both = count.is_exact and count.drafts and (one, several) == _RESOLUTION
    if is_of_both:
        return listed([_number(count.adopted, _RESOLUTION), _number(count.drafts, _DRAFT)], "and")
    return f"{_BEFORE[count.kind]}{_number(count.number, (one, several))}"


def _number(number: int, noun: tuple[str, str]) -> str:
    """A number with its noun; nothing for none."""
    one, several = noun
    return f"{number:,} {one if number == 1 else several}" if number else ""


def _noun(params: SearchParams) -> tuple[str, str]:
    """What is counted, one of it and several."""
    if params.view is View.RESOLUTIONS:
        return _ACTS[params.stage]
    nouns = [_PARTS_OF_PARAGRAPHS[part] for part in params.parts]
    one, several = zip(*nouns or [("paragraph", "paragraphs")], strict=True)
    return listed(one, "or"), listed(several, "or")


def _belonging(params: SearchParams, *, is_one: bool) -> str:
    """Whose they are and when they were adopted, with commas round all but the first."""
    said = list(filter(None, _belongings(params, is_one=is_one)))
    if params.view is View.PARAGRAPHS and not (params.organ or params.session):
        said[:2] = [" ".join(said[:2])] if said else []
    return f" {', '.join(said)}{',' if len(said) > 1 else ''}" if said else ""


def _belongings(params: SearchParams, *, is_one: bool) -> Iterator[str]:
    session = f"the {_session(params.session)}" if params.session else ""
    organ = f"the {params.organ.full_name}" if params.organ else ""
    whose = list(filter(None, [_acts_of_paragraphs(params), session, organ]))
    yield f"of {' of '.join(whose)}" if whose else ""
    yield dates_in_words(params)
    if params.held is not None:
        is_whose = params.view is View.RESOLUTIONS and is_one
        yield f"that {'is' if is_whose else 'are'} {'held' if params.held else 'not held'}"


def _session(written: str) -> str:
    """A session for people: "sixty-sixth session", "2005 session"."""
    name = session_in_words(written)
    return f"{written} session" if name.endswith(written) else name


def _acts_of_paragraphs(params: SearchParams) -> str:
    """The resolutions that paragraphs are of, where anything narrows which."""
    narrowing = params.organ, params.session, params.since, params.until, params.stage
    is_narrowed = any(narrowing) or params.held is not None
    return _ACTS[params.stage][1] if is_narrowed and params.view is View.PARAGRAPHS else ""


def _predicates(params: SearchParams, query: Query, *, is_one: bool) -> Iterator[str]:
    """What they say, open with and cite."""
    shows_paragraphs = params.view is View.PARAGRAPHS
    if query.alternatives:
        yield f"{_said(query, is_one=is_one)}{_where(params)}"
    if params.openings:
        opens = _verb("open", is_one=is_one)
        quoted = listed([f"“{opening}”" for opening in params.openings], "or")
        yield f"{opens} with {quoted}" if shows_paragraphs else f"{opens} a paragraph with {quoted}"
    if params.cites:
        yield f"{_verb('cite', is_one=is_one)} {listed(params.cites, 'and')}"


def _where(params: SearchParams) -> str:
    """In which parts of resolutions it is said; for paragraphs, their name says it."""
    if params.view is View.PARAGRAPHS or not params.parts:
        return ""
    places = (
        "in the title" if part is Part.TITLE else f"in {part.label.lower()}"
        for part in params.parts
    )
    return f" {listed(list(places), 'or')}"


def _said(query: Query, *, is_one: bool) -> str:
    """What alternatives say and name: "say threats and name 53/144, or say attacks"."""
    if not any(term.is_symbol for term in query.sought) and not query.only_excludes:
        return f"{_verb('say', is_one=is_one)} {query.in_words}"
    clauses = [_clause(terms, is_one=is_one) for terms in query.alternatives]
    return ", or ".join(first_few(clauses))


def _clause(terms: Sequence[Term], *, is_one: bool) -> str:
    """What one alternative says, names, and does not say."""
    sought = [term for term in terms if not term.is_excluded]
    absent = listed([term.in_heading for term in terms if term.is_excluded], "or")
    if not sought:
        return f"{'does' if is_one else 'do'} not say {absent}"
    words = listed([term.in_heading for term in sought if not term.is_symbol], "and")
    names = listed([term.in_heading for term in sought if term.is_symbol], "and")
    said = [
        f"{_verb(verb, is_one=is_one)} {objects}"
        for verb, objects in (("say", words), ("name", names))
        if objects
    ]
    return f"{' and '.join(said)}{f' but not {absent}' if absent else ''}"


def _verb(verb: str, *, is_one: bool) -> str:
    return f"{verb}s" if is_one else verb
