"""Documents: symbols as printed, and the suffixes that follow them.

Reads: a text with plain signs. Writes: citations of documents. "E/CN.4/2002/106 and Add.1 and 2"
names three documents, "A/67/828-S/2013/210" one document under two symbols; words behind a
closing bracket ("(A/65/53 and Corr.1), chap. II") say the place in each document within.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.parsing.citations.pinpoints import pinpoint_behind
from archive.parsing.citations.ranges import NOT_LISTED, Allowance
from archive.parsing.citations.words import Found
from archive.parsing.symbols import DOCUMENT_SERIES, Organ, read_symbol

#: A symbol, joint symbols and all, up to the first sign that can stand in none.
DOCUMENT = (
    rf"(?<![\w/.-])(?:{DOCUMENT_SERIES})/"
    r"(?:[A-Za-z0-9._-]|/(?=[A-Za-z0-9])|\(\d{1,3}\)(?=/))+"
)
_JOINT = re.compile(rf"-(?=(?:{DOCUMENT_SERIES})/)")
_QUALIFIER = re.compile(
    r" ?\((?:Introduction|(?:Parts?|Vols?\.|Sects?\.|Prog\.|Income) [^()]{1,20})\)"
    r"(?:/(?:Add|Corr|Rev)\.\d{1,3})?"
)
#: "S/RES/1325 (2000)", "A/RES/217 A (III)", "A/RES/45/58 P": a session or a letter behind a space.
_SPACED = re.compile(
    r"(?<=\d)(?: ?[A-Z])? ?\((?:(?:E?S-)?[IVXLC]{1,7}|(?:19|20)\d\d)\)|(?<=\d) [A-Z](?![\w'-])"
)
_RESOLUTION = re.compile(r"(?:A|E|S|E/CN\.4|A/HRC)/RES/(?:E?S-)?\d{1,4}(?:/\d{1,4})?$")
_NUMBERED = re.compile(r"(?:^|/)(?:[A-Z]{1,2}-)?(?:[A-Za-z]+\.)?\d")
_SUFFIX = re.compile(
    r"(?:, and |, | and |; )/?(?P<kind>Add|Corr|Rev|Amend)(?:\. ?| )(?P<number>\d{1,3})"
    r"(?P<rest>/(?:Corr|Rev)\.\d{1,3})?(?![\w/])"
)
_MORE = re.compile(r"(?P<joint>, and |, | and |-| to )(?P<number>\d{1,4})(?=[,;.):]|$| and )")
_LAST_SUFFIX = re.compile(r"/(Add|Corr|Rev|Amend|SR|PV)\.(\d{1,4})$")
_RANGE = re.compile(r"/(?:Add|Corr|Rev|SR|PV)\.\d{1,4}(?P<upto>-\d{1,4})$")
_LONGEST_RANGE_PRINTED = 20
_CORRIGENDUM = re.compile(r"(?P<base>.+)/Corr\.\d{1,3}")
_SEPARATOR = re.compile(r"(?:,|;)?(?: and)? ?")
#: The Human Rights Council reports in Supplement No. 53 of the General Assembly's records, the
#: Commission on Human Rights in Supplement No. 3 of the Economic and Social Council's.
_REPORTS = (
    (Organ.HRC, re.compile(r"A/\d{2,3}/53(?:/|$)")),
    (Organ.CHR, re.compile(r"E/\d{4}/23(?:/|$)")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Suffix:
    """A suffix in words: its kind and number, one of its own, and the document it belongs to."""

    base: str
    kind: str
    number: int
    rest: str = ""


def read_documents(
    plain: str, match: re.Match[str], *, allowance: Allowance
) -> tuple[list[Found], int]:
    """The documents a match of DOCUMENT and the suffixes behind it name, and where they end."""
    end = _end_of(plain, match)
    found = list(_printed(plain, start=match.start(), end=end))
    if not found:
        return [], end
    suffixes = list(_suffixes(plain, found[-1], allowance=allowance))
    found += suffixes
    end = max(end, found[-1].end)
    return _located(plain, found, end=end)


def _end_of(plain: str, match: re.Match[str]) -> int:
    """The end of a symbol: without a full stop, with its part or volume in brackets."""
    end = match.start() + len(match[0].rstrip(".-_"))
    range_ = _RANGE.search(plain, max(match.start(), end - _LONGEST_RANGE_PRINTED), end)
    if range_:
        return range_.start("upto")
    is_act = _RESOLUTION.match(plain[match.start() : end])
    qualifier = (_SPACED if is_act else _QUALIFIER).match(plain, end)
    return qualifier.end() if qualifier else end


def _printed(plain: str, *, start: int, end: int) -> Iterator[Found]:
    """The symbols printed in a span, one or several joined by hyphens."""
    at = start
    for stop in [*(m.start() for m in _JOINT.finditer(plain, start, end)), end]:
        symbol = read_symbol(plain[at:stop])
        if symbol and _NUMBERED.search(plain, at + 1, stop):
            yield Found(start=at, end=stop, target=str(symbol))
        at = stop + 1


def _suffixes(plain: str, document: Found, *, allowance: Allowance) -> Iterator[Found]:
    """The documents that suffixes in words name, from the end of one printed symbol on."""
    base = document.target or ""
    own = _LAST_SUFFIX.search(base)
    last = _Suffix(base=base[: own.start()], kind=own[1], number=int(own[2])) if own else None
    at = document.end
    while True:
        suffix = _SUFFIX.match(plain, at)
        more = None if suffix or last is None else _MORE.match(plain, at)
        if suffix:
            sibling = own is not None and own[1] == suffix["kind"]
            stem = base[: own.start()] if own and sibling else base
            last = _Suffix(
                base=stem,
                kind=suffix["kind"],
                number=int(suffix["number"]),
                rest=suffix["rest"] or "",
            )
            at = suffix.end()
            yield from _found(last, start=suffix.start("kind"), end=at)
        elif more and last:
            yield from _numbered(last, more, allowance=allowance)
            last = replace(last, number=int(more["number"]), rest="")
            at = more.end()
        else:
            return


def _numbered(last: _Suffix, more: re.Match[str], *, allowance: Allowance) -> Iterator[Found]:
    """The documents another number names: itself, and before it those that a range implies.

    The latter stand where the range does.
    """
    start, end = more.span("joint")
    number = int(more["number"])
    implied = range(last.number + 1, number) if more["joint"] in {"-", " to "} else range(0)
    is_listed = allowance.grants(len(implied))
    for between in implied if is_listed else ():
        yield from _found(replace(last, number=between, rest=""), start=start, end=end)
    for one in _found(replace(last, number=number, rest=""), start=end, end=more.end()):
        yield replace(one, conflict=None if is_listed else NOT_LISTED)


def _found(suffix: _Suffix, *, start: int, end: int) -> Iterator[Found]:
    symbol = read_symbol(f"{suffix.base}/{suffix.kind}.{suffix.number}{suffix.rest}")
    if symbol:
        yield Found(start=start, end=end, target=str(symbol))


def _located(plain: str, found: list[Found], *, end: int) -> tuple[list[Found], int]:
    """The documents with the place named behind them; a span takes in what follows it directly."""
    pinpoint, after = pinpoint_behind(plain, end)
    if pinpoint is None:
        return found, end
    last = replace(found[-1], end=after)
    return [replace(one, pinpoint=pinpoint) for one in (*found[:-1], last)], after


def reporting_organ(target: str) -> Organ | None:
    """The organ whose report to its parent a document is: its acts are cited by chapter there."""
    return next((organ for organ, report in _REPORTS if report.match(target)), None)


def locate_brackets(plain: str, found: list[Found]) -> list[Found]:
    """Give each run of documents within brackets the place named behind the bracket."""
    placed: list[Found] = []
    run: list[Found] = []
    for one in found:
        if run and not _SEPARATOR.fullmatch(plain, run[-1].end, one.start):
            placed += _run(plain, run)
            run = []
        run.append(one)
    return placed + _run(plain, run)


def _run(plain: str, run: list[Found]) -> list[Found]:
    if not run or run[-1].pinpoint or not plain.startswith(")", run[-1].end):
        return _with_corrigenda(run)
    pinpoint, _ = pinpoint_behind(plain, run[-1].end + 1)
    return [replace(one, pinpoint=one.pinpoint or pinpoint) for one in run]


def _with_corrigenda(run: list[Found]) -> list[Found]:
    """A document is cited by the place named behind its corrigendum, which is read with it."""
    placed: list[Found] = []
    for one in reversed(run):
        after = placed[-1] if placed else None
        if after and not one.pinpoint and _corrected(after) in {one.target, _corrected(one)}:
            placed.append(replace(one, pinpoint=after.pinpoint))
        else:
            placed.append(one)
    return placed[::-1]


def _corrected(one: Found) -> str | None:
    """The document that a corrigendum corrects."""
    match = _CORRIGENDUM.fullmatch(one.target or "")
    return match["base"] if match else one.target
