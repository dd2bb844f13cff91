"""The history of a text: its states, what changed with each, and the way back to it whole."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_safe

from archive.admin.history.restoring import RestoringAdmin
from archive.admin.history.states import former_files, listed, listed_states
from archive.admin.publishing.differences import told
from archive.ingest.publishing.past import UnknownStateError
from archive.ingest.restoring.restoration import Restoration
from archive.ingest.restoring.states import state_at, state_restoration
from archive.models import Text

_METHODS = ["GET", "HEAD", "POST"]


class TextHistoryAdmin(RestoringAdmin):
    """Texts whose states are kept."""

    def get_urls(self) -> list[URLPattern]:
        """The pages of every model, and those of a state."""
        route = "history/<str:at>/"
        own = [
            self.address(route, self.state, name="state"),
            self.address(f"{route}restore/", self.restore_state, name="restore_state"),
        ]
        return [*own, *super().get_urls()]

    @method_decorator(require_safe)
    def history_view(  # noqa: PLR0917 Django’s signature
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """The states of a text, the latest first, and the files it was read from."""
        del extra_context
        text = self.row_to_look_at(request, object_id)
        states, shown = listed_states(text, page=request.GET.get("p", "1"))
        return self.page(
            request,
            text,
            template="admin/history/text.html",
            title=f"History of {text}",
            states=states,
            shown=shown,
            files=former_files(text),
        )

    @method_decorator(require_safe)
    def state(self, request: HttpRequest, pk: int, *, at: str) -> HttpResponse:
        """What changed with a state."""
        text = self.row_to_look_at(request, pk)
        try:
            found = state_at(text, _instant(at))
        except UnknownStateError as error:
            raise Http404(str(error)) from error
        return self.page(
            request,
            text,
            template="admin/history/state.html",
            title=f"State of {text}",
            found=found,
            listed=listed(found.state),
            differences=told(found.differences),
            may_restore=request.user.has_perm("archive.add_correction"),
        )

    @method_decorator(require_http_methods(_METHODS))
    def restore_state(self, request: HttpRequest, pk: int, *, at: str) -> HttpResponse:
        """Bring a whole state back."""
        text = self.row_to_look_at(request, pk)
        return self.restoring_page(request, text, find=lambda: _restoration(text, at))


def _restoration(text: Text, at: str) -> Restoration:
    try:
        return state_restoration(text, _instant(at))
    except UnknownStateError as error:
        raise Http404(str(error)) from error


def _instant(written: str) -> datetime:
    """An instant as an address has it. Raises Http404 for anything else."""
    try:
        at = datetime.fromisoformat(written)
    except ValueError as error:
        raise Http404("There is no such state.") from error
    if at.tzinfo is None:
        raise Http404("There is no such state.")
    return at
