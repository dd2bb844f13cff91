"""Asked: the parameters of a list, read from an address. What is not understood is refused."""

from collections.abc import Iterator
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from archive.search.form.fields import shown
from archive.web.api import values
from archive.web.api.problems import RefusedError, unreadable
from archive.web.search_formats.refusals import Reason


def _for_readers(schema: dict[str, Any]) -> None:
    """Take away what says nothing: titles made of names, and what stands for “not given”."""
    for described in schema["properties"].values():
        described.pop("title", None)
        if not described.get("default"):
            described.pop("default", None)


class Asked(BaseModel):
    """Parameters that are all understood: there are no others in the address, and each is once."""

    model_config = ConfigDict(frozen=True, json_schema_extra=_for_readers)

    @model_validator(mode="before")
    @classmethod
    def _refuse_what_is_not_understood(cls, data: Any, info: ValidationInfo) -> Any:
        """Refuse what the address has besides; the library tells of the request in the context."""
        context = info.context or {}
        if "request" in context:
            cls.refuse_others(context["request"].GET)
        return data

    @classmethod
    def refuse_others(cls, query: QueryDict) -> None:
        """Raises RefusedError for parameters that there are not, or that are there repeatedly."""
        reasons = tuple(cls._reasons(query))
        if reasons:
            raise RefusedError(unreadable(reasons))

    @classmethod
    def _reasons(cls, query: QueryDict) -> Iterator[Reason]:
        known = {field.alias or name for name, field in cls.model_fields.items()}
        for name, typed in query.lists():
            if name not in known:
                words = gettext("There is no parameter %(name)s here.") % {"name": shown(name)}
                yield Reason(parameter=name, words=words)
            elif len(set(typed)) > 1:
                words = gettext("“%(name)s” is in the address more than once; one is meant.")
                yield Reason(parameter=name, words=words % {"name": name})


class ListAsked(Asked):
    """What any list can be asked: where it begins, and how much of it is wanted."""

    after: values.MarkValue = Field(
        None, description=_("The place after which the page begins, as “links.next” has it.")
    )
    per_page: values.PerPage = Field(
        values.USUAL_PER_PAGE, description=_("How many results a page has at most.")
    )


class ActsAsked(ListAsked):
    """What every list can be narrowed by: the resolution that a row is, or stands in."""

    organ: values.OrganValue = Field(
        None, description=_("Of an organ: GA, HRC, CHR, ECOSOC or SC.")
    )
    session: values.SessionValue = Field(
        "", description=_("Of a session, as symbols write it: 66, XXI, S-21, or a year.")
    )
    stage: values.StageValue = Field(None, description=_("Adopted acts, or drafts."))
    since: values.PeriodValue = Field(
        None,
        alias="from",
        description=_("Adopted, or as a draft distributed, in this year or on this day, or later."),
    )
    until: values.PeriodValue = Field(
        None, alias="to", description=_("Likewise in this year or on this day, or earlier.")
    )

    @model_validator(mode="after")
    def _in_order(self) -> "ActsAsked":
        """Raises RefusedError for a time that ends before it begins."""
        since, until = self.since, self.until
        if since and until and until.last < since.first:
            told = {"since": since.in_words, "until": until.in_words}
            words = gettext("The time from %(since)s cannot end with %(until)s.") % told
            raise RefusedError(unreadable([Reason(parameter="to", words=words)]))
        return self

    def of_acts(self) -> dict[str, Any]:
        """What is asked of the resolutions, by the names of what a list is narrowed to."""
        return {
            "organ": self.organ,
            "session": self.session,
            "stage": self.stage,
            "since": self.since and self.since.first,
            "until": self.until and self.until.last,
        }


def refuse_what_is_empty(query: QueryDict) -> None:
    """Raises RefusedError for empty values: a page passes over fields that were left empty.

    Programs have no fields.
    """
    empty = [name for name, typed in query.lists() if not all(one.strip() for one in typed)]
    reasons = [Reason(parameter=name, words=values.empty_value()) for name in empty]
    if reasons:
        raise RefusedError(unreadable(reasons))
