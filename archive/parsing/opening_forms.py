"""The forms of the verbs that open paragraphs: "notes", "noting", "noted"; what stands beside them.

Reads: base forms, and those that the rules of spelling do not give; phrases. Writes: the base of
each form, the phrases by their first words.
"""

from archive.parsing import opening_words as words

#: Phrases by their first words, each with all its words.
Phrases = dict[str, list[tuple[str, list[str]]]]


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


#: The base form of each third person and participle.
BASES = _forms()
#: The base form of each regular past participle.
PASTS = {_past(base): base for base in words.VERBS}


def by_first_word(*phrases: str) -> Phrases:
    """Phrases with their words, in their order, by the first word."""
    found: Phrases = {}
    for phrase in phrases:
        parts = phrase.split()
        found.setdefault(parts[0], []).append((phrase, parts))
    return found


#: What "having" takes along that is no participle.
HAVING = by_first_word("having in mind", "having regard to", "having regard for", "having regard")
#: Modifiers after the head, and every word that one begins with.
AFTER = by_first_word(*words.AFTER)
MODIFIERS = frozenset({*AFTER, *words.AFTER_AS_WELL, "with"})
#: What an organ holds as its own: "Recalls its call", and by verb "Reiterates its invitation".
HELD = by_first_word(*words.HELD_AS_ITS_OWN)
SAID_ONCE_MORE = dict.fromkeys(
    ("reiterate", "renew"), by_first_word(*words.HELD_AS_ITS_OWN, *words.SAID_ONCE_MORE)
)
#: What each verb takes along.
PARTICLES = {base: by_first_word(*taken) for base, taken in words.PARTICLES.items()}
