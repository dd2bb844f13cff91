"""Files are parsed by other processes, which end with the one that started them."""

import multiprocessing
import os
import signal
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import transaction

from archive.ingest import parsers as under_test
from archive.ingest.parsers import parse_content, parsers, pool_of
from archive.ingest.write_lock import take_write_lock
from archive.parsing.parsed import ParsedResolution
from tests import builders as build
from tests.ingest.children import (
    PATIENCE_IN_SECONDS,
    is_alive,
    parsing_processes,
    start,
    wait_until,
)

TEXT = build.resolution_text().encode()


def test_a_parse_is_returned_as_values() -> None:
    parsed = parse_content(TEXT)
    assert isinstance(parsed, ParsedResolution)
    assert parsed.masthead.symbol == "A/RES/66/164"


def test_an_error_is_returned_with_its_code() -> None:
    parsed = parse_content(b"")
    assert isinstance(parsed, tuple)
    assert parsed[0] == "empty_file"


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_process_and_several_parse_alike(jobs: int) -> None:
    with parsers(jobs) as ask:
        asked = [ask(TEXT), ask(b""), ask(TEXT)]
        assert [one() for one in asked] == [parse_content(one) for one in (TEXT, b"", TEXT)]


def test_one_job_parses_only_when_the_parse_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "parse_content", lambda _: pytest.fail("it was parsed"))
    with parsers(1) as ask:
        ask(TEXT)


def test_a_process_that_parses_leaves_interrupts_and_ends_with_its_parent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: list[object] = []
    monkeypatch.setattr(signal, "signal", lambda *told: heard.append(told))
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: SimpleNamespace(join=bool))
    monkeypatch.setattr(os, "_exit", heard.append)
    under_test._serve()
    wait_until(lambda: len(heard) == 2)
    assert heard == [(signal.SIGINT, signal.SIG_IGN), 1]


def test_a_process_that_parses_hears_no_interrupt_from_its_start_on() -> None:
    with pool_of(1) as pool:
        held = pool.submit(signal.pthread_sigmask, signal.SIG_BLOCK, set()).result()
    assert signal.SIGINT in held
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, set())


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux's /proc")
@pytest.mark.django_db(transaction=True)
def test_processes_that_parse_end_when_the_one_that_writes_is_killed(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        path = tmp_path / f"{number}.txt"
        path.write_text(build.resolution_text(f"66/{number}"), encoding="utf-8")
    with transaction.atomic():
        take_write_lock()
        writer = start("ingest", tmp_path, "--jobs", "2")
        wait_until(lambda: len(parsing_processes(writer)) == 2)
        parsing = parsing_processes(writer)
        writer.kill()
        writer.communicate(timeout=PATIENCE_IN_SECONDS)
    wait_until(lambda: not any(is_alive(pid) for pid in parsing))
