"""The release: a digest of everything that makes pages, apart from the rows they show."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage


@cache
def release() -> str:
    """The digest of what this process runs, in hexadecimal; read once.

    Of the code, the templates, the names of static files, and the settings that pages show. It is
    the same in every process and on every machine that runs the same.
    """
    base = Path(settings.BASE_DIR)
    files = [*base.glob("archive/**/*.py"), *base.glob("templates/**/*.*")]
    return digest(files, base=base, besides=[*_versions(), *_static_names()])


def digest(files: Iterable[Path], *, base: Path, besides: Iterable[str] = ()) -> str:
    """SHA-256 of files, each by its name below a folder and its content, and of words besides."""
    whole = sha256()
    for path in sorted(files):
        whole.update(f"{path.relative_to(base).as_posix()}\n".encode())
        whole.update(sha256(path.read_bytes()).digest())
    for words in besides:
        whole.update(f"{words}\n".encode())
    return whole.hexdigest()


def _versions() -> list[str]:
    packages = [version(name) for name in ("django", "django-ninja", "jinja2", "pydantic")]
    return [*packages, settings.CONTACT_ADDRESS]


def _static_names() -> list[str]:
    """The names under which static files are served, where these change with their content."""
    names: dict[str, str] = getattr(staticfiles_storage, "hashed_files", {})
    return sorted(names.values())
