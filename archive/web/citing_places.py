"""Files of a reference to a paragraph, at the address of its page with a suffix: ``…/op5.bib``."""

from http import HTTPStatus
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import register_converter
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.citing.cited import Cited
from archive.models import READING_LANGUAGE, Paragraph
from archive.web.asked_text import UnknownSymbol, asked_text
from archive.web.cited import cited_place
from archive.web.cited_text import cited_text
from archive.web.citing_files import CITING_FORMATS, CitingFormat, citing_file
from archive.web.data.refusals import answered, why_missing
from archive.web.freshness import fresh_for_a_day
from archive.web.languages import asked_for
from archive.web.named_places import NamedPlace, PlaceConverter
from archive.web.one_address import led_to, link_to_page, reads_only
from archive.web.search_formats.refusals import Refusal

_SUFFIX = "|".join(suffix.replace(".", r"\.") for suffix in CITING_FORMATS)


class PlaceFile(NamedTuple):
    """A file of a reference: the place, and the suffix of the format without the point."""

    place: NamedPlace
    suffix: str


class PlaceFileConverter:
    """The address of a paragraph and the suffix of a format: ``A/RES/66/164/op5.csl.json``."""

    regex = rf"{PlaceConverter.regex.removesuffix('/?')}\.(?:{_SUFFIX})"

    def to_python(self, value: str) -> PlaceFile:
        """The place, in any spelling, and the suffix."""
        suffix = next(one for one in CITING_FORMATS if value.endswith(f".{one}"))
        place = PlaceConverter().to_python(value.removesuffix(f".{suffix}"))
        return PlaceFile(place, suffix)

    def to_url(self, value: PlaceFile) -> str:
        """The canonical symbol and the anchor, with the suffix."""
        return f"{value.place.symbol}/{value.place.anchor}.{value.suffix}"


def register() -> None:
    """Make the converter known to addresses."""
    register_converter(PlaceFileConverter, "place_file")


@require_safe
@reads_only(lang=READING_LANGUAGE)
@fresh_for_a_day
def place_file(request: HttpRequest, file: PlaceFile) -> HttpResponseBase:
    """The reference to a paragraph; another spelling leads to the one address, query and all.

    What is not there is told with its reason: 404, or 410 for a text that was withdrawn.
    """
    place, kind = file.place, CITING_FORMATS[file.suffix]
    address = f"/{place.symbol}/{place.anchor}.{file.suffix}"
    if request.path_info != address:
        return led_to(address, request)
    found = _cited(request, place)
    if isinstance(found, Refusal):
        return answered(found, media_type=kind.media_type)
    return _sent(found, kind, name=address)


def _cited(request: HttpRequest, place: NamedPlace) -> Cited | Refusal:
    """The paragraph as it is cited, or why it cannot be: three queries where it is there."""
    try:
        asked = asked_text(place.symbol, request.GET)
        text = None if asked.withdrawn else asked.text
    except UnknownSymbol:
        text = None
    if text is None:
        return why_missing(str(place.symbol), language=asked_for(request.GET))
    paragraph = Paragraph.objects.standing_in(text).at(place.anchor).first()
    if paragraph is None:
        return _no_such(place)
    return cited_place(cited_text(asked, absolute=request.build_absolute_uri), paragraph)


def _sent(cited: Cited, kind: CitingFormat, *, name: str) -> HttpResponse:
    """The file, called as its address is, with hyphens for slashes."""
    response = HttpResponse(
        citing_file(kind.suffix, cited), content_type=f"{kind.media_type}; charset=utf-8"
    )
    response.headers["Content-Disposition"] = str(
        content_disposition_header(
            as_attachment=True, filename=name.removeprefix("/").replace("/", "-")
        )
    )
    response.headers["Link"] = link_to_page(cited.leads_to)
    return response


def _no_such(place: NamedPlace) -> Refusal:
    return Refusal(
        happened=_("%(symbol)s has no paragraph “%(anchor)s”.")
        % {"symbol": place.symbol, "anchor": place.anchor},
        advice=_("Its page shows those it has: /%(symbol)s/.") % {"symbol": place.symbol},
        status=HTTPStatus.NOT_FOUND,
    )
