"""A lock ends with its last holder, and those who share it keep others out."""

import os
from pathlib import Path

import pytest

from archive.embedded import locks


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """The file of a lock nobody holds."""
    return tmp_path / "some.lock"


def test_a_lock_is_held_inside_its_block_and_free_after(lock: Path) -> None:
    with locks.held(lock):
        assert locks.is_held(lock)
        assert locks.try_to_hold(lock) is None
    assert not locks.is_held(lock)


def test_a_shared_lock_is_free_when_the_last_holder_lets_go(lock: Path) -> None:
    first = locks.hold(lock, shared=True)
    second = locks.hold(lock, shared=True)
    os.close(first)
    assert locks.is_held(lock)
    os.close(second)
    assert not locks.is_held(lock)


def test_a_child_holds_its_parents_lock_on(lock: Path) -> None:
    held = locks.hold(lock)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(writing)
        os.read(reading, 1)
        os._exit(0)
    os.close(held)
    assert locks.is_held(lock)
    os.close(writing)
    os.waitpid(child, 0)
    os.close(reading)
    assert not locks.is_held(lock)
