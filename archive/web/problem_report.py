"""Reporting a problem, and the private page on which the reporter sees what became of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from archive.ingest.problem_reports import Report, TooManyReportsError, take_down
from archive.models import ProblemReport
from archive.web.problem_form import ProblemForm, stamp
from archive.web.reported_place import ReportedPlace, reported_place

_BAD_REQUEST = 400


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """The form for a place of the archive; filled in, it leads to the private page.

    Refused, it is shown again with everything that was typed: a 400.
    """
    is_sent = request.method == "POST"
    place = reported_place((request.POST if is_sent else request.GET).dict())
    form = ProblemForm(request.POST if is_sent else None)
    kept = _taken_down(form, place, request=request) if is_sent else None
    if kept:
        return redirect(kept)
    context = {
        "form": form,
        "typed": {"words": form["words"].value() or "", "reply_to": form["reply_to"].value() or ""},
        "place": place,
        "stamp": form.next_stamp if is_sent else stamp(),
    }
    return render(request, "problem/form.html", context, status=_BAD_REQUEST if is_sent else 200)


@never_cache
@require_safe
def problem_report(request: HttpRequest, token: str) -> HttpResponse:
    """What became of a report. Raises Http404 for a token that nobody was given."""
    found = ProblemReport.objects.of_token(token).first()
    if found is None:
        raise Http404
    response = render(request, "problem/report.html", {"report": found})
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _taken_down(
    form: ProblemForm, place: ReportedPlace, *, request: HttpRequest
) -> ProblemReport | None:
    """The report as it is kept; None where the form says why it was not."""
    if not form.is_valid():
        return None
    report = Report(
        address=place.address,
        anchor=place.anchor,
        resolution=place.resolution,
        words=form.cleaned_data["words"],
        reply_to=form.cleaned_data["reply_to"],
    )
    try:
        return take_down(report, sender=request.META.get("REMOTE_ADDR") or "")
    except TooManyReportsError as error:
        form.add_error(None, str(error))
        return None
