"""Openings: the words a paragraph of a resolution begins with, and their normal form.

Reads: a paragraph's text. Writes: its opening ("Noting further with deep concern", "Strongly
calls upon") and a form without modifiers for grouping ("note", "call upon").
The grammar: modifiers, a head (verb, participle or adjective), its particle or the attitude it
expresses, modifiers again. ``opening_words`` holds the words.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from archive.parsing import opening_forms as forms
from archive.parsing import opening_words as words
from archive.parsing.opening_forms import BASES, PASTS

_FIRST_WORDS = re.compile(r"[A-Za-z][A-Za-z’'-]*+(?: [A-Za-z][A-Za-z’'-]*+){0,17}")
_LONGEST = 400
_DETERMINERS = frozenset({"its", "the", "their", "our", "a"})
#: A link to the paragraph before, ahead of the opening: "In that regard, notes".
_LINK = re.compile(
    r"(?:In (?:this|that|the same) (?:regard|respect|connection|context|spirit|light)|In particular"
    r"|In addition|Accordingly|Consequently|Furthermore|Moreover|Nevertheless|Therefore"
    r"|At the same time|(?:To|For) (?:this|that) (?:end|purpose)),? (?=[a-z])"
)
_WE = re.compile(r"We,? ")
#: A particle that stands after words between commas: "Calls, in particular, for".
_LATE_PARTICLE = re.compile(r",[^,]{1,160}, (\w+)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """An opening as printed, and its normal form."""

    printed: str
    normal: str
    is_preambular: bool


@lru_cache(maxsize=4)  # The kind of a paragraph is told by it, and then it is written down.
def find_opening(text: str) -> Opening | None:
    """The opening of a text, or None where it does not begin as paragraphs of resolutions do."""
    if not text[:1].isupper():
        return None
    link = _LINK.match(text)
    if link:
        found = _find(text[link.end() :])
        return found and replace(found, printed=link[0] + found.printed)
    return _find(text)


def find_declared_opening(text: str) -> Opening | None:
    """The opening of a paragraph of a declaration: "We reaffirm", or "Reaffirm" after a number."""
    link = _WE.match(text)
    start = link.end() if link else 0
    if not (link or text[:1].isupper()):
        return None
    scan = _Scan(text[start:])
    if link and (scan.word() in _MODALS or (scan.word() == "are" and _adjective_follows(scan))):
        scan.step()
    while scan.word() in words.BEFORE:
        scan.step()
    base = scan.word()
    if base not in words.VERBS and not (scan.at and base in words.ADJECTIVES):
        return None
    scan.step()
    before = scan.at
    normal = _complement(scan, base) if base in words.VERBS else base
    _modifiers(scan, normal)
    is_bare = not link and scan.at == before and base in words.OTHER_WORDS_TOO
    if is_bare and scan.word() not in _FUNCTIONS:
        return None
    return Opening(printed=text[:start] + scan.taken(), normal=normal, is_preambular=False)


def _find(text: str) -> Opening | None:
    scan = _Scan(text)
    while scan.word() in words.BEFORE:
        scan.step()
    found = _head(scan)
    if found is None:
        return None
    normal, preambular = found
    _modifiers(scan, normal)
    printed = scan.taken()
    normal = _with_late_particle(normal, text[len(printed) :])
    return Opening(printed=printed, normal=normal, is_preambular=preambular)


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

    def accept(self, phrases: forms.Phrases) -> str:
        """Take the first of the phrases that stands here; empty when none does."""
        for phrase, parts in phrases.get(self.word(), ()):
            if self._words[self.at : self.at + len(parts)] == parts:
                self.step(len(parts))
                return phrase
        return ""

    def starts_with_capital(self) -> bool:
        """Whether the word here is a name or the like."""
        printed = self._printed.split(" ")
        return self.at < len(printed) and printed[self.at][:1].isupper()

    def taken(self) -> str:
        """The text up to here."""
        return " ".join(self._printed.split(" ")[: self.at])


def _head(scan: _Scan) -> tuple[str, bool] | None:
    """Take the head and what belongs to it: its normal form and whether it is preambular."""
    word = scan.word()
    if word in words.ADJECTIVES:
        scan.step()
        _second_head(scan)
        return word, True
    if word == "having":
        return _having(scan)
    if word in _OF_BEING and _adjective_follows(scan):
        scan.step()
        found = _head_after_modifiers(scan)
        return found and (found[0], word.endswith("ing"))
    if word == "whereas":
        scan.step()
        return word, True
    if word in BASES and not _is_noun(scan):
        return _verb(scan, BASES[word])
    return None


def _verb(scan: _Scan, base: str) -> tuple[str, bool] | None:
    """Take a verb and what belongs to it; a title begins with a participle alone ("Building")."""
    is_preambular = scan.word().endswith("ing")
    scan.step()
    normal = _complement(scan, base)
    is_bare = normal == base and base in words.WITH_A_PARTICLE
    if is_bare and is_preambular and (base == "build" or scan.word() not in _FUNCTIONS):
        return None
    return normal, is_preambular


def _is_noun(scan: _Scan) -> bool:
    """Whether the word is the noun of the same form: "Questions of", "States should"."""
    following = scan.word(1)
    if scan.word() == "states":
        return following not in _AFTER_THE_VERB_STATES
    is_joined = following == "and" and scan.word(2) not in BASES
    is_noun = is_joined or following in {"of", "by", "from", "relating"}
    return scan.word() in words.NOUNS_TOO and is_noun


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
    held = scan.accept(forms.HAVING)
    if held:
        return held.replace("having", "have"), True
    ahead = 1
    while scan.word(ahead) in words.BEFORE:
        ahead += 1
    past = scan.word(ahead)
    base = words.PAST_PARTICIPLES.get(past) or PASTS.get(past)
    if base is None:
        return None
    scan.step(ahead + 1)
    if scan.word() == "and" and scan.word(1) in PASTS:
        scan.step(2)
    return _complement(scan, base), True


def _complement(scan: _Scan, base: str) -> str:
    """Take a verb's particle or attitude; the verb's normal form with it."""
    if base == "continue" and scan.word() == "to" and scan.word(1) in words.VERBS:
        scan.step(2)
        return _complement(scan, scan.word(-1))
    particle = "" if _second_head(scan) else _particle(scan, base)
    if particle:
        is_second = _second_head(scan)
        scan.step(-int(not is_second and base in _SET_APART and particle.endswith(("to", " of"))))
        return f"{base} {particle}"
    attitude = _attitude(scan, base)
    return f"{base} {attitude}" if attitude and base in _EXPRESSING else base


def _second_head(scan: _Scan) -> bool:
    """Take "and affirming" after "Recognizing", "and strongly supports" after "Welcomes"."""
    ahead = 1
    while scan.word() == "and" and scan.word(ahead) in words.BEFORE:
        ahead += 1
    second = scan.word(ahead)
    if scan.word() != "and" or not (second in words.ADJECTIVES or second in BASES):
        return False
    scan.step(ahead + 1)
    if second in BASES:
        _complement(scan, BASES[second])
    return True


def _particle(scan: _Scan, base: str) -> str:
    """Take the verb's particle, which a modifier may part from it ("Calls also upon")."""
    phrases = forms.PARTICLES.get(base, {})
    particle = scan.accept(phrases)
    before = scan.at
    if phrases and not particle and scan.accept(forms.AFTER):
        particle = scan.accept(phrases)
        scan.at = scan.at if particle else before
    kept = " ".join(word for word in particle.split() if word not in words.OF_NO_PARTICLE)
    return words.SINGULAR.get(kept, kept)


_EXPRESSING = frozenset({"express", "voice", "convey", "extend", "share", "renew"})
_HOLDING = frozenset(
    "reaffirm reiterate renew recall underline underscore emphasize re-emphasize stress repeat "
    "restate share voice convey extend declare state".split()
)


def _attitude(scan: _Scan, base: str) -> str:
    """Take what is expressed: "its deep concern", "regret and concern", "its call upon"."""
    if base != "express" and base not in _HOLDING:
        return ""
    before = scan.at
    if scan.accept(forms.AFTER) and base == "reaffirm":
        scan.at = before
        return ""
    owned = scan.word() == "its" or (scan.word() in _DETERMINERS and base in _EXPRESSING)
    if base != "express" and not owned:
        scan.at = before
        return ""
    scan.step(int(owned))
    held = scan.accept(forms.SAID_ONCE_MORE.get(base, forms.HELD)) or _noun(scan)
    if not held:
        scan.at = before
    return held


def _noun(scan: _Scan) -> str:
    """Take a noun of attitude with its adjectives, and a second one joined by "and"."""
    before = scan.at
    while scan.word() in words.DEGREES:
        scan.step()
    noun = scan.word()
    if noun not in words.ATTITUDES or (noun, scan.word(1)) == ("respect", "to"):
        scan.at = before
        return ""
    scan.step()
    if scan.word() == "and":
        scan.step()
        if not _noun(scan):
            scan.step(-1)
    return words.SINGULAR.get(noun, noun)


def _modifiers(scan: _Scan, normal: str) -> None:
    """Take modifiers after the head in any order: "also", "with deep concern", "once again"."""
    takes_more = normal.partition(" ")[0] in words.TAKING_MORE or scan.word(-1) == "for"
    while scan.word() in forms.MODIFIERS:
        before = scan.at
        taken = scan.accept(forms.AFTER) or _adverb_after(scan)
        if taken and not (taken == "further" and takes_more and _qualifies_a_noun(scan)):
            continue
        scan.at = before
        if scan.word() != "with":
            return
        scan.step()
        if not _noun(scan):
            scan.at = before
            return


def _adverb_after(scan: _Scan) -> str:
    """Take an adverb after the head, if no adjective is what it belongs to ("highly indebted")."""
    adverb = scan.word()
    stands_apart = adverb in words.OF_VERBS_ONLY or scan.word(1) in _FUNCTIONS
    is_taken = adverb in words.AFTER_AS_WELL and stands_apart
    scan.step(int(is_taken))
    return adverb if is_taken else ""


def _qualifies_a_noun(scan: _Scan) -> bool:
    """Whether "further" belongs to the words after it: "Calls for further measures"."""
    following = scan.word()
    return bool(following) and not scan.starts_with_capital() and following not in _FUNCTIONS


def _with_late_particle(normal: str, rest: str) -> str:
    """The normal form of "Calls, in particular, for": the particle stands after the commas."""
    match = _LATE_PARTICLE.match(rest)
    if normal in _NEEDING_A_PARTICLE and match and match[1] in words.PARTICLES[normal]:
        return f"{normal} {match[1]}"
    return normal


#: Verbs whose last preposition is not printed as part of the opening: "*Appeals* to".
_SET_APART = frozenset({"appeal", "call", "draw", "pay"})
_MODALS = frozenset({"will", "shall", "must", "should"})
_OF_BEING = frozenset({"being", "remaining", "remains"})
_AFTER_THE_VERB_STATES = frozenset("that its the also further clearly once".split())
_NEEDING_A_PARTICLE = frozenset({"call", "appeal", "insist"})
_FUNCTIONS = frozenset(
    "a all an and any as at both by every for from her his how if in into its of on our over that "
    "the their these this those through to towards under upon what when where which who why "
    "with".split()
)
