"""The icon of the archive, at the address where browsers look for one unasked."""

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

_A_DAY_IN_SECONDS = 24 * 60 * 60


@require_safe
@cache_control(public=True, max_age=_A_DAY_IN_SECONDS)
def icon(_request: HttpRequest) -> HttpResponsePermanentRedirect:
    """The way to the static file, whose name changes with its content; so it is kept for a day."""
    return HttpResponsePermanentRedirect(static("icon.svg"))
