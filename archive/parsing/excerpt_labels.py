"""Labels of excerpts: "OP2.", "PP3", "2bis.", "2 alt.", "2)", "2:", as delegates print them.

Reads: the words of a block. Writes: the label they begin with, and as resolutions print it.
"""

import re
from dataclasses import dataclass

from archive.parsing.blocks import Role
from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.readers.formats import TEXT, tell_format

#: What may follow a number.
MORE = r"(?:\.? ?(?:bis|ter|quater|quinquies|sexies|septies|octies)\b)?(?:\.? ?(?i:alt)\b)?"
_LABEL = re.compile(
    rf"(?P<named>(?i:[OP]P)\.? ?)?(?P<number>\d{{1,3}})(?![\d/])(?P<more>{MORE})"
    r"(?P<sign>[.):]{1,2}| ?[-–](?= ))?(?: |(?=[A-Z“\"(\[]))(?=\S)"
)
_BEGINS_A_LINE = re.compile(
    rb"(?<=\n)(?=[ \t]*(?:\[? ?[OP]P ?\d{1,3}\b|(?:(?<=[;,.:\]]\n)|(?<=[;,.:\]]\r\n))(?:"
    rb"\[? ?\d{1,3}\.? ?(?:bis|ter|quater|quinquies|sexies|septies|octies|\.? ?alt)\b|"
    rb"\[ ?\d{1,3}[.):] ?\[?[A-Z]|\d{1,3}(?:[):] ?\[?[A-Z]|\. ?\[)|\[ ?[A-Z])))"
)
_UNNUMBERED = re.compile(r"(?P<named>[OP]P)[.:]? (?=\S)")
_BULLET = re.compile(r"[-–—*•●▪■◦‣·\uf0b7\uf0a7] ?(?=\w|\[)")
#: The words of numbers put in that are read wherever a paragraph begins.
_READ = frozenset({"", "bis", "ter", "quater", "quinquies"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A label as it is ``printed``, with the space behind it; the other fields as it is parsed.

    ``kept`` goes before the words, ``apart`` is known only where it stands apart from them; both
    are empty where the place alone counts. ``is_told`` is a label of which it is said then.
    """

    printed: str = ""
    kept: str = ""
    apart: str = ""
    role: Role | None = None
    is_told: bool = False


NO_LABEL = Labelled()


def parted(data: bytes) -> bytes:
    """A plain text with an empty line above each label that only drafts have, to begin there."""
    return _BEGINS_A_LINE.sub(b"\n", data) if tell_format(data).key == TEXT else data


def labelled(text: str, *, has_begun: bool) -> Labelled:
    """The label that a text begins with; ``has_begun`` is whether a paragraph is open above it."""
    match = _LABEL.match(text) or _UNNUMBERED.match(text)
    if match and _is_label(match, text, has_begun=has_begun):
        return _of_paragraph(match)
    bullet = _BULLET.match(text)
    if bullet:
        opens = _opens(text[bullet.end() :])
        is_own = opens is False or (opens and text.rstrip("] ").endswith(","))
        return Labelled(printed=bullet[0], kept="•" if has_begun and not is_own else "")
    label, start = split_label(text)
    if label is None or not text[start:]:
        return NO_LABEL
    if label.number is None and not has_begun:
        return Labelled(printed=text[:start], role=Role.OPERATIVE, is_told=True)
    return Labelled(printed=text[:start], kept=label.printed)


def _of_paragraph(match: re.Match[str]) -> Labelled:
    """The label of a preambular or of a numbered paragraph."""
    found = match.groupdict()
    is_preambular = (found["named"] or "").upper().startswith("PP")
    if is_preambular or "number" not in found:
        role = Role.PREAMBULAR if is_preambular else Role.OPERATIVE
        return Labelled(printed=match[0], role=role, is_told=is_preambular)
    more = found["more"].lower().replace(".", " ").replace("alt", " alt").split()
    label = " ".join([found["number"], *more]) + "."
    if " ".join(more) in _READ:
        return Labelled(printed=match[0], kept=label)
    return Labelled(printed=match[0], apart=label)


def _is_label(match: re.Match[str], text: str, *, has_begun: bool) -> bool:
    """Whether figures, and what is around them, are a label and no words."""
    found = match.groupdict()
    if found["named"]:
        return "number" in found or _opens(text[match.end() :]) is not None
    sign = found["sign"] or ""
    if found["more"] or sign.startswith("."):
        return bool(sign or _opens(text[match.end() :]) is not None)
    is_operative = _opens(text[match.end() :]) is False
    return is_operative or (bool(sign) and not has_begun)


def _opens(words: str) -> bool | None:
    """Whether words open as preambular ones do, or as operative ones; None where as neither."""
    opening = find_opening(words.replace("[", "").replace("]", ""))
    return opening.is_preambular if opening else None
