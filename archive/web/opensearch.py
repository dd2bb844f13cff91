"""The archive for the search field of a browser: a description by OpenSearch 1.1."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

MEDIA_TYPE = "application/opensearchdescription+xml"
_A_DAY_IN_SECONDS = 24 * 60 * 60


@require_safe
@cache_control(public=True, max_age=_A_DAY_IN_SECONDS)
def opensearch(request: HttpRequest) -> HttpResponse:
    """Where searches, suggestions and feeds are asked for, each address with its host."""
    addresses = {
        "page": reverse("search"),
        "feed": reverse("search_atom"),
        "suggestions": reverse("suggest"),
        "description": reverse("opensearch"),
        "icon": static("icon.svg"),
    }
    absolute = {name: request.build_absolute_uri(at) for name, at in addresses.items()}
    return render(request, "search/opensearch.xml", absolute, content_type=MEDIA_TYPE)
