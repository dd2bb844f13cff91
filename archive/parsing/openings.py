"""Openings: the words a paragraph of a resolution begins with, and their normal form.

Reads: a paragraph's text. Writes: its opening ("Noting further with deep concern", "Strongly
calls upon") and a form without modifiers for grouping ("note", "call upon").
The grammar: modifiers, a head (verb, participle or adjective), its particle or the attitude it
expresses, modifiers again. ``opening_words`` holds the words.
"""

import re
from dataclasses import dataclass
from functools import cache

from archive.parsing import opening_words as words

_FIRST_WORDS = re.compile(r"[A-Za-z][A-Za-z’'-]*+(?: [A-Za-z][A-Za-z’'-]*+){0,17}")
_LONGEST = 400
_DETERMINERS = frozenset({"its", "the", "their", "our", "a"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """An opening as printed, and its normal form."""

    printed: str
    normal: str
    is_preambular: bool


def find_opening(text: str) -> Opening | None:
    """The opening of a text, or None where it does not begin as paragraphs of resolutions do."""
    if not text[:1].isupper():
        return None
    scan = _Scan(text)
    while scan.word() in words.BEFORE:
        scan.step()
    found = _head(scan)
    if found is None:
        return None
    normal, preambular = found
    _modifiers(scan)
    return Opening(printed=scan.taken(), normal=normal, is_preambular=preambular)


def normal_form(opening: str) -> str:
    """The opening without modifiers: "Also calls upon" is "call upon"."""
    found = find_opening(opening[:1].upper() + opening[1:])
    return found.normal if found else opening.lower()


class _Scan:
    """A place among the first words of a text; words parted by more than a space end it."""

    def __init__(self, text: str) -> None:
        match = _FIRST_WORDS.match(text, 0, _LONGEST)
        self._printed = match[0] if match else ""
        self._words = self._printed.lower().split(" ")
        self.at = 0

    def word(self, ahead: int = 0) -> str:
        """The word here or some words ahead, in small letters; empty past the end."""
        place = self.at + ahead
        return self._words[place] if place < len(self._words) else ""

    def step(self, count: int = 1) -> None:
        """Take so many words."""
        self.at += count

    def accept(self, phrases: tuple[str, ...]) -> str:
        """Take the first of the phrases that stands here; empty when none does."""
        for phrase, parts in _by_first_word(phrases).get(self.word(), ()):
            if self._words[self.at : self.at + len(parts)] == parts:
                self.step(len(parts))
                return phrase
        return ""

    def taken(self) -> str:
        """The text up to here."""
        return " ".join(self._printed.split(" ")[: self.at])


@cache
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, list[str]]]]:
    """Phrases with their words, in their order, by the first word."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for phrase in phrases:
        parts = phrase.split()
        found.setdefault(parts[0], []).append((phrase, parts))
    return found


def _head(scan: _Scan) -> tuple[str, bool] | None:
    """Take the head and what belongs to it: its normal form and whether it is preambular."""
    word = scan.word()
    if word in words.ADJECTIVES:
        scan.step()
        _second_head(scan)
        return word, True
    if word == "having":
        return _having(scan)
    if word == "being" and _adjective_follows(scan):
        scan.step()
        return _head_after_modifiers(scan)
    if word in _BASES:
        scan.step()
        return _complement(scan, _BASES[word]), word.endswith("ing")
    return None


def _adjective_follows(scan: _Scan) -> bool:
    ahead = 1
    while scan.word(ahead) in words.BEFORE:
        ahead += 1
    return scan.word(ahead) in words.ADJECTIVES


def _head_after_modifiers(scan: _Scan) -> tuple[str, bool] | None:
    while scan.word() in words.BEFORE:
        scan.step()
    return _head(scan)


def _having(scan: _Scan) -> tuple[str, bool] | None:
    """ "Having considered", "Having also taken into account"."""
    held = scan.accept(_HAVING)
    if held:
        return held.replace("having", "have"), True
    ahead = 1
    while scan.word(ahead) in words.BEFORE:
        ahead += 1
    past = scan.word(ahead)
    base = words.PAST_PARTICIPLES.get(past) or _PASTS.get(past)
    if base is None:
        return None
    scan.step(ahead + 1)
    return _complement(scan, base), True


def _complement(scan: _Scan, base: str) -> str:
    """Take a verb's particle or attitude; the verb's normal form with it."""
    if base == "continue" and scan.word() == "to" and scan.word(1) in words.VERBS:
        inner = scan.word(1)
        scan.step(2)
        return _complement(scan, inner)
    _second_head(scan)
    particle = _particle(scan, base)
    if particle:
        return f"{base} {particle}"
    attitude = _attitude(scan, base)
    return f"{base} {attitude}" if attitude and base in _EXPRESSING else base


def _second_head(scan: _Scan) -> None:
    """Take "and affirming" after "Recognizing", "and concerned" after "Alarmed"."""
    second = scan.word(1)
    if scan.word() == "and" and (second in words.ADJECTIVES or second in _BASES):
        scan.step(2)


def _particle(scan: _Scan, base: str) -> str:
    """Take the verb's particle, which a modifier may part from it ("Calls also upon")."""
    phrases = words.PARTICLES.get(base, ())
    particle = scan.accept(phrases)
    if particle or not phrases:
        return particle
    before = scan.at
    if scan.accept(words.AFTER):
        particle = scan.accept(phrases)
    if not particle:
        scan.at = before
    return particle


_EXPRESSING = frozenset({"express", "voice", "convey", "extend", "share", "renew"})
_HOLDING = frozenset(
    "reaffirm reiterate renew recall underline emphasize stress repeat restate share voice convey "
    "extend declare affirm state".split()
)


def _attitude(scan: _Scan, base: str) -> str:
    """Take what is expressed: "its deep concern", "regret and concern", "its call upon"."""
    before = scan.at
    scan.accept(words.AFTER)
    owned = scan.word() == "its" or (scan.word() in _DETERMINERS and base in _EXPRESSING)
    if base != "express" and not (base in _HOLDING and owned):
        scan.at = before
        return ""
    scan.step(int(owned))
    held = scan.accept(words.HELD_AS_ITS_OWN) or _noun(scan)
    if not held:
        scan.at = before
    return held


def _noun(scan: _Scan) -> str:
    """Take a noun of attitude with its adjectives, and a second one joined by "and"."""
    before = scan.at
    while scan.word() in words.DEGREES:
        scan.step()
    noun = scan.word()
    if noun not in words.ATTITUDES:
        scan.at = before
        return ""
    scan.step()
    if scan.word() == "and":
        scan.step()
        if not _noun(scan):
            scan.step(-1)
    return noun


def _modifiers(scan: _Scan) -> None:
    """Take modifiers after the head in any order: "also", "with deep concern", "once again"."""
    while True:
        if scan.accept(words.AFTER):
            continue
        before = scan.at
        if scan.word() != "with":
            return
        scan.step()
        if not _noun(scan):
            scan.at = before
            return


def _third_person(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _participle(base: str) -> str:
    return base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else base + "ing"


def _past(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + "d" if base.endswith("e") else base + "ed"


def _forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for base in words.VERBS:
        regular = (_third_person(base), _participle(base))
        forms |= dict.fromkeys(words.IRREGULAR_FORMS.get(base, regular), base)
    return forms


_HAVING = ("having in mind", "having regard to", "having regard for", "having regard")
_BASES = _forms()
_PASTS = {_past(base): base for base in words.VERBS}
