"""Suggestions for what is being typed, for the search boxes of pages and for browsers' own."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from archive.search.form.params import SearchParams
from archive.search.matches.patience import SearchTooSlowError
from archive.search.suggestions.suggestions import Suggestion, suggestions
from archive.templatetags.addresses import search_address
from archive.web.freshness import fresh_suggestions

MEDIA_TYPE = "application/x-suggestions+json"


@require_safe
@fresh_suggestions
def suggest(request: HttpRequest) -> HttpResponse:
    """Suggestions for ``q``: what was typed, then lists of words, of what they are, of addresses.

    The form is that of the OpenSearch Suggestions extension; the addresses are absolute.
    Where the database is too busy: 503, and no suggestions.
    """
    typed = request.GET.get("q", "")
    try:
        found, status = suggestions(typed), HTTPStatus.OK
    except SearchTooSlowError:
        found, status = (), HTTPStatus.SERVICE_UNAVAILABLE
    answer = [
        typed,
        [suggestion.words for suggestion in found],
        [suggestion.about for suggestion in found],
        [request.build_absolute_uri(_address(suggestion)) for suggestion in found],
    ]
    return JsonResponse(answer, safe=False, content_type=MEDIA_TYPE, status=status)


def _address(suggestion: Suggestion) -> str:
    to = suggestion.leads_to
    return search_address(to) if isinstance(to, SearchParams) else to
