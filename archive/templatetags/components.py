"""A tag that sets a component written for Jinja2 within a template of Django's."""

from typing import Any

from django import template
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from jinja2.runtime import Macro

register = template.Library()


@register.simple_tag
def component(name: str, **values: Any) -> str:
    """What a component prints: markup in which its values are escaped, which Django leaves so."""
    printed: str = macro(name)(**values)
    return printed


def macro(name: str) -> Macro:
    """A component: the macro of that name in the file of that name."""
    engine = engines["jinja2"]
    assert isinstance(engine, Jinja2)
    made: Macro = getattr(engine.env.get_template(f"components/{name}.jinja").module, name)
    return made
