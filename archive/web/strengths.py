"""Strengths of openings: the scale with its sources and its doubts, as a page and as JSON.

docs/formats/strengths.md is the contract of the JSON, whose version is 1. What is added leaves the
version as it is; what is taken away or changes its meaning raises it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from archive.models import OpeningStrength
from archive.web.freshness import fresh, fresh_for_a_day
from archive.web.one_address import reads_only
from archive.web.search_formats.json import answer

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Phrases of one rank with the same source and the same doubt."""

    phrases: tuple[str, ...]
    source: str
    doubt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """A step of a family, from 1, the weakest, with the places that are as strong as each other."""

    number: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Phrases that are compared with each other, and with no others."""

    name: str
    ranks: tuple[Rank, ...]

    @property
    def anchor(self) -> str:
        """Its own place on the page."""
        return f"family-{slugify(self.name, allow_unicode=True)}"


@require_safe
@reads_only()
@fresh_for_a_day
def strengths(request: HttpRequest) -> HttpResponse:
    """The scale, family by family, the weakest openings first."""
    context = {
        "families": families(OpeningStrength.objects.weakest_first()),
        "canonical_url": request.build_absolute_uri(request.path),
    }
    return render(request, "strengths/strengths.html", context)


@require_safe
@reads_only()
@fresh
def strengths_json(request: HttpRequest) -> HttpResponse:
    """Every place of the scale, in the order of the page."""
    members = {
        "version": VERSION,
        "url": request.build_absolute_uri(reverse("strengths")),
        "openings": [
            {
                "family": one.family,
                "rank": one.rank,
                "phrase": one.phrase,
                "source": one.source,
                "doubt": one.doubt or None,
            }
            for one in OpeningStrength.objects.weakest_first()
        ],
    }
    return answer(members)


def families(rows: Iterable[OpeningStrength]) -> list[Family]:
    """The families of the scale, of rows in the order of family and rank."""
    return [
        Family(name=name, ranks=tuple(_ranks(some)))
        for name, some in groupby(rows, key=lambda one: one.family)
    ]


def _ranks(rows: Iterable[OpeningStrength]) -> Iterable[Rank]:
    for number, some in groupby(rows, key=lambda one: one.rank):
        yield Rank(number=number, places=tuple(_places(some)))


def _places(rows: Iterable[OpeningStrength]) -> Iterable[Place]:
    """The phrases by what is said of them, in the order of the first of each."""
    said: dict[tuple[str, str], list[str]] = {}
    for one in rows:
        said.setdefault((one.source, one.doubt), []).append(one.phrase)
    for (source, doubt), phrases in said.items():
        yield Place(phrases=tuple(phrases), source=source, doubt=doubt)
