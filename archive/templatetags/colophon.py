"""Tags for the foot of every page: which version this is, and whom to write to."""

from django import template
from django.conf import settings

import archive

register = template.Library()


@register.simple_tag
def archive_version() -> str:
    """The archive's version."""
    return archive.__version__


@register.simple_tag
def contact_address() -> str:
    """The keeper's address for mail; empty where none is set."""
    address: str = settings.CONTACT_ADDRESS
    return address
