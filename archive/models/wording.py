"""Wordings: what paragraphs say, once for all of them that say the same, for agreed language.

Written by ``archive.ingest.wordings`` in the transaction that writes the paragraphs, from texts in
the reading language that are published, and from no other.
"""

from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

#: Pairs of words are counted in one wording of so many, told by the first bits of its digest.
COUNTED_ONE_IN = 8
#: Pairs are counted by what is left of their numbers when they are divided by this.
BUCKETS = 1 << 20


def buckets_of(pairs: Iterable[int]) -> set[int]:
    """Where the pairs of words of these numbers are counted."""
    return {pair % BUCKETS for pair in pairs}


def as_array(numbers: Iterable[int]) -> str:
    """An array as PostgreSQL writes it: a parameter cannot have rows of different lengths."""
    return f"{{{','.join(map(str, numbers))}}}"


class Wording(models.Model):
    """The words of one paragraph or more, without regard to case, signs and typography.

    ``pairs`` are numbers of each two words that follow one another: wordings that share the rarest
    of them are compared.
    """

    digest = models.UUIDField(unique=True, help_text="Of the words: BLAKE2b, 128 bits.")
    words = models.TextField(help_text="Folded words, a space before, between and after them.")
    pairs = ArrayField(models.IntegerField(), help_text="Numbers of its pairs of words, once each.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="wording_has_words_between_spaces", condition=Q(words__regex=r"^ [^ ].* $")
            ),
        ]
        # A wording is asked for right after it was written, by those who check a draft against it.
        indexes = [GinIndex(fields=["pairs"], name="wording_by_pairs", fastupdate=False)]

    def __str__(self) -> str:
        return self.words.strip()[:60]


class WordingUse(models.Model):
    """A paragraph that says a wording; of each paragraph of a published text there is one."""

    paragraph = models.OneToOneField(
        "archive.Paragraph", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    wording = models.ForeignKey(Wording, on_delete=models.CASCADE, related_name="uses")
    resolution = models.ForeignKey("archive.Resolution", on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.paragraph_id}: {self.wording_id}"


class PairFrequency(models.Model):
    """How many of the wordings that are counted have pairs of words of one bucket.

    The rarest pairs of what is asked lead to few rows, so they are asked for first.
    """

    bucket = models.PositiveIntegerField(primary_key=True)
    wordings_count = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "pair frequencies"
        constraints = [
            models.CheckConstraint(
                name="pair_frequency_is_of_one_or_more", condition=Q(wordings_count__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bucket}: {self.wordings_count}"
