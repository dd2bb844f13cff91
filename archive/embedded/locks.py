"""Locks between processes that the kernel releases when their last holder ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def hold(path: Path, *, shared: bool = False) -> int:
    """Wait for the lock and hold it until the descriptor returned, and every copy of it, is closed.

    A child made by ``fork`` shares the lock. A program it starts does not, unless it is handed the
    descriptor.
    """
    descriptor = _open(path)
    fcntl.flock(descriptor, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
    return descriptor


def try_to_hold(path: Path) -> int | None:
    """The descriptor of the lock, or None when another process holds it."""
    descriptor = _open(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def is_held(path: Path) -> bool:
    """Whether any process holds the lock."""
    descriptor = try_to_hold(path)
    if descriptor is None:
        return True
    os.close(descriptor)
    return False


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock inside the block."""
    descriptor = hold(path)
    try:
        yield
    finally:
        os.close(descriptor)


def _open(path: Path) -> int:
    """Open without writing: a lock made by root can then be held by the owner of the folder."""
    return os.open(path, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
