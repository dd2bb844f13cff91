"""Values of parameters: each read as the search form reads it, and described for OpenAPI.

What cannot be read is refused in the words of the form. An empty value cannot: who means nothing
leaves the parameter out.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from archive.data.lists.stretches import Mark
from archive.models import Paragraph, Resolution
from archive.parsing.parsed import ParagraphKind
from archive.parsing.symbols import Organ
from archive.search.form import fields
from archive.search.form.fields import shown
from archive.search.form.periods import Period

MOST_PER_PAGE = 100
USUAL_PER_PAGE = 20

_MARK = re.compile(r"(?P<symbol>[A-Z][A-Za-z0-9./()-]{0,79})(?::(?P<position>[0-9]{1,9}))?")
#: The same without the names of its parts, as expressions in JSON have none.
_MARK_FOR_ALL = f"^{_MARK.pattern.replace('?P<symbol>', '').replace('?P<position>', '')}$"
_LONGEST_SERIES = 80


def _read(read: Callable[[str], Any]) -> BeforeValidator:
    """A reader whose complaint, a ValidationError, is the message of the parameter."""

    def value(typed: object) -> object:
        try:
            return read(_given(str(typed)))
        except ValidationError as error:
            told = {"words": " ".join(error.messages)}
            raise PydanticCustomError("unreadable", "{words}", told) from error

    return BeforeValidator(value)


def empty_value() -> str:
    """What is said of a parameter without a value."""
    return _("It is empty. Leave it out, or give it a value.")


def _given(typed: str) -> str:
    if typed.strip():
        return typed
    raise ValidationError(empty_value())


def _one_of(*choices: Any) -> fields.ChoiceField:
    return fields.ChoiceField(choices=[(choice, choice) for choice in choices])


def _yes(typed: str) -> bool:
    return bool(_one_of("yes", "no").read(typed) == "yes")


def _number_per_page(typed: str) -> int:
    if re.fullmatch("[0-9]{1,3}", typed, re.ASCII) and 1 <= int(typed) <= MOST_PER_PAGE:
        return int(typed)
    told = {"typed": shown(typed), "most": MOST_PER_PAGE}
    raise ValidationError(_("%(typed)s is not a number from 1 to %(most)d.") % told)


def _mark(typed: str) -> Mark:
    found = _MARK.fullmatch(typed)
    if found is None:
        told = _("%(typed)s is no place in a list; take the address in “links.next”.")
        raise ValidationError(told % {"typed": shown(typed)})
    return Mark(found["symbol"], int(found["position"] or 0))


def _instant(typed: str) -> datetime:
    """Of an instant without its zone, that in UTC."""
    try:
        read = datetime.fromisoformat(typed)
        return read.replace(tzinfo=read.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        told = _("%(typed)s is no instant as ISO 8601 writes it, such as 2026-11-26T12:00:00Z.")
        raise ValidationError(told % {"typed": shown(typed)}) from error


def _series(typed: str) -> str:
    if len(typed) > _LONGEST_SERIES or not typed.isprintable():
        raise ValidationError(_("%(typed)s names no series.") % {"typed": shown(typed)})
    return typed


def _language(typed: str) -> str:
    if re.fullmatch("[a-z]{2}", typed):
        return typed
    told = _("%(typed)s is no language by its ISO 639-1 letters, such as “fr”.")
    raise ValidationError(told % {"typed": shown(typed)})


def _described(example: str, **schema: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "examples": [example], **schema})


_ORGANS, _STAGES = list(Organ), list(Resolution.Stage)
_KINDS = [ParagraphKind(kind) for kind in Paragraph.Kind.values]

OrganValue = Annotated[
    Organ | None, _read(_one_of(*_ORGANS).read), _described("GA", enum=[*map(str, _ORGANS)])
]
StageValue = Annotated[
    Resolution.Stage | None,
    _read(_one_of(*_STAGES).read),
    _described("adopted", enum=[*map(str, _STAGES)]),
]
KindValue = Annotated[
    ParagraphKind | None,
    _read(_one_of(*_KINDS).read),
    _described("operative", enum=[*map(str, _KINDS)]),
]
YesOrNo = Annotated[bool | None, _read(_yes), _described("yes", enum=["yes", "no"])]
SessionValue = Annotated[str, _read(fields.SessionField().clean), _described("66")]
PeriodValue = Annotated[
    Period | None,
    _read(fields.PeriodField().clean),
    _described("2011", pattern="^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$"),
]
SymbolValue = Annotated[str, _read(fields.SymbolsField().read), _described("A/RES/53/144")]
OpeningValue = Annotated[str, _read(fields.OpeningsField().read), _described("call upon")]
SeriesValue = Annotated[str, _read(_series), _described("human rights defenders")]
InstantValue = Annotated[
    datetime | None, _read(_instant), _described("2026-11-26T12:00:00Z", format="date-time")
]
MarkValue = Annotated[
    Mark | None, _read(_mark), _described("A/RES/66/164:12", pattern=_MARK_FOR_ALL)
]
LanguageValue = Annotated[str, _read(_language), _described("fr", pattern="^[a-z]{2}$")]
PerPage = Annotated[
    int,
    _read(_number_per_page),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "examples": [50]}),
]
