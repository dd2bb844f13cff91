"""What a request asks for, answered in any format, or refused with the reason."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from archive.search.agreed.form import read_language_params
from archive.search.agreed.language import LanguageFound, NoSuchPageError, language
from archive.search.agreed.params import LanguageParams
from archive.search.form.reading import InvalidAddressError
from archive.search.matches.patience import SearchTooSlowError
from archive.web.language.addresses import language_address
from archive.web.one_address import is_elsewhere
from archive.web.search_formats.refusals import Refusal, reasons_of

Find = Callable[[LanguageParams], LanguageFound]


def answered(
    request: HttpRequest,
    shown: Callable[[LanguageFound], HttpResponseBase],
    *,
    name: str,
    refused: Callable[[Refusal, LanguageParams], HttpResponse],
    find: Find = language,
) -> HttpResponseBase:
    """What was found, as ``shown`` shows it; ``name`` is that of the address.

    Another spelling leads to its one address; ``refused`` tells of what cannot be read (400), of a
    page that there is not (404), and of what took too long (503).
    """
    try:
        params = read_language_params(request.GET)
    except InvalidAddressError as error:
        return refused(unreadable(error), error.params)
    address = language_address(params, name)
    if is_elsewhere(request, params, address=address):
        return redirect(address)
    try:
        return shown(find(params))
    except NoSuchPageError as error:
        return refused(no_such_page(params, error), params)
    except SearchTooSlowError:
        return refused(too_slow(), params)


def unreadable(error: InvalidAddressError) -> Refusal:
    """400: parameters that cannot be read."""
    several = _("Several things in this question cannot be read.")
    return Refusal.of_reasons(reasons_of(error.form), several=several)


def no_such_page(params: LanguageParams, error: NoSuchPageError) -> Refusal:
    """404: a page after the last."""
    told = {"page": params.page, "last": error.last}
    return Refusal(
        happened=_("There is no page %(page)s; the last is %(last)s.") % told,
        advice=_("Go to the first page."),
        status=HTTPStatus.NOT_FOUND,
    )


def too_slow() -> Refusal:
    """503: the database was stopped."""
    return Refusal(
        happened=_("This took too long, and was stopped."),
        advice=_("Ask with more words, or try again later."),
        status=HTTPStatus.SERVICE_UNAVAILABLE,
    )
