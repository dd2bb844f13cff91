"""Instants as people read them."""

from datetime import UTC, datetime


def told(at: datetime) -> str:
    """19 December 2011, 14:05 UTC."""
    moment = at.astimezone(UTC)
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"
