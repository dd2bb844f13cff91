"""Publication by a person: an edition becomes what readers see, or is turned down."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser

from archive.ingest.outcomes import Outcome
from archive.ingest.publishing.blocking import Blocker
from archive.models import Ingestion


class PublishRefusedError(Exception):
    """An edition that cannot be published; ``blockers`` say why."""

    def __init__(self, blockers: Sequence[Blocker]) -> None:
        super().__init__(" ".join(blocker.message for blocker in blockers))
        self.blockers = tuple(blockers)


def publish(ingestion: int, *, by: AbstractBaseUser, revision: int, reason: str = "") -> Outcome:
    """Publish the edition of an ingestion, given by its key and the revision a person has seen.

    Raises:
        StaleRevisionError: somebody has changed the ingestion meanwhile.
        PublishRefusedError: something speaks against it; nothing is written then.
    """
    raise NotImplementedError(ingestion)


def reject(ingestion: int, *, by: AbstractBaseUser, revision: int, reason: str) -> Ingestion:
    """Turn an ingestion down for a reason; what it follows, and what is published, stays.

    Raises StaleRevisionError as ``publish``, and PublishRefusedError without a reason or where it
    is published.
    """
    raise NotImplementedError(ingestion)
