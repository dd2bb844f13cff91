"""Refusals: why what somebody asked for was not done, as the page says it that is shown again."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from archive.admin.review.corrections import ListedCorrection, changed_since
from archive.admin.review.sent import Sent, SentError
from archive.corrections.values import CorrectionError
from archive.ingest.editing.correcting import NotCorrectableError
from archive.ingest.editing.revisions import StaleRevisionError
from archive.ingest.lineages.reasons import DecisionError
from archive.ingest.publishing.blocking import Blocker
from archive.ingest.publishing.publication import PublishRefusedError
from archive.ingest.publishing.withdrawal import WithdrawalError
from archive.ingest.reparsing.replacing import ReplacingError
from archive.models import Ingestion

#: Whatever a person asks for and is not done; each says why and what to do.
REFUSALS = (
    CorrectionError,
    DecisionError,
    NotCorrectableError,
    PublishRefusedError,
    ReplacingError,
    SentError,
    StaleRevisionError,
    WithdrawalError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why nothing was done.

    ``field`` is the one that the message is of, ``blockers`` what keeps an edition from being
    published. ``changes`` are those of others since the page was opened, and None where it is not
    they who stand in the way. ``sent`` is what was sent, with what was typed.
    """

    message: str
    status: HTTPStatus
    sent: Sent
    field: str = ""
    blockers: Sequence[Blocker] = ()
    changes: Sequence[ListedCorrection] | None = None

    def at(self, field: str) -> str:
        """The message, where it is of a field; else nothing."""
        return self.message if self.field == field else ""


def refusal_of(error: Exception, sent: Sent, *, ingestion: Ingestion | None = None) -> Refusal:
    """The refusal that one of ``REFUSALS`` is; ``ingestion`` is the one that was to be changed."""
    told: dict[str, Any] = {"message": str(error), "sent": sent, "status": HTTPStatus.CONFLICT}
    match error:
        case SentError():
            told |= {"status": HTTPStatus.BAD_REQUEST, "field": error.field}
        case StaleRevisionError() if ingestion is not None:
            told["changes"] = changed_since(ingestion, error.asked)
        case PublishRefusedError():
            told["blockers"] = error.blockers
            told["field"] = "reason" if _is_for_want_of_a_reason(error) else ""
        case WithdrawalError():
            pass  # it says by itself that nothing was done
        case _:
            told["message"] += " Nothing was written."
    return Refusal(**told)


def _is_for_want_of_a_reason(error: PublishRefusedError) -> bool:
    return [one.code for one in error.blockers] == ["no_reason"]
