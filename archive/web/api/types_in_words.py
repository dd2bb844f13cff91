"""Types of JSON Schema in words: "list of NoteMark", "day or null", "“yes” or “no”"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeInWords:
    """What a value may be; ``shapes`` are the names of objects that the words mean, in order."""

    words: str
    shapes: tuple[str, ...] = ()


def type_in_words(schema: Schema) -> TypeInWords:
    """What a schema allows, and which objects it refers to."""
    return TypeInWords(words=_words(schema), shapes=tuple(dict.fromkeys(_shapes(schema))))


def _words(schema: Schema) -> str:
    if "$ref" in schema:
        return gettext("object")
    if "anyOf" in schema:
        return _any_of([_words(one) for one in schema["anyOf"]])
    if "enum" in schema or "const" in schema:
        return _any_of([f"“{value}”" for value in schema.get("enum", [schema.get("const")])])
    if schema.get("type") == "array":
        return gettext("list: %(of)s") % {"of": _words(schema["items"])}
    if schema.get("type") == "object":
        return gettext("object")
    return _word(schema)


def _any_of(words: list[str]) -> str:
    return get_text_list(list(dict.fromkeys(words)), gettext("or"))


def _word(schema: Schema) -> str:
    """The word for a plain value; of words, what they are written as."""
    formats = {"date": gettext("day"), "date-time": gettext("instant")}
    types = {
        "string": gettext("words"),
        "integer": gettext("number"),
        "boolean": gettext("true or false"),
        "null": gettext("null"),
    }
    return formats.get(schema.get("format", "")) or types.get(
        schema.get("type", ""), gettext("any value")
    )


def _shapes(schema: Schema) -> Iterator[str]:
    """The names of what a schema refers to, however deep."""
    if "$ref" in schema:
        yield schema["$ref"].rpartition("/")[2]
    for one in schema.get("anyOf", ()):
        yield from _shapes(one)
    for name in ("items", "additionalProperties"):
        within = schema.get(name)
        if isinstance(within, dict):
            yield from _shapes(within)
