"""The report on a draft as files: a Word document with tracked changes, and JSON.

docs/formats/draft.md tells of their members. Like the page, they keep nothing.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from archive.parsing.contract import parsed_of
from archive.search.matches.patience import SearchTooSlowError
from archive.web.draft.checking import last_of
from archive.web.draft.form import DraftForm
from archive.web.draft.members import draft_members
from archive.web.draft.received import NotReceivedError, receive
from archive.web.draft.turns import RETRY_AFTER_SECONDS, NoTurnError, Turn
from archive.web.draft.values import CheckedDraft
from archive.web.search_formats.json import answer, problem
from archive.web.search_formats.refusals import Reason, Refusal

_Write = Callable[[CheckedDraft, HttpRequest], HttpResponse]
_Tell = Callable[[Refusal], HttpResponse]


@never_cache
@csrf_exempt
def draft_json(request: HttpRequest) -> HttpResponse:
    """The report as JSON."""
    return _received(request, _json, told=problem)


@never_cache
@csrf_exempt
def draft_docx(request: HttpRequest) -> HttpResponse:
    """The report as a Word document."""
    return _received(request, _docx, told=Refusal.in_plain_text)


def _received(request: HttpRequest, write: _Write, *, told: _Tell) -> HttpResponse:
    """What a request brings is received, then checked; other methods than POST bring nothing."""
    if request.method != "POST":
        return _not_sent(told)
    try:
        receive(request)
    except NotReceivedError as error:
        return told(_refusal(str(error), error.status))
    response = _sent(request, write, told)
    return told(_unsigned()) if response.status_code == HTTPStatus.FORBIDDEN else response


@csrf_protect
def _sent(request: HttpRequest, write: _Write, told: _Tell) -> HttpResponse:  # noqa: PLR0917 as Django calls it
    form = DraftForm(request.POST, request.FILES)
    try:
        with Turn():
            if not form.is_valid():
                return told(_unread(form))
            return write(last_of(parsed_of(form.record)), request)
    except NoTurnError as error:
        response = told(_refusal(str(error), HTTPStatus.SERVICE_UNAVAILABLE))
        response["Retry-After"] = RETRY_AFTER_SECONDS
        return response
    except SearchTooSlowError:
        words = _("The comparison took too long, and was ended.")
        return told(_refusal(words, HTTPStatus.SERVICE_UNAVAILABLE))


def _not_sent(told: _Tell) -> HttpResponse:
    """405: a draft is sent, and not asked for."""
    words = _("A draft is sent here by POST, and not asked for.")
    response = told(_refusal(words, HTTPStatus.METHOD_NOT_ALLOWED))
    response["Allow"] = "POST"
    return response


def _unsigned() -> Refusal:
    """403: the token and its cookie are missing, or are not of one another."""
    words = _("The draft came without the token of the form, or without the cookie of the token.")
    return _refusal(words, HTTPStatus.FORBIDDEN)


def _unread(form: DraftForm) -> Refusal:
    reasons = tuple(
        Reason(parameter=name, words=str(words))
        for name, errors in form.errors.items()
        for words in errors
    )
    return Refusal(
        happened=reasons[0].words,
        advice=_("Send the draft as “pasted” or “chosen”; the form is at /draft/."),
        status=form.status,
        reasons=reasons,
    )


def _refusal(happened: str, status: HTTPStatus) -> Refusal:
    return Refusal(happened=happened, advice=_("The form is at /draft/."), status=status)


def _json(found: CheckedDraft, request: HttpRequest) -> HttpResponse:
    members = draft_members(found, absolute=request.build_absolute_uri)
    return answer(members)


def _docx(found: CheckedDraft, request: HttpRequest) -> HttpResponse:
    from archive.data.word.package import MEDIA_TYPE, word_file  # noqa: PLC0415 lxml takes long
    from archive.web.draft.document import report_document  # noqa: PLC0415

    document = report_document(found, absolute=request.build_absolute_uri)
    response = HttpResponse(word_file(document), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = str(
        content_disposition_header(as_attachment=True, filename="draft-checked.docx")
    )
    return response
