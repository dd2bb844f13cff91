"""What a request asks of a series: which one, and how it is narrowed."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from archive.models import Series
from archive.search.lineages.form import read_series_params
from archive.search.lineages.matrix import Matrix, matrix
from archive.search.lineages.params import SeriesParams
from archive.web.one_address import is_elsewhere, led_to
from archive.web.paging import NothingListedError
from archive.web.series.addresses import series_address


class UnknownSeriesError(NothingListedError):
    """A series that the archive does not know."""

    def __init__(self, slug: str) -> None:
        sentence = _("The archive knows no series “%(slug)s”.") % {"slug": slug[:80]}
        super().__init__(sentence, instead=reverse("series_index"))


def asked_series(slug: str) -> Series:
    """The series of an address. Raises UnknownSeriesError, a 404, where there is none."""
    found = Series.objects.of_slug(slug).first()
    if found is None:
        raise UnknownSeriesError(slug)
    return found


def answered(
    request: HttpRequest,
    slug: str,
    *,
    shown: Callable[[Matrix, SeriesParams], HttpResponseBase],
    name: str,
    most_texts: int,
    most_cells: int | None = None,
) -> HttpResponseBase:
    """A series as ``shown`` shows it: the queries of ``matrix`` and two.

    ``name`` is that of the address.

    Another spelling leads to the one address; files are whole, and have no pages. Raises
    InvalidAddressError, TooLargeError, and UnknownSeriesError, a 404.
    """
    if request.path_info != reverse(name, args=[slug]):
        return led_to(reverse(name, args=[slug]), request)
    series = asked_series(slug)
    read = read_series_params(request.GET)
    params = read if name == "series" else read.whole
    address = series_address(slug, params, name=name)
    if is_elsewhere(request, params, address=address):
        return redirect(address)
    return shown(matrix(series, params, most_texts=most_texts, most_cells=most_cells), params)
