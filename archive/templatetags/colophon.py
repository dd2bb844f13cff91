"""Tags for the foot of every page: which version this is, its address, and whom to write to."""

from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse

import archive

register = template.Library()


#: A longer address is given without its query, or not at all.
_LONGEST_ADDRESS = 500


@register.simple_tag(takes_context=True)
def report_address(context: Context) -> str:
    """Where to report a problem with the page that is shown."""
    address = reverse("report")
    request = context.get("request")
    if request is None or request.path.startswith(address):
        return address  # the address of a private page is nobody's business
    page = next((one for one in _addresses(request) if len(one) <= _LONGEST_ADDRESS), "")
    return f"{address}?{urlencode({'page': page}, safe='/')}" if page else address


def _addresses(request: HttpRequest) -> tuple[str, str]:
    """The page's address with its query, and without."""
    return request.get_full_path(), request.path


@register.simple_tag(takes_context=True)
def printed_address(context: Context) -> str:
    """The address that stands on a page when it is printed; empty for a page that has none."""
    return str(context.get("canonical_url") or "")


@register.simple_tag
def archive_version() -> str:
    """The archive's version."""
    return archive.__version__


@register.simple_tag
def contact_address() -> str:
    """The keeper's address for mail; empty where none is set."""
    address: str = settings.CONTACT_ADDRESS
    return address
