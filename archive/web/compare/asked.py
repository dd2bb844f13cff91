"""What a request asks to compare, answered in any format, or refused with the reason."""

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from archive.web.compare.params import (
    NAMES,
    PAGE,
    CompareParams,
    InvalidComparisonError,
    compare_address,
    read_compare_params,
)
from archive.web.compare.sides import ComparedSides, NotComparedError, compared_sides
from archive.web.one_address import is_elsewhere
from archive.web.search_formats.refusals import Reason, Refusal


def answered(
    request: HttpRequest,
    shown: Callable[[ComparedSides], HttpResponseBase],
    *,
    name: str,
    refused: Callable[[Refusal, CompareParams], HttpResponse],
    unasked: Callable[[CompareParams], HttpResponse],
) -> HttpResponseBase:
    """The comparison that is asked for, as ``shown`` shows it; ``name`` is that of the address.

    Another spelling leads to its one address. ``unasked`` answers where a text is still to be
    chosen, ``refused`` where something cannot be read, or compared: 400, 404, and 410 for what was
    withdrawn.
    """
    try:
        params = read_compare_params(request.GET)
        params = replace(params, of_changes=params.of_changes and name == PAGE)
        address = compare_address(params, name)
        if is_elsewhere(request, params, address=address):
            return redirect(address)
        return shown(compared_sides(params)) if params.is_whole else unasked(params)
    except InvalidComparisonError as error:
        return refused(unreadable(error.reasons), error.params)
    except NotComparedError as error:
        return refused(error.refusal, params)


def unreadable(reasons: tuple[Reason, ...]) -> Refusal:
    """400: parameters that cannot be read."""
    several = _("Several things in this comparison cannot be read.")
    return Refusal.of_reasons(reasons, several=several)


def not_chosen(params: CompareParams) -> Refusal:
    """400: a file of a comparison of which a text is not named."""
    given = dict(params.pairs())
    words = _("No text is named here: write the symbol of one, such as A/RES/66/164.")
    missing = [name for name in NAMES[:2] if name not in given]
    return Refusal(
        happened=_("Two texts are compared; name both of them, as “from” and “to”."),
        advice=_("Choose them at /compare/."),
        status=HTTPStatus.BAD_REQUEST,
        reasons=tuple(Reason(parameter=name, words=words) for name in missing),
    )
