"""The desk: one way for every form of a correction to be asked for, sent, refused and saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from archive.admin.correcting.pages import Page, correction_page, refusal_page
from archive.admin.correcting.repeats import repeat_of
from archive.admin.correcting.subjects import SAVE, FieldError, NoSuchPlaceError, Subject
from archive.admin.correcting.telling import done, followed, state
from archive.admin.correcting.versions import versions_of
from archive.admin.review.places import anchor_of, in_words, review_address
from archive.corrections.values import CorrectionError
from archive.ingest.editing.consequences import consequences
from archive.ingest.editing.correcting import (
    NotCorrectableError,
    check_correctable,
    correct_all,
)
from archive.ingest.editing.editions import (
    Edition,
    edition_at_revision,
    edition_of,
    is_parsed,
)
from archive.ingest.editing.fates import Fate, fate_of
from archive.ingest.editing.proposals import Proposal
from archive.ingest.editing.revisions import StaleRevisionError
from archive.models import Ingestion

_LONGEST_REVISION = 9
_INCOMPLETE = "The page was not sent whole, so nothing was written. Look at it again, and save."


@dataclass(kw_only=True)
class Desk:
    """One request for the form of a kind of subject, in an ingestion given by its key."""

    site: AdminSite
    request: HttpRequest
    kind: type[Subject]
    key: int
    where: Mapping[str, str]

    @cached_property
    def ingestion(self) -> Ingestion:
        """The ingestion as it is now. Raises Http404."""
        found = Ingestion.objects.with_file().filter(pk=self.key).first()
        if found is None:
            raise Http404("There is no such ingestion.")
        return found

    @cached_property
    def edition(self) -> Edition:
        """The edition as it is now."""
        return edition_of(self.ingestion)

    def answer(self) -> HttpResponse:
        """The page, or what comes of what was sent."""
        try:
            check_correctable(self.ingestion)
            return self._sent() if self.request.method == "POST" else self._asked()
        except NotCorrectableError as error:
            return self._refused(str(error), status=HTTPStatus.CONFLICT)
        except NoSuchPlaceError as error:
            return self._refused(str(error), status=HTTPStatus.NOT_FOUND)

    def _subject(self) -> Subject:
        return self.kind.find(self.edition, **self.where)

    def _asked(self) -> HttpResponse:
        subject = self._subject()
        initial = subject.started(self.request.GET.dict())
        return self._page(Page(subject=subject, form=subject.fresh(initial)))

    def _sent(self) -> HttpResponse:
        """What is sent is for a revision: the present one, an earlier one, or nobody can tell."""
        written = self.request.POST.get("revision", "")
        is_number = written.isascii() and written.isdecimal() and len(written) <= _LONGEST_REVISION
        revision = int(written) if is_number else None
        if revision is None or revision > self.ingestion.revision:
            return self._incomplete()
        if revision < self.ingestion.revision:
            return self._stale(revision)
        return self._save()

    def _incomplete(self) -> HttpResponse:
        subject = self._subject()
        form = subject.fresh(self._written(subject))
        page = Page(subject=subject, form=form, problem=_INCOMPLETE)
        return self._page(page, status=HTTPStatus.BAD_REQUEST)

    def _written(self, subject: Subject) -> dict[str, Any]:
        """What stands in the fields that were sent."""
        bound = subject.bound(self.request.POST)
        return {name: bound[name].data for name in bound.fields}

    def _save(self) -> HttpResponse:
        """Save what was sent; the form again with the reason where that cannot be."""
        subject = self._subject()
        form = subject.bound(self.request.POST)
        act = self.request.POST.get("act", SAVE)
        if form.is_valid() or act in subject.acts_without_fields:
            try:
                return self._saved(subject, form.cleaned_data, act=act)
            except StaleRevisionError as error:
                del self.ingestion, self.edition
                return self._stale(error.asked)
            except FieldError as error:
                form.add_error(error.field, str(error))
            except CorrectionError as error:
                form.add_error(None, str(error))
        return self._page(Page(subject=subject, form=form))

    def _saved(self, subject: Subject, filled: Mapping[str, Any], *, act: str) -> HttpResponse:
        """Write what was proposed, and go back to the place with what followed."""
        assert self.request.user.is_authenticated, "only staff come here"
        to = Proposal(self.edition)
        where = subject.propose(filled, act, to=to)
        correct_all(
            self.key,
            to.values,
            by=self.request.user,
            revision=self.ingestion.revision,
            evidence=subject.evidence(filled),
        )
        self._tell(to)
        return redirect(review_address(self.key, where=where))

    def _tell(self, to: Proposal) -> None:
        before = self.ingestion
        now = Ingestion.objects.without_parse().get(pk=self.key)
        messages.success(self.request, done(to.values, revision=before.revision + 1))
        for words in followed(consequences(self.edition.parsed, to.parsed)):
            messages.info(self.request, words)
        told = state(now, before=before.state)
        if told:
            messages.info(self.request, told)

    def _stale(self, revision: int) -> HttpResponse:
        """Nothing is written: both versions, and a form for the present revision.

        Where nothing is left to be written, the place itself.
        """
        seen = self.kind.find(edition_at_revision(self.ingestion, revision), **self.where)
        sent, user = self.request.POST, self.request.user
        repeat = repeat_of(seen, sent, revision=revision, by=user)
        if repeat is not None:
            said = f"It is saved already, as revision {repeat.revision}; it was sent twice."
            return self._done_already(said, where=repeat.where)
        written = self._written(seen)
        try:
            now = seen.counterpart(self.edition)
        except NoSuchPlaceError as error:
            return self._refused(str(error), status=HTTPStatus.CONFLICT, lost=seen.told(written))
        versions = versions_of(seen, now, sent=written, revision=revision)
        is_saved = sent.get("act", SAVE) == SAVE and versions.is_so_already
        if is_saved and not (now.is_set_by_evidence and written["evidence"]):
            said = "It stands there as you wrote it already: it was changed so meanwhile."
            return self._done_already(said, where=now.where)
        page = Page(subject=now, form=now.fresh(versions.merged), versions=versions)
        return self._page(page, status=HTTPStatus.CONFLICT)

    def _done_already(self, said: str, *, where: str) -> HttpResponse:
        messages.info(self.request, said)
        return redirect(review_address(self.key, where=where))

    def _page(self, page: Page, *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
        return correction_page(self.request, page, site=self.site, status=status)

    def _fate(self) -> Fate | None:
        """What became of the place that the address names, where it is known."""
        if not is_parsed(self.ingestion):
            return None
        places = (self.where.get(name, "") for name in ("anchor", "after", "where"))
        anchor = anchor_of(next(filter(None, places), ""))
        return fate_of(self.edition, anchor) if anchor else None

    def _refused(
        self, message: str, *, status: HTTPStatus, lost: Mapping[str, str] | None = None
    ) -> HttpResponse:
        fate = self._fate()
        context = {
            "message": f"{message} {fate.sentence}" if fate else message,
            "lost": lost or {},
            "ingestion": self.ingestion,
            "now": in_words(fate.now) if fate and fate.now else "",
            "now_address": review_address(self.key, where=fate.now or "") if fate else "",
        }
        return refusal_page(self.request, context, site=self.site, status=status)
