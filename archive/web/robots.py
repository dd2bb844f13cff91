"""What robots may read: every page but those for staff and searches."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

_RULES = (
    "User-agent: *\nDisallow: /admin/\nDisallow: /search/\nDisallow: /search.\n"
    "Disallow: /suggest.json\n"
)


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """The rules, as plain text."""
    return HttpResponse(_RULES, "text/plain")
