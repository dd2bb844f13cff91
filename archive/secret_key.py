"""The secret key of an archive that is given none."""

import os
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def kept_in(folder: Path) -> str:
    """The key of this machine, made once and readable by its owner only.

    Raises ImproperlyConfigured where the folder keeps none.
    """
    path = folder / "secret_key"
    try:
        if not path.exists():
            _make(path)
        return path.read_text()
    except OSError as error:
        raise ImproperlyConfigured(
            f"The secret key cannot be kept in {path}: {error.strerror}. Make it possible, or set "
            "SECRET_KEY."
        ) from error


def _make(path: Path) -> None:
    """Write a key aside and link it into place.

    Of several processes that make it at once, one wins, and none ever reads half of it.
    """
    from django.core.management.utils import get_random_secret_key  # noqa: PLC0415 seldom needed

    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix="secret_key-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(get_random_secret_key() + get_random_secret_key())
            file.flush()
            os.fsync(file.fileno())
        os.link(name, path)
    except FileExistsError:
        return
    finally:
        Path(name).unlink()
