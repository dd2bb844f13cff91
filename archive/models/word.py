"""Words: every word that a title or a text of the archive has, for those who mistype one."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q


class Word(models.Model):
    """A word in small letters without diacritics; it stays when its last text goes."""

    word = models.CharField(max_length=40, primary_key=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="word_is_of_three_letters_or_more",
                condition=Q(word__regex=r"^[[:alpha:]]{3,}$"),
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("word"), name="gin_trgm_ops"), name="word_by_trigrams"),
        ]

    def __str__(self) -> str:
        return self.word
