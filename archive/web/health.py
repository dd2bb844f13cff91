"""The health check: whether the archive and its database answer."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from archive.models import Resolution


@require_safe
@never_cache
def health(_request: HttpRequest) -> HttpResponse:
    """``ok`` while the tables can be read; else 503 and one line."""
    try:
        Resolution.objects.exists()
    except DatabaseError:
        return HttpResponse("the database does not answer\n", "text/plain", status=503)
    return HttpResponse("ok\n", "text/plain")
