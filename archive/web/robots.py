"""What robots may read: every page but searches and the form for problems.

Pages for staff say themselves that they are not to be kept, so that nobody learns here where they
have been moved to.
"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

_RULES = (
    "User-agent: *\nDisallow: /search/\nDisallow: /search.\nDisallow: /suggest.json\n"
    "Disallow: /report/\n"
)


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """The rules, as plain text."""
    return HttpResponse(_RULES, "text/plain")
