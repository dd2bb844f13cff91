"""The day of a work: by which it is cited, and that of its address in Akoma Ntoso."""

from datetime import date

from archive.models import Resolution


def day_of(resolution: Resolution) -> date | None:
    """The day of adoption; of a draft, of its distribution."""
    return resolution.distributed_on if resolution.is_draft else resolution.adopted_on
