"""Runs: texts behind the parser are read again, one after another, and what became of each.

Each text is a transaction of its own. A run that is ended has done what it has told, and another
run goes on with the rest.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from archive.ingest.editing.revisions import locked
from archive.ingest.intake.claims import Claim
from archive.ingest.intake.findings import write_finding
from archive.ingest.parsers import Ask, Parse, parsers
from archive.ingest.publishing.blocking import blockers
from archive.ingest.publishing.publication import hold, publish
from archive.ingest.reparsing.comparing import Comparison, comparison_of
from archive.ingest.reparsing.present import present_ingestion
from archive.ingest.reparsing.rereading import RereadingError, begin_again, open_rereading
from archive.ingest.reparsing.told import Reread, Result
from archive.models import Ingestion, SourceFile, Text
from archive.parsing.pipeline import PARSER_VERSION

#: What the history says where a run publishes.
REASON = "manage.py reparse"
_State = Ingestion.State
_AHEAD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ReparseOptions:
    """How to run: whether what does not differ is published, processes that parse, for whom."""

    accept_unchanged: bool = False
    jobs: int = 1
    by: AbstractBaseUser | None = None


def texts_behind(symbols: Sequence[str] = ()) -> list[Text]:
    """The texts to be read again, in the order of their symbols; of all resolutions, or of some."""
    texts = Text.objects.behind_the_parser().select_related("resolution", "source_file")
    if symbols:
        texts = texts.filter(resolution__symbol__in=symbols)
    return list(
        texts.defer("wording", "search_vector", "source_file__content").order_by(
            "resolution__symbol", "language"
        )
    )


def reread(texts: Iterable[Text], *, options: ReparseOptions) -> Generator[Reread]:
    """Read texts again, and yield what became of each as soon as it is known."""
    ahead = _AHEAD * options.jobs if options.jobs > 1 else 0
    with parsers(options.jobs) as ask:
        waiting: deque[Callable[[], Reread]] = deque()
        for text in texts:
            waiting.append(_begin(text, ask, options=options))
            if len(waiting) > ahead:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()


def _begin(text: Text, ask: Ask, *, options: ReparseOptions) -> Callable[[], Reread]:
    """Ask for the parse of a text's file, unless it was read again already."""
    present = present_ingestion(text)
    if present is None:
        why = "The archive kept no ingestion of it; bring its file with “manage.py ingest”."
        return partial(Reread, text=text, result=Result.REFUSED, detail=why)
    begun = open_rereading(present)
    if begun is not None and begun.state == _State.QUEUED:
        return partial(Reread, text=text, result=Result.WAITING)
    if begun is not None and begun.parser_version == PARSER_VERSION:
        return partial(_end, text, begun.pk, options=options)
    content = bytes(SourceFile.objects.only("content").get(pk=text.source_file_id).content)
    return partial(_read, text, ask(content), content=content, present=present.pk, options=options)


def _read(
    text: Text,
    parse: Callable[[], Parse],
    *,
    content: bytes,
    present: int,
    options: ReparseOptions,
) -> Reread:
    """Write what the parser makes of a file now, as a worker would, and see what is to be done."""
    found = parse()
    try:
        with transaction.atomic():
            made = begin_again(locked(present), by=options.by)
            claim = Claim(ingestion=made.pk, source_file=made.source_file_id, attempt=made.attempts)
            write_finding(claim, content, found=found)
    except RereadingError as error:
        return Reread(text=text, result=Result.WAITING, detail=str(error))
    return _end(text, made.pk, options=options)


def _end(text: Text, ingestion: int, *, options: ReparseOptions) -> Reread:
    """Publish a reading that changes nothing, where that is asked for; else leave it to review."""
    with transaction.atomic():
        hold(ingestion)
        row = locked(ingestion)
        if row.state == _State.FAILED:
            return Reread(text=text, result=Result.REFUSED, detail=row.failure, ingestion=row.pk)
        found = comparison_of(row)
        against = _against_publishing(found) if found else "There is no parse of it."
        if against or not options.accept_unchanged:
            detail = against or "Nothing differs."
            return Reread(text=text, result=Result.TO_REVIEW, detail=detail, ingestion=row.pk)
        publish(row.pk, by=options.by, revision=row.revision, reason=REASON)
    return Reread(text=text, result=Result.PUBLISHED, detail=_moved(text), ingestion=ingestion)


def _against_publishing(found: Comparison) -> str:
    """Why a person must look at a reading first; empty where nothing differs."""
    said = []
    if found.differences:
        count = len(found.differences)
        said.append(f"{count} place{' differs' if count == 1 else 's differ'}.")
    elif not found.is_same:
        said.append(" ".join(found.besides) or "What is published cannot be compared with it.")
    said += [one.message for one in blockers(found.edition)]
    return " ".join(said)


def _moved(text: Text) -> str:
    return f"Nothing differs; read by parser {PARSER_VERSION}, before by {text.parser_version}."
