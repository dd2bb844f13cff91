"""The forms of the verbs that open paragraphs: "notes", "noting", "noted".

Reads: base forms, and those that the rules of spelling do not give. Writes: the base of each form.
"""

from archive.parsing import opening_words as words


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
