"""``/api/v1/comparison``: two texts compared, as ``/compare.json`` has it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from pydantic import Field

from archive.web.api import values
from archive.web.api.asked import Asked
from archive.web.api.operations import looking_up
from archive.web.api.problems import RefusedError
from archive.web.api.shapes.comparison import ComparisonMembers
from archive.web.compare.asked import unreadable
from archive.web.compare.members import comparison_members
from archive.web.compare.params import CompareParams, InvalidComparisonError, checked
from archive.web.compare.sides import NotComparedError, compared_sides
from archive.web.search_formats.json import answer

router = Router()


class ComparisonAsked(Asked):
    """Which two texts are compared."""

    before: values.SymbolValue = Field(
        ...,
        alias="from",
        description=_("The text to start from, by its symbol in any spelling."),
        examples=["A/RES/62/152"],
    )
    after: values.SymbolValue = Field(
        ...,
        alias="to",
        description=_("The text to compare it with, likewise."),
        examples=["A/RES/66/164"],
    )


@looking_up(
    router,
    "/comparison",
    shape=ComparisonMembers,
    summary=_("Two texts compared, paragraph by paragraph and word by word"),
)
def comparison(request: HttpRequest, asked: Query[ComparisonAsked]) -> HttpResponse:
    """A comparison.

    Raises RefusedError where one text is named twice, not known, not held, or was withdrawn.
    """
    try:
        found = compared_sides(checked(CompareParams(before=asked.before, after=asked.after)))
    except InvalidComparisonError as error:
        raise RefusedError(unreadable(error.reasons)) from error
    except NotComparedError as error:
        raise RefusedError(error.refusal) from error
    return answer(comparison_members(found, absolute=request.build_absolute_uri))
