"""Workers within a test’s own process, on its own connection."""

from archive.ingest.intake.wakeups import wakeups
from archive.ingest.intake.worker import Worker, WorkOptions


def work(*, jobs: int = 1, batch: int | None = None) -> list[str]:
    """Parse whatever waits, and give what was reported of it."""
    reported: list[str] = []
    options = WorkOptions(jobs=jobs, batch=batch, once=True)
    with wakeups() as woken:
        Worker(options, wakeups=woken, report=reported.append).run()
    return reported
