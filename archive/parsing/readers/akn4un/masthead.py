"""What the data of an Akoma Ntoso file say of its document.

Reads: the root element. Writes: a masthead and the language. The workflow names the draft, its
sponsors and the committee's report, the analysis has the vote, the cover tags its lines by what
they say. Nothing here looks at the words of the text.
"""

import re
from datetime import date

from archive.parsing.parsed import Adoption, AdoptionMethod, Masthead
from archive.parsing.readers.akn4un.states import names_in
from archive.parsing.readers.akn4un.words import text_of
from archive.parsing.readers.akn4un.xml import Element, find_all, find_first
from archive.parsing.symbols import RESOLUTION_SERIES, Organ, Symbol, SymbolKind, read_symbol

_LANGUAGES = {
    "ara": "ar",
    "chi": "zh",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "rus": "ru",
    "spa": "es",
    "zho": "zh",
}
_ISO_639_1 = 2
_ORGANS = {
    "ga": Organ.GA,
    "unga": Organ.GA,
    "hrc": Organ.HRC,
    "unhrc": Organ.HRC,
    "chr": Organ.CHR,
    "unchr": Organ.CHR,
    "ecosoc": Organ.ECOSOC,
    "unecosoc": Organ.ECOSOC,
    "sc": Organ.SC,
    "unsc": Organ.SC,
} | {re.sub("[^a-z]", "", organ.full_name.lower()): organ for organ in Organ}
_SYMBOL = re.compile(r"[A-Z]{1,5}/[^\s,;\uff0c،、]+")
_AGENDA_ITEM = re.compile(r"\d{1,3}(?: ?\(?\w{1,3}\))*")
_AGENDA_ITEMS = re.compile(r"agenda items? (\d.*)", re.IGNORECASE)
_NO_TITLE = re.compile(r"(?:resolutions?|decisions?) adopted (?:by|on|at|without)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d{1,4}")
_DRAFT = re.compile(r"/L\.\d")


def stated_of(root: Element) -> Masthead:
    """The masthead by the file's data; None where they say nothing."""
    organ = _organ(root)
    symbol = symbol_of(root, organ)
    return Masthead(
        symbol=symbol.text if symbol else None,
        organ=organ,
        session=_session(root),
        title=title_of(root),
        adopted_on=_adopted_on(root),
        meeting=_meeting(root),
        committee_report=_report(root),
        agenda_item=_agenda_item(root),
        distributed_on=_distributed_on(root),
        adoption=_adoption(root),
        is_draft=True if _is_draft(root, symbol) else None,
        draft_symbol=_draft_symbol(root),
        sponsors=_names(root, "draftResolution"),
        additional_sponsors=_names(root, "draftResolutionAdditionalSponsors"),
    )


def language_of(root: Element) -> str:
    """The language in two letters (ISO 639-1); English where the file does not say."""
    element = find_first(root, "FRBRlanguage")
    written = (element.get("language") or "").strip().lower() if element is not None else ""
    two_letters = written.partition("-")[0]
    return _LANGUAGES.get(written) or (two_letters if len(two_letters) == _ISO_639_1 else "en")


def symbol_of(root: Element, organ: Organ | None) -> Symbol | None:
    """The symbol of the act or draft: as printed, else by the address of the work."""
    written = printed_symbol(root)
    if written is None:
        tail = work_number(root).rpartition("-")
        written = f"{RESOLUTION_SERIES[organ]}{tail[0]}/{tail[2]}" if organ and tail[0] else ""
    symbol = read_symbol(written)
    return symbol if symbol and symbol.kind is not SymbolKind.DOCUMENT else None


def printed_symbol(root: Element) -> str | None:
    """The symbol on the cover, as printed."""
    numbers = [text_of(one) for one in _tagged(root, "docNumber", concept="symbol")]
    numbers += [text_of(one) for one in find_all(root, "docNumber")]
    return next((number for number in numbers if _SYMBOL.match(number)), None)


def work_number(root: Element) -> str:
    """The number in the address of the work: "76-174"."""
    work = find_first(root, "FRBRWork")
    address = find_first(work, "FRBRuri") if work is not None else None
    value = (address.get("value") or "") if address is not None else ""
    return value.removesuffix("/main").removesuffix("/!main").strip("/").rpartition("/")[2]


def title_of(root: Element) -> str | None:
    """The title; "Resolution adopted by …" is none."""
    preface = find_first(root, "preface")
    titles = [*_tagged(root, "docTitle", concept="resolutionTitle")]
    titles += [*find_all(preface, "docTitle")] if preface is not None else []
    titles += [*find_all(root, "docTitle")]
    named = (text_of(title).rstrip("*†").strip() for title in titles)
    return next((title for title in named if title and not _NO_TITLE.match(title)), None)


def steps_of(root: Element, outcome: str) -> list[Element]:
    """The steps of the workflow with an outcome."""
    return [step for step in find_all(root, "step") if step.get("outcome") == outcome]


def day_of(element: Element | None) -> date | None:
    """The day an element's data name; None for the year 1, which stands for no day."""
    written = (element.get("date") or "")[:10] if element is not None else ""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day.year > 1 else None


def work_day(root: Element) -> date | None:
    """The day of adoption by the data about the work; that of a draft’s distribution is none."""
    work = find_first(root, "FRBRWork")
    dated = find_first(work, "FRBRdate") if work is not None else None
    is_distribution = dated is not None and dated.get("name") == "distribution"
    return None if is_distribution else day_of(dated)


def printed_day(root: Element) -> Element | None:
    """The date of adoption that is printed below the text."""
    tagged = _tagged(root, "docDate", concept="adoptionDate")
    closing = find_first(root, "conclusions")
    if tagged or closing is None:
        return next(iter(tagged), None)
    return find_first(closing, "docDate")


def _tagged(root: Element, name: str, *, concept: str) -> list[Element]:
    """The elements of a name that refer to a concept."""
    found = find_all(root, name)
    return [one for one in found if (one.get("refersTo") or "").lstrip("#") == concept]


def _organ(root: Element) -> Organ | None:
    for author in find_all(root, "FRBRauthor"):
        organ = _organ_named((author.get("href") or "").rpartition("/")[2])
        if organ:
            return organ
    named = (
        _organ_named(text_of(one)) for one in _tagged(root, "docAuthority", concept="issuingBody")
    )
    return next((organ for organ in named if organ), None)


def _organ_named(name: str) -> Organ | None:
    return _ORGANS.get(re.sub("[^a-z]", "", name.lower()))


def _session(root: Element) -> int | None:
    element = find_first(root, "session")
    value = (element.get("value") or "") if element is not None else ""
    return int(value) if value.isdecimal() else None


def _adopted_on(root: Element) -> date | None:
    steps = (day_of(step) for step in steps_of(root, "adopted"))
    return day_of(printed_day(root)) or work_day(root) or next(steps, None)


def _meeting(root: Element) -> int | None:
    meetings = [one for one in find_all(root, "inline") if one.get("name") == "adoptionMeeting"]
    numbers = (_FIGURE.search(one.get("title") or "") for one in meetings)
    return next((int(number[0]) for number in numbers if number), None)


def _first_symbol(written: str) -> str | None:
    match = _SYMBOL.search(written)
    symbol = read_symbol(match[0]) if match else None
    return symbol.text if symbol else None


def _named_lines(root: Element, name: str) -> list[str]:
    return [text_of(one) for one in find_all(root, "inline") if one.get("name") == name]


def _report(root: Element) -> str | None:
    steps = [step.get("as") or "" for step in steps_of(root, "recommendedForAdoption")]
    named = [*steps, *_named_lines(root, "originating document")]
    reports = (_first_symbol(written) for written in named)
    return next((report for report in reports if report and not _DRAFT.search(report)), None)


def _draft_symbol(root: Element) -> str | None:
    steps = [step.get("as") or "" for step in steps_of(root, "draftResolution")]
    named = [*steps, *_named_lines(root, "originating document")]
    drafts = (_first_symbol(written) for written in named)
    return next((draft for draft in drafts if draft and _DRAFT.search(draft)), None)


def _agenda_item(root: Element) -> str | None:
    for line in _named_lines(root, "agenda item"):
        match = _AGENDA_ITEMS.fullmatch(line)
        item = _AGENDA_ITEM.search(line)
        if match or item:
            return match[1] if match else item and item[0]
    return None


def _distributed_on(root: Element) -> date | None:
    tagged = (day_of(one) for one in _tagged(root, "docDate", concept="dateOfIssuance"))
    return next((day for day in tagged if day), None)


def _names(root: Element, outcome: str) -> tuple[str, ...]:
    return tuple(
        name for step in steps_of(root, outcome) for name in names_in(step.get("by") or "")
    )


def _is_draft(root: Element, symbol: Symbol | None) -> bool:
    statement = find_first(root, "statement")
    name = (statement.get("name") or "") if statement is not None else ""
    return "draft" in name.lower() or (symbol is not None and symbol.kind is SymbolKind.DRAFT)


def _adoption(root: Element) -> Adoption | None:
    voting = find_first(root, "voting")
    outcome = (voting.get("outcome") or "").lower() if voting is not None else ""
    if "withoutvote" in outcome:
        return Adoption(method=AdoptionMethod.WITHOUT_VOTE)
    counts = counts_of(root)
    if "vote" not in outcome or not counts:
        return None
    (favour, for_it), (against, opposed), (abstaining, abstained) = (
        counts.get(name, (0, ())) for name in ("infavour", "against", "abstaining")
    )
    return Adoption(
        method=AdoptionMethod.RECORDED_VOTE,
        in_favour=favour,
        against=against,
        abstaining=abstaining,
        in_favour_states=for_it,
        against_states=opposed,
        abstaining_states=abstained,
    )


def counts_of(root: Element) -> dict[str, tuple[int | None, tuple[str, ...]]]:
    """The counts of the vote and the States of each, by what they voted."""
    counts = {}
    for count in find_all(root, "count"):
        name = (count.get("refersTo") or "").lstrip("#").lower()
        value = (count.get("value") or "").strip()
        states = tuple(text_of(one) for one in find_all(count, "organization"))
        counts[name] = (int(value) if value.isdecimal() else None, states)
    return counts
