"""Card lists: how the paragraphs of a resolution open, and what it cites."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from archive.models.catalogue_card import CatalogueCard


class CardLists(models.Model):
    """What belongs on a catalogue card but would make it wide: read of few resolutions at a time.

    Every card has one. Counting and sorting read all cards that were found, and so must not pass
    over lists on their way.
    """

    card = models.OneToOneField(
        CatalogueCard, on_delete=models.CASCADE, primary_key=True, related_name="lists"
    )
    openings = ArrayField(
        models.CharField(max_length=120), help_text="Normal forms its paragraphs open with."
    )
    cited = ArrayField(
        models.CharField(max_length=80), help_text="Symbols its text cites, but its own."
    )

    class Meta:
        verbose_name_plural = "card lists"

    def __str__(self) -> str:
        return f"Lists of {self.card_id}"
