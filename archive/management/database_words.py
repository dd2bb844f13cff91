"""What the database says when it gives up, as people read it."""

from django.db import OperationalError


def in_one_sentence(error: OperationalError) -> str:
    """PostgreSQL's words on one line, with a full stop."""
    words = " ".join(str(error).split()).rstrip(".")
    return f"The database gave up: {words}."
