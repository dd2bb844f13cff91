"""A comparison as files: JSON, CSV, and a Word document with its changes tracked.

docs/formats/comparison.md tells of their members and columns.
"""

from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from archive.comparison.passages import Pairing, Passage
from archive.data.members import Absolute
from archive.web.compare.asked import answered, not_chosen
from archive.web.compare.members import comparison_members
from archive.web.compare.params import CompareParams, compare_address
from archive.web.compare.sides import ComparedSides, Side
from archive.web.freshness import fresh
from archive.web.one_address import link_to_page
from archive.web.search_formats.csv import csv_table
from archive.web.search_formats.json import answer, problem
from archive.web.search_formats.refusals import Refusal

COLUMNS = (
    "fate is_moved is_confirmed likeness step"
    " before before_anchors before_places before_opening before_wording"
    " after after_anchors after_places after_opening after_wording url"
).split()

Write = Callable[[ComparedSides, Absolute], HttpResponse]


@require_safe
@fresh
def compare_json(request: HttpRequest) -> HttpResponseBase:
    """A comparison as JSON."""
    return _sent(request, _json, name="compare_json", told=problem)


@require_safe
@fresh
def compare_csv(request: HttpRequest) -> HttpResponseBase:
    """A comparison as CSV, a row for each pairing."""
    return _sent(request, _csv, name="compare_csv", told=Refusal.in_plain_text)


@require_safe
@fresh
def compare_docx(request: HttpRequest) -> HttpResponseBase:
    """A comparison as a Word document: the older text, with tracked changes to the newer one."""
    return _sent(request, _docx, name="compare_docx", told=Refusal.in_plain_text)


def _sent(
    request: HttpRequest, write: Write, *, name: str, told: Callable[[Refusal], HttpResponse]
) -> HttpResponseBase:
    """A comparison as a file, which browsers save under the names of both texts."""

    def shown(found: ComparedSides) -> HttpResponse:
        response = write(found, request.build_absolute_uri)
        response.headers["Content-Disposition"] = _disposition(found.params, request.path)
        page = request.build_absolute_uri(compare_address(found.params))
        response.headers["Link"] = link_to_page(page)
        return response

    return answered(
        request,
        shown,
        name=name,
        refused=lambda refusal, _params: told(refusal),
        unasked=lambda params: told(not_chosen(params)),
    )


def _disposition(params: CompareParams, path: str) -> str:
    """A name under which browsers save it: ``compare-A-RES-62-152-A-RES-66-164.docx``."""
    stem, _dot, suffix = path.strip("/").rpartition(".")
    words = f"{stem}-{params.before}-{params.after}".replace("/", "-").replace(".", "-")
    filename = f"{words}.{suffix}"
    return str(content_disposition_header(as_attachment=suffix != "json", filename=filename))


def _json(found: ComparedSides, absolute: Absolute) -> HttpResponse:
    members = comparison_members(found, absolute=absolute)
    return answer(members)


def _csv(found: ComparedSides, absolute: Absolute) -> HttpResponse:
    page = absolute(compare_address(found.params))
    rows = (dict(_cells(one, found, page=page)) for one in found.comparison.pairings)
    return HttpResponse(csv_table(COLUMNS, rows), content_type="text/csv; charset=utf-8")


def _cells(one: Pairing, found: ComparedSides, *, page: str) -> Iterator[tuple[str, object]]:
    yield "fate", one.fate.value
    yield "is_moved", "yes" if one.is_moved else "no"
    yield "is_confirmed", "yes" if found.is_confirmed(one) else "no"
    yield "likeness", round(one.likeness, 3)
    yield "step", found.step(one) or ""
    yield from _of_side("before", one.before, side=found.before)
    yield from _of_side("after", one.after, side=found.after)
    yield "url", f"{page}#{one.after[0].anchor if one.after else f'was-{one.before[0].anchor}'}"


def _of_side(
    name: str, passages: tuple[Passage, ...], *, side: Side
) -> Iterator[tuple[str, object]]:
    yield name, side.resolution.symbol
    yield f"{name}_anchors", " ".join(one.anchor for one in passages)
    yield f"{name}_places", "; ".join(map(side.place, passages))
    yield f"{name}_opening", "; ".join(one.opening for one in passages)
    yield f"{name}_wording", "\n".join(one.text for one in passages)


def _docx(found: ComparedSides, absolute: Absolute) -> HttpResponse:
    from archive.data.word.package import MEDIA_TYPE, word_file  # noqa: PLC0415 lxml takes long
    from archive.web.compare.tracked_document import tracked_document  # noqa: PLC0415

    document = tracked_document(found, address=absolute(compare_address(found.params)))
    return HttpResponse(word_file(document), content_type=MEDIA_TYPE)
