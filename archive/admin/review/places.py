"""Places on the page of a review: the id of each, its name in words, and its address."""

import re

from django.urls import reverse

from archive.corrections.values import MASTHEAD, START
from archive.models import Evidence
from archive.parsing import places

#: Where warnings stand that are of no place in the text.
FILE = "file"
_NO_PLACE = {FILE: "the file", START: "the beginning of the text", "masthead": "the masthead"}
_NOT_OF_AN_ID = re.compile(r"[^\w-]")


def place_id(where: str) -> str:
    """The id of a place as corrections name it: ``at-op5``, ``at-masthead-symbol``."""
    return f"at-{_NOT_OF_AN_ID.sub('-', where)}"


def review_address(ingestion: int, *, where: str = "") -> str:
    """The page of an ingestion, given by its key, at a place."""
    page = reverse("admin:archive_ingestion_change", args=[ingestion])
    return f"{page}#{place_id(where)}" if where else page


def anchor_of(where: str) -> str:
    """The anchor of the paragraph or note that a place is in; a citation's has its span behind."""
    return where.partition(":")[0]


def in_words(where: str) -> str:
    """A place as a person names it: "op. 10 (a)", "note 2", "masthead, symbol"."""
    if where.startswith(MASTHEAD):
        fact = where.removeprefix(MASTHEAD)
        label = Evidence.Fact(fact).label if fact in Evidence.Fact.values else fact
        return f"masthead, {label.lower()}"
    return _NO_PLACE.get(where) or places.in_words(anchor_of(where)) or where
