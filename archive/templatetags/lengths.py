"""How much somebody may write, said beforehand."""

from django import template

from archive.models.lengths import ROOM

register = template.Library()


@register.simple_tag
def room() -> str:
    """“Up to 4,000 signs.”."""
    return ROOM
