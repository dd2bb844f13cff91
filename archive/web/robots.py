"""What robots may read: every page but what there is no end of, and the form for problems.

There is no end of searches by several things, of parts of the network and of comparisons. What is
for programs, and who knows of it asks for it, is passed over too: files of searches, the API, the
files of the whole archive.

Pages for staff say themselves that they are not to be kept, so that nobody learns here where they
have been moved to.
"""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

#: What robots are asked to pass over, as RFC 9309 writes the beginnings of addresses.
PASSED_OVER = (
    "/search/*&",
    "/search.",
    "/network/?",
    "/network.",
    "/compare/?",
    "/compare.",
    "/series/*?",
    "/suggest.json",
    "/report/",
    "/api/v1/",
    "/data/files/",
)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """The rules, as plain text, and where every page is listed."""
    rules = ["User-agent: *", *(f"Disallow: {beginning}" for beginning in PASSED_OVER)]
    sitemap = f"Sitemap: {request.build_absolute_uri(reverse('sitemap_index'))}"
    return HttpResponse("\n".join([*rules, "", sitemap, ""]), "text/plain")
