"""Revisions: of two people who change one ingestion at once, the second is told, not the first."""

from archive.models import Ingestion


class StaleRevisionError(Exception):
    """Somebody has changed the ingestion since the revision that a change was made for.

    ``asked`` is that revision, ``current`` the present one.
    """

    def __init__(self, *, asked: int, current: int) -> None:
        super().__init__(
            f"It was changed meanwhile: you saw revision {asked}, it is at {current} now. Nothing "
            "of yours was written over; look at both, and make your change again."
        )
        self.asked = asked
        self.current = current


def locked(ingestion: int, *, revision: int | None = None) -> Ingestion:
    """The ingestion by its key, locked until the transaction ends.

    Raises StaleRevisionError unless it is at the revision given; without one, any will do.
    """
    row = Ingestion.objects.with_file().select_for_update(of=("self",)).get(pk=ingestion)
    if revision is not None and row.revision != revision:
        raise StaleRevisionError(asked=revision, current=row.revision)
    return row


def lock_followed(ingestion: int) -> None:
    """Let nobody correct what an ingestion follows until the transaction ends.

    To be called before it is locked itself; whoever locks both locks the followed one first.
    """
    followed = Ingestion.objects.filter(pk=ingestion).values("follows")
    rows = Ingestion.objects.filter(pk__in=followed).select_for_update()
    list(rows.values_list("pk", flat=True))


def grow(ingestion: Ingestion, **fields: object) -> None:
    """Write fields of a locked ingestion, and its next revision."""
    ingestion.revision += 1
    for name, value in fields.items():
        setattr(ingestion, name, value)
    ingestion.save(update_fields=["revision", *fields])
