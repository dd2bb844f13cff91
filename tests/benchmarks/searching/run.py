"""A run: everything built, each server started in its turn, all of it measured."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from tests.benchmarks.searching import comparing, datasette_peer, measuring
from tests.benchmarks.searching.archives import Archive
from tests.benchmarks.searching.building import build
from tests.benchmarks.searching.figures import Figures
from tests.benchmarks.searching.folders import Folder
from tests.benchmarks.searching.questions import Chooser, Kind, Question
from tests.benchmarks.searching.servers import archive_served
from tests.benchmarks.searching.steps import say, step
from tests.benchmarks.searching.tantivy_peer import Paragraphs

_SMALLER = 10
_PORT, _PEER_PORT = 8_971, 8_972


@dataclass
class Run:
    """One measure of an archive of so many paragraphs, in a folder."""

    folder: Path
    paragraphs: int
    questions_of_each_kind: int
    uses_what_is_kept: bool = False

    def measured(self) -> Figures:
        """Build what is missing, and measure."""
        figures = Figures(cores=os.cpu_count() or 1, paragraphs=self.paragraphs)
        if not self.uses_what_is_kept:
            self._build()
            self._fill_peers()
        figures.resolutions = self._archive.resolutions()
        self._measure_small(figures)
        self._measure_archive(figures)
        self._measure_datasette(figures)
        self._measure_tantivy(figures)
        return figures

    def _build(self) -> None:
        for archive, size in ((self._small, self._small_size), (self._archive, self.paragraphs)):
            say(f"An archive of {size:,} paragraphs in {archive.folder}:")
            build(archive.folder, paragraphs=size)

    @property
    def _small_size(self) -> int:
        return self.paragraphs // _SMALLER

    @cached_property
    def _archive(self) -> Archive:
        return Archive(self.folder / str(self.paragraphs))

    @cached_property
    def _small(self) -> Archive:
        return Archive(self.folder / str(self._small_size))

    @property
    def _peers(self) -> Path:
        return self.folder / f"peers-{self.paragraphs}"

    @property
    def _database(self) -> Path:
        return self._peers / "peers.db"

    @cached_property
    def _library(self) -> Paragraphs:
        return Paragraphs(self._peers / "tantivy")

    @cached_property
    def _questions(self) -> Sequence[Question]:
        with datasette_peer.opened(self._database) as table:
            return tuple(Chooser(table, self.questions_of_each_kind).questions())

    def _fill_peers(self) -> None:
        """Load the paragraphs of the archive into the peers, unless they have them."""
        folder = Folder(self._peers)
        made = Folder(self._archive.folder).content()
        wanted = {name: made[name] for name in ("rules", "paragraphs", "seed")}
        if folder.holds(wanted):
            return
        say(f"Its paragraphs in {self._peers}:")
        folder.clear()
        folder.note({})
        with step("SQLite"):
            datasette_peer.fill(self._database, self._archive.paragraphs())
        with step("tantivy"):
            self._library.fill(self._archive.paragraphs())
        folder.note(wanted)

    def _measure_small(self, figures: Figures) -> None:
        """Common questions to the smaller archive."""
        common = [one for one in self._questions if one.kind is Kind.COMMON]
        figures.small_paragraphs = self._small_size
        with (
            step(f"archive of {self._small_size:,} paragraphs"),
            archive_served(self._small.folder, port=_PORT) as server,
        ):
            times = measuring.cold_pages(server.address, common, archive=self._small)
        figures.small_common = times[Kind.COMMON]

    def _measure_archive(self, figures: Figures) -> None:
        asked, archive = self._questions, self._archive
        with step("archive"), archive_served(archive.folder, port=_PORT) as server:
            address = server.address
            for kind, times in measuring.cold_pages(address, asked, archive=archive).items():
                figures.kinds[kind].cold = times
            for kind, times in measuring.warm_pages(address, asked).items():
                figures.kinds[kind].warm = times
            rates = measuring.archive_under_load(address, asked, archive=archive)
            figures.pages_per_second |= {f"Recalling, {name}": one for name, one in rates.items()}
            for memory in server.memory_of_workers():
                figures.megabytes_resident.append(memory.resident)
                figures.megabytes_proportional.append(memory.proportional)
            with datasette_peer.opened(self._database) as table:
                figures.disagreements += comparing.archive_with_sqlite(address, asked, table=table)

    def _measure_datasette(self, figures: Figures) -> None:
        """Its pages as it comes and at its best; counts are compared once."""
        asked, served = self._questions, partial(datasette_peer.served, self._database)
        as_it_comes, at_its_best = datasette_peer.AS_IT_COMES, datasette_peer.AT_ITS_BEST
        with step("Datasette"), served(port=_PEER_PORT, settings=as_it_comes) as address:
            for kind, times in measuring.pages_of_datasette(address, asked).items():
                figures.kinds[kind].datasette = times
            rate = measuring.datasette_under_load(address, asked)
            figures.pages_per_second["Datasette"] = rate
        with (
            step("Datasette at its best"),
            served(port=_PEER_PORT, settings=at_its_best) as address,
        ):
            for kind, times in measuring.pages_of_datasette(address, asked).items():
                figures.kinds[kind].datasette_at_its_best = times
            rate = measuring.datasette_under_load(address, asked)
            figures.pages_per_second["Datasette at its best"] = rate
            figures.disagreements += comparing.datasette_with_sqlite(address, asked)

    def _measure_tantivy(self, figures: Figures) -> None:
        with step("tantivy"):
            for kind, times in measuring.lists_of_tantivy(self._library, self._questions).items():
                figures.kinds[kind].tantivy = times
            figures.disagreements += comparing.tantivy_with_sqlite(self._library, self._questions)
