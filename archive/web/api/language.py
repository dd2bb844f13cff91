"""``/api/v1/language``: agreed language, as ``/language.json`` has it."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from pydantic import Field, WithJsonSchema

from archive.search.agreed.form import read_language_params
from archive.search.agreed.language import NoSuchPageError
from archive.search.agreed.language import language as language_of
from archive.search.agreed.params import LanguageSort
from archive.search.form.reading import InvalidAddressError
from archive.search.matches.patience import SearchTooSlowError
from archive.web.api import values
from archive.web.api.asked import Asked, refuse_what_is_empty
from archive.web.api.operations import listing
from archive.web.api.problems import RefusedError
from archive.web.api.shapes.language import LanguageAnswer
from archive.web.language.asked import no_such_page, too_slow
from archive.web.language.asked import unreadable as unreadable_question
from archive.web.language.members import language_members
from archive.web.search_formats.json import answer

router = Router()

_SORTS: list[Any] = [*map(str, LanguageSort)]


class LanguageAsked(Asked):
    """What agreed language can be asked; each value is read by the form of the page."""

    q: Annotated[
        str, WithJsonSchema({"type": "string", "examples": ["act to protect human rights"]})
    ] = Field(..., description=_("A phrase, a sentence or a paragraph, of two words or more."))
    organ: values.OrganValue = Field(
        None, description=_("That an organ has used: GA, HRC, CHR, ECOSOC or SC.")
    )
    stage: values.StageValue = Field(
        None, description=_("That stand in adopted acts, or in drafts.")
    )
    sort: Annotated[str, WithJsonSchema({"type": "string", "enum": _SORTS})] = Field(
        "", description=_("What comes first; what is most used, unless given.")
    )
    page: Annotated[str, WithJsonSchema({"type": "integer", "minimum": 1})] = Field(
        "", description=_("A page of 20 wordings, counted from 1.")
    )


@listing(
    router,
    "/language",
    page=LanguageAnswer,
    summary=_("Wordings that have some words, or are near them: who adopted them, and since when"),
    counts_pages=True,
)
def language(request: HttpRequest, asked: Query[LanguageAsked]) -> HttpResponse:
    """Agreed language.

    Raises RefusedError for what cannot be read, for a page after the last, and for too slow ones.
    """
    del asked  # the form of the page reads the same parameters
    refuse_what_is_empty(request.GET)
    try:
        params = read_language_params(request.GET)
    except InvalidAddressError as error:
        raise RefusedError(unreadable_question(error)) from error
    try:
        found = language_of(params)
    except NoSuchPageError as error:
        raise RefusedError(no_such_page(params, error)) from error
    except SearchTooSlowError as error:
        raise RefusedError(too_slow()) from error
    return answer(language_members(found, absolute=request.build_absolute_uri, name="api_language"))
