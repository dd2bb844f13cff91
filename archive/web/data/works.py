"""Addresses of Akoma Ntoso lead to the pages and files that are here.

The address of a work, of its expression in a language, of an element of that, each also with the
suffix of a format: ``/akn/un/statement/deliberation/unga/2011-12-19/66-164/eng@~para_10.xml``.
"""

from datetime import date

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from archive.data.akoma_ntoso.element_ids import anchor_of
from archive.data.akoma_ntoso.work_addresses import WorkAddress, work_address
from archive.data.members import in_language
from archive.data.work_days import day_of
from archive.models import READING_LANGUAGE, Resolution
from archive.templatetags.dates import day_in_words
from archive.web.asked_text import UnknownSymbol
from archive.web.paging import NothingListedError


@require_safe
@cache_control(no_cache=True)
def work(request: HttpRequest, named: WorkAddress) -> HttpResponsePermanentRedirect:  # noqa: ARG001
    """To the page of what an address of Akoma Ntoso names, its language, place and format kept.

    Raises UnknownSymbol, a 404, for what the archive does not know; NothingListedError, likewise,
    for an act of another day, which names another work.
    """
    found = Resolution.objects.named(str(named.symbol)).first()
    if found is None:
        raise UnknownSymbol(named.symbol)
    known = day_of(found)
    if named.day and known and named.day != known:
        raise _another_work(found, named.day, known=known)
    return HttpResponsePermanentRedirect(_address(found, named))


def _another_work(found: Resolution, day: date, *, known: date) -> NothingListedError:
    """Why there is nothing of that day, with the address that the archive knows."""
    said = {
        "symbol": found.symbol,
        "day": day_in_words(known),
        "other": day_in_words(day),
    }
    told = _("The archive knows %(symbol)s as of %(day)s, and no act of that number of %(other)s.")
    return NothingListedError(told % said, instead=work_address(found.identity, known))


def _address(found: Resolution, named: WorkAddress) -> str:
    """Where a work is here: its page, a place on it, or a file."""
    path = f"/{found.symbol}.{named.suffix}" if named.suffix else found.get_absolute_url()
    anchor = "" if named.suffix else anchor_of(named.element)
    address = in_language(path, named.language or READING_LANGUAGE)
    return f"{address}#{anchor}" if anchor else address
