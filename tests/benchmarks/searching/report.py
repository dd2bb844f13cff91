"""The report: what was measured as a table, ratios first, and what is promised beside it."""

from collections.abc import Iterable, Iterator

from tests.benchmarks.searching.figures import Figures, OfKind, Times, Verdict

#: Between them a document has the figures of the last run.
BEGINS, ENDS = "<!-- figures -->", "<!-- end of figures -->"

_COLUMNS = (
    "kind",
    "cold / Datasette",
    "at its best",
    "cold / tantivy",
    "cold ms",
    "p95",
    "warm ms",
    "Datasette ms",
    "p95",
    "at its best ms",
    "tantivy ms",
)


def report(figures: Figures) -> Iterator[str]:
    """The lines of the report, in Markdown."""
    yield (
        f"{figures.paragraphs:,} paragraphs in {figures.resolutions:,} resolutions; "
        f"{figures.cores} cores. Times are medians in milliseconds."
    )
    yield ""
    yield from table(_COLUMNS, [_row(kind, one) for kind, one in figures.kinds.items()])
    yield ""
    yield from table(
        ("pages a second, 8 clients", "pages"),
        [(name, f"{rate:.1f}") for name, rate in figures.pages_per_second.items()],
    )
    yield ""
    workers = zip(figures.megabytes_resident, figures.megabytes_proportional, strict=True)
    memory = ", ".join(f"{resident:.0f} ({shared:.0f})" for resident, shared in workers)
    yield f"Memory of the web workers in MB, resident (and proportional): {memory}."
    yield ""
    verdicts = figures.verdicts()
    yield from table(("promised", "at most", "measured", ""), [_verdict(one) for one in verdicts])
    yield from (f"- {one}" for one in figures.disagreements)


def put_into(document: str, lines: Iterable[str]) -> str:
    """A document with these lines where its figures stood, between two marks.

    Raises ValueError where it does not have them.
    """
    before, begins, rest = document.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not (begins and ends):
        raise ValueError(f"The document has no {BEGINS} with {ENDS} after it.")
    return "\n".join([before + begins, "", *lines, "", ends + after])


def _row(kind: str, of_kind: OfKind) -> tuple[str, ...]:
    cold, peer = of_kind.cold, of_kind.datasette
    return (
        kind,
        _ratio(of_kind.cold_to_datasette),
        _ratio(cold.ratio_to(of_kind.datasette_at_its_best)),
        _ratio(cold.ratio_to(of_kind.tantivy)),
        _median(cold),
        _p95(cold),
        _median(of_kind.warm),
        _median(peer),
        _p95(peer),
        _median(of_kind.datasette_at_its_best),
        _median(of_kind.tantivy),
    )


def _verdict(verdict: Verdict) -> tuple[str, ...]:
    kept = "kept" if verdict.is_kept else "NOT KEPT"
    return verdict.promise, f"{verdict.most:g}", f"{verdict.measured:.3g}", kept


def _ratio(ratio: float | None) -> str:
    return "–" if ratio is None else f"{ratio:.3f}" if ratio < 1 else f"{ratio:.1f}"


def _median(times: Times) -> str:
    return f"{times.median:,.1f}" if times.each else "–"


def _p95(times: Times) -> str:
    return f"{times.p95:,.1f}" if times.each else "–"


def table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    """A table in Markdown, with columns as wide as what stands in them."""
    widths = [max(map(len, cells)) for cells in zip(columns, *rows, strict=True)]
    yield _line(columns, widths)
    yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    yield from (_line(row, widths) for row in rows)


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    padded = (f" {cell:<{width}} " for cell, width in zip(cells, widths, strict=True))
    return "|" + "|".join(padded) + "|"
