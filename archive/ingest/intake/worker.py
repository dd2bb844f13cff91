"""The worker: parses what waits, and writes what was found, until it is told to stop.

It may be killed at any moment, and any number may run at once: archive/ingest/intake/claims.py
says why no file is lost or parsed twice. Files are parsed in processes of their own, which may die.
"""

from collections.abc import Callable
from dataclasses import dataclass

from archive.ingest.intake import claims
from archive.ingest.intake.claims import Claim
from archive.ingest.intake.findings import write_finding
from archive.ingest.intake.lanes import Lane, Work
from archive.ingest.intake.wakeups import Wakeups
from archive.models import Ingestion, SourceFile

#: How soon a file is seen that a worker elsewhere, by its death, gave back to the queue.
_LONGEST_SLEEP_IN_SECONDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOptions:
    """How to work: files parsed at once, of one batch or of any, and whether until none waits."""

    jobs: int = 1
    batch: int | None = None
    once: bool = False


class Worker:
    """Parses waiting files; ``report`` is told of each in a line.

    ``meanwhile`` is called before each sleep, some seconds after the last time, and is to be brief.
    """

    def __init__(
        self,
        options: WorkOptions,
        *,
        wakeups: Wakeups,
        report: Callable[[str], None],
        meanwhile: Callable[[], object] = bool,
    ) -> None:
        self._options = options
        self._wakeups = wakeups
        self._report = report
        self._meanwhile = meanwhile
        self._lanes = [Lane(wakeups.wake) for _ in range(options.jobs)]

    def run(self) -> None:
        """Work until told to stop, or until none waits; what is begun is brought to its end."""
        with self._wakeups.at_notices(), claims.at_work():
            while self._step():
                self._meanwhile()
                self._wakeups.sleep(_LONGEST_SLEEP_IN_SECONDS)
        for lane in self._lanes:
            lane.close()

    def _step(self) -> bool:
        """Write what is done, begin what waits; whether there is anything to sleep for."""
        for lane in self._lanes:
            work = lane.take()
            if work is not None:
                self._end(work)
        if not self._wakeups.is_told_to_stop:
            self._begin()
        is_at_work = any(lane.work for lane in self._lanes)
        return is_at_work or not (self._wakeups.is_told_to_stop or self._is_over())

    def _begin(self) -> None:
        """Give each lane that is free a file that waits."""
        claims.give_up()
        idle = [lane for lane in self._lanes if lane.work is None]
        if not idle:
            return
        begun = claims.claim_waiting(len(idle), batch=self._options.batch)
        for lane, claim in zip(idle, begun, strict=False):
            file = SourceFile.objects.only("content").get(pk=claim.source_file)
            lane.begin(claim, bytes(file.content))

    def _end(self, work: Work) -> None:
        """Write what was found in a file, or let it wait again where its process ended over it."""
        claim, found = work.claim, work.found
        if found is None:
            self._report(f"{claim.ingestion}  its process ended, attempt {claim.attempt}")
        elif write_finding(claim, work.content, found=found):
            self._report(_told(claim))
        claims.free(claim)

    def _is_over(self) -> bool:
        return self._options.once and not claims.are_waiting(batch=self._options.batch)


def _told(claim: Claim) -> str:
    row = Ingestion.objects.without_parse().get(pk=claim.ingestion)
    return f"{row.pk}  {row.get_state_display()}"
