"""Questions: wordings that several resolutions say, as they are and reworded by a seed."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from django.db import connection

from archive.models import Wording

#: In hundredths of the words: how much is reworded, and for how many the right one must be first.
KINDS = ((0, 100), (5, 99), (10, 97), (20, 90))

#: Of a paragraph of fewer, such as “Urges States:”, one word that changes is a good part: these are
#: asked among all others, and once more by themselves.
FEW_WORDS = 8

_SAID_TWICE = """
SELECT id FROM archive_wording AS wording
WHERE (
    SELECT count(DISTINCT resolution_id) FROM archive_wordinguse WHERE wording_id = wording.id
) > 1 AND (NOT %(are_short)s OR cardinality(string_to_array(btrim(words), ' ')) < %(few)s)
ORDER BY digest
"""


class Question(NamedTuple):
    """What is asked, and the key of the wording that is right."""

    words: str
    right: int


def wordings_said_twice(count: int, *, random: Random, are_short: bool = False) -> list[Question]:
    """Wordings at random that two resolutions or more say, or of these the short ones alone."""
    with connection.cursor() as cursor:
        cursor.execute(_SAID_TWICE, {"are_short": are_short, "few": FEW_WORDS})
        keys = [key for (key,) in cursor.fetchall()]
    chosen = random.sample(keys, min(count, len(keys)))
    words = dict(Wording.objects.filter(pk__in=chosen).values_list("pk", "words"))
    return [Question(words[key].strip(), key) for key in chosen]


def reworded(questions: Sequence[Question], hundredths: int, *, random: Random) -> list[Question]:
    """The same with so many of a hundred words left out, changed with the next, or put in."""
    if not hundredths:
        return [*questions]
    others = [word for one in questions for word in one.words.split()]
    return [
        Question(_reworded(one.words, hundredths, random=random, others=others), one.right)
        for one in questions
    ]


def _reworded(asked: str, hundredths: int, *, random: Random, others: Sequence[str]) -> str:
    """One change or more, each of a kind and at a place by chance."""
    words = asked.split()
    for _ in range(max(1, round(len(words) * hundredths / 100))):
        at = random.randrange(len(words))
        change = random.choice(("left out", "changed", "put in"))
        if change == "left out" and len(words) > 1:
            del words[at]
        elif change == "changed" and at + 1 < len(words):
            words[at : at + 2] = words[at + 1], words[at]
        else:
            words.insert(at, random.choice(others))
    return " ".join(words)
