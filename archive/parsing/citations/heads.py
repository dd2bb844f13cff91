"""Heads: "Human Rights Council resolutions", "its decision", "President's statement".

Reads: a text with plain signs and a place where a word such as "resolution" was seen. Writes: a
Head, with the body that its words name. A body that is none of the organs known ("Commission on
Narcotic Drugs resolution") makes the head foreign, and nothing is read after it.
"""

import re
from dataclasses import dataclass

from archive.parsing.citations.bodies import (
    ABBREVIATIONS,
    FULL_NAME,
    FULL_NAMES,
    SHORT_NAME,
    SHORT_NAMES,
)
from archive.parsing.symbols import Organ, SymbolKind

#: The words a head ends with.
HEAD = (
    r"\b(?P<draft>[Dd]raft )?(?:(?P<resolution>[Rr]esolutions?)|(?P<decision>[Dd]ecisions?)|"
    r"(?P<statement>(?:[Pp]residential|[Pp]resident's) statements?)|"
    r"(?P<others>agreed conclusions|[Gg]eneral [Cc]omments?|[Aa]dvisory [Oo]pinions?|decrees?))\b"
)
ABBREVIATION = f"(?:{'|'.join(ABBREVIATIONS)})"
_BODY = re.compile(
    rf"(?:(?P<other>\b{FULL_NAME}|\bAssembly)(?:'s)?(?:,| and|, and) (?:the )?(?={FULL_NAME}))?"
    rf"(?:United Nations )?\b(?P<body>{FULL_NAME}|{SHORT_NAME}|(?<![/-]){ABBREVIATION})(?:'s)? $"
)
_POSSESSIVE = re.compile(r"\b[Ii]ts(?: [a-z-]+)?(?: [a-z-]+)? $")
_SPEAKER = re.compile(
    rf"\b(?P<body>{FULL_NAME}|{SHORT_NAME}),?(?: at its [a-z -]{{1,60}},)?"
    r"(?: (?:in|by|through|under|with|pursuant to))(?: [^.;,]{1,40} (?:of|to))?"
    r"(?: its)?(?: [a-z-]+)?(?: [a-z-]+)? $"
)
_OTHER = (
    r"(?:[A-Z][\w-]*+ (?:of |on |the |and |for )?){0,5}"
    r"(?:Agency|Assembly|Authority|Board|Commission|Committee|Conference|Congress|Council|"
    r"Meeting|Organization|Parties|President|Sub-?[Cc]ommission|Summit|Union)\b"
)
#: Another body speaks: "approved by the General Conference of the Agency … in its resolution".
_OTHER_SPEAKER = re.compile(
    rf"\bby the (?!{FULL_NAME}|{SHORT_NAME}\b){_OTHER}"
    rf"(?:(?!\b{FULL_NAME}|\b{SHORT_NAME}\b)[^.;,]){{0,90}} in its(?: [a-z]+)? $"
)
_LAST_WORD = re.compile(r"(?P<before>^|[^ ] |\()(?P<word>[A-Z][\w'-]*) $")
_STARTS_A_SENTENCE = ("", ". ", "; ", ": ", "(", '" ', "” ")
_NAMES_OF_OTHERS = frozenset(
    "Environment Executive European Governing Health Ministerial Parliamentary Trusteeship".split()
)
_LOOK_BACK = 140

_BEHIND = r",?(?: adopted| taken)? (?:of|by) (?:the|its) "
_BODY_BEHIND = re.compile(
    rf"{_BEHIND}(?:United Nations )?"
    rf"(?P<body>{FULL_NAME}\b(?! of the (?!United Nations\b))|"
    rf"{SHORT_NAME}\b(?! on the | for | of (?!\d)| on [A-Z]))"
)
_OTHER_BEHIND = re.compile(rf"{_BEHIND}{_OTHER}")
_OTHER_LATER = re.compile(rf"\bby the (?!{FULL_NAME}){_OTHER}")
_LOOK_AHEAD = 400
_ANY_OTHER = re.compile(
    r"(?:[A-Z][\w-]*+ (?:of |on |the |and |for )?){1,5}"
    r"(?:Assembly|Board|Commission|Committee|Conference|Congress|Council|Group|Parties)\b|"
    r"\b(?:Assembly|Commission|Conference|Congress|Council|Group) (?:of|on|for) (?:the )?[A-Z]"
)
_FULL = re.compile(FULL_NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A head: where its citation starts, where its words end, its kind, and whose acts it names.

    ``organs`` are those its words name, ``is_short`` by a word that several share; ``is_foreign``
    says that they name another body. ``speakers`` are those that the words before let speak ("the
    General Assembly, in its resolution").
    """

    start: int
    end: int
    kind: SymbolKind
    is_plural: bool
    organs: tuple[Organ, ...] = ()
    speakers: tuple[Organ, ...] = ()
    is_possessive: bool = False
    is_short: bool = False
    is_foreign: bool = False


def read_head(plain: str, match: re.Match[str]) -> Head:
    """The head a match of HEAD ends, with the body before it."""
    kind = _kind(match)
    at, end = match.span()
    plural = plain[end - 1] == "s"
    if match["others"]:
        return Head(start=at, end=end, kind=kind, is_plural=plural, is_foreign=True)
    window = plain[max(0, at - _LOOK_BACK) : at]
    body = _BODY.search(window)
    if body and not _is_other(window, body):
        start = at - len(window) + body.start("other" if body["other"] else 0)
        return Head(
            start=start,
            end=end,
            kind=kind,
            is_plural=plural,
            organs=_organs(body),
            is_short=body["body"] in SHORT_NAMES,
        )
    possessive = _POSSESSIVE.search(window)
    foreign = body is not None or _is_of_another(window, is_possessive=possessive is not None)
    speaker = None if foreign else _SPEAKER.search(window)
    speakers = _named(speaker["body"]) if speaker else ()
    return Head(
        start=at,
        end=end,
        kind=kind,
        is_plural=plural,
        speakers=speakers,
        is_possessive=possessive is not None,
        is_foreign=foreign,
    )


def _kind(match: re.Match[str]) -> SymbolKind:
    if match["resolution"]:
        return SymbolKind.RESOLUTION
    return SymbolKind.DECISION if match["decision"] else SymbolKind.STATEMENT


def _named(name: str) -> tuple[Organ, ...]:
    return SHORT_NAMES.get(name) or ((FULL_NAMES | ABBREVIATIONS)[name],)


def _organs(body: re.Match[str]) -> tuple[Organ, ...]:
    return (*_named(body["body"]), *(_named(body["other"]) if body["other"] else ()))


def _is_other(window: str, body: re.Match[str]) -> bool:
    """Whether a short name is the end of another body's: "Governing Council"."""
    if body["body"] not in SHORT_NAMES:
        return False
    before = window[: body.start()]
    name = _LAST_WORD.search(before)
    if name is None:
        return before.endswith("-")
    return name["word"] in _NAMES_OF_OTHERS or name["before"] not in _STARTS_A_SENTENCE


def _is_of_another(window: str, *, is_possessive: bool) -> bool:
    """Whether the words before a head, none of the organs known, name whose act it is."""
    if is_possessive:
        return _OTHER_SPEAKER.search(window) is not None
    return _ends_in_a_name(window)


def _ends_in_a_name(window: str) -> bool:
    """Whether the word before the head is a name, and not the first of a sentence."""
    if window.endswith("United Nations "):
        return False
    name = _LAST_WORD.search(window)
    return name is not None and name["before"] not in _STARTS_A_SENTENCE


def body_behind(plain: str, at: int) -> tuple[tuple[Organ, ...], bool]:
    """The organs named right behind ("of the General Assembly"), and whether another body is."""
    match = _BODY_BEHIND.match(plain, at)
    if match:
        return _named(match["body"]), False
    return (), _OTHER_BEHIND.match(plain, at) is not None


def is_another_named_before(plain: str, at: int) -> bool:
    """Whether words before an act name a body that is none of the organs known."""
    window = _FULL.sub("", plain[max(0, at - _LOOK_AHEAD) : at])
    return _ANY_OTHER.search(window) is not None


def is_another_named_later(plain: str, at: int, *, upto: int | None) -> bool:
    """Whether words after an act, before the next head, say that another body adopted it."""
    end = min(at + _LOOK_AHEAD, len(plain) if upto is None else upto)
    return _OTHER_LATER.search(plain, at, end) is not None
