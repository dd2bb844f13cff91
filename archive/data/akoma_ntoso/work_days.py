"""The day of a work: that of its address."""

from datetime import date

from archive.models import Resolution


def day_of(resolution: Resolution) -> date | None:
    """The day in the address of a work: of adoption; of a draft, of its distribution."""
    return resolution.distributed_on if resolution.is_draft else resolution.adopted_on
