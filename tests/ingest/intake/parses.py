"""Parses that go wrong, for processes that know no Django."""

import os
import signal

ENDS_ITS_PROCESS = b"ends its process"


def end_at_once(content: bytes) -> tuple[str, str]:
    """A parse that ends its process over some bytes, as one that wants all memory does."""
    if content == ENDS_ITS_PROCESS:
        os.kill(os.getpid(), signal.SIGKILL)
    return "read", "It was read."


def raise_a_fault(_content: bytes) -> tuple[str, str]:
    """A parse with a fault."""
    raise ZeroDivisionError
