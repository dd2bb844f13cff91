"""Settings, read from the environment; nothing else in the project reads it.

Without ``ARCHIVE_ENV`` the archive runs for this machine only, and makes what it needs under
``DATA_DIR``. With ``ARCHIVE_ENV=production`` it runs behind a proxy that ends TLS, and whatever is
missing is an error at start that names it. In both it runs as production does: never in debug mode.
"""

import logging
import re
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import SimpleLazyObject

from archive.secret_key import kept_in

BASE_DIR = Path(__file__).resolve().parent.parent
PRODUCTION = "production"
POSTGRES_SCHEMES = ("postgres://", "postgresql://")
#: How addresses for readers begin, those of symbols too; those for staff must not hide one of them.
PUBLIC_WORDS = frozenset(
    "search search.json search.csv search.atom search.ris search.bib search.csl.json suggest.json "
    "opensearch.xml healthz robots.txt favicon.ico sitemap.xml sitemaps feed.atom data report "
    "resolution static browse coverage about help accessibility api network network.csv "
    "network.graphml compare compare.json compare.csv compare.docx series series.json lineage "
    "strengths strengths.json language language.json language.csv language.txt draft draft.docx "
    "draft.json a e s".split()
)
env = environ.Env()


def _given(name: str) -> str:
    """The variable's value without blanks around it; empty when it is not set."""
    return str(env.str(name, default="")).strip()


def _is_production() -> bool:
    """Whether this is a deployment, of which every setting must be given."""
    kind = _given("ARCHIVE_ENV")
    if kind not in ("", PRODUCTION):
        raise ImproperlyConfigured(
            f"ARCHIVE_ENV is {kind!r}. Set it to {PRODUCTION!r}, or leave it out to run the "
            "archive for this machine only."
        )
    names = ("DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS")
    missing = [name for name in names if not _given(name)]
    if kind and missing:
        raise ImproperlyConfigured(
            f"Not set: {', '.join(missing)}. ARCHIVE_ENV is {PRODUCTION!r}, which needs "
            f"{', '.join(names[:-1])} and {names[-1]}."
        )
    return kind == PRODUCTION


def _database() -> dict[str, Any]:
    """The PostgreSQL of ``DATABASE_URL``, or the embedded one; the URL may hold a password."""
    url = _given("DATABASE_URL")
    if not url:
        return {"ENGINE": "archive.embedded", "NAME": "recalling", "FOLDER": DATA_DIR / "postgres"}
    if not url.startswith(POSTGRES_SCHEMES):
        raise ImproperlyConfigured(
            "DATABASE_URL must have the form postgres://user:password@host:5432/name."
        )
    try:
        database: dict[str, Any] = env.db_url_config(url)
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}.") from error
    if not database["NAME"]:
        raise ImproperlyConfigured("DATABASE_URL names no database after its host.")
    return database


def _searches_by_one_connection() -> bool:
    """Whether a search may have one connection only, not the two that make it quicker."""
    number = _given("SEARCH_CONNECTIONS") or "2"
    if number not in ("1", "2"):
        raise ImproperlyConfigured(f"SEARCH_CONNECTIONS is {number!r}. Set it to 1 or 2.")
    return number == "1"


def _admin_url() -> str:
    """Where the pages for staff are, without the first slash and with the last: ``admin/``."""
    given = _given("ADMIN_URL").strip("/") or "admin"
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*(/[a-z0-9_-]+)*", given):
        raise ImproperlyConfigured(
            f"ADMIN_URL is {given!r}. Write small letters, digits, hyphens and slashes, such as "
            "“staff/desk”."
        )
    if given.split("/")[0] in PUBLIC_WORDS:
        raise ImproperlyConfigured(f"ADMIN_URL is {given!r}, where pages for readers are.")
    return f"{given}/"


def _is_second_factor_required() -> bool:
    """Whether staff prove who they are by more than a password."""
    given = _given("ADMIN_SECOND_FACTOR")
    if given not in ("", "required"):
        raise ImproperlyConfigured(
            f"ADMIN_SECOND_FACTOR is {given!r}. Set it to “required”, or leave it out."
        )
    return given == "required"


def _proxy_count() -> int:
    """How many proxies a request passes; each adds to X-Forwarded-For whom it has it from."""
    given = _given("ARCHIVE_PROXIES") or ("1" if IS_PRODUCTION else "0")
    if not re.fullmatch(r"[0-9]", given):
        raise ImproperlyConfigured(
            f"ARCHIVE_PROXIES is {given!r}. Write how many proxies a request passes, from 0 to 9."
        )
    return int(given)


IS_PRODUCTION = _is_production()
DATA_DIR = Path(_given("ARCHIVE_DATA_DIR") or BASE_DIR / "var").absolute()

DEBUG = False
SECRET_KEY: Any = _given("SECRET_KEY") or SimpleLazyObject(lambda: kept_in(DATA_DIR))
ALLOWED_HOSTS = [
    host.strip()
    for host in (_given("ALLOWED_HOSTS") or "localhost,127.0.0.1,[::1]").split(",")
    if host.strip()
]

INSTALLED_APPS = [
    "archive.apps.StaffConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "simple_history",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "archive",
]
ROOT_URLCONF = "archive.urls"
WSGI_APPLICATION = "archive.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SIMPLE_HISTORY_DATE_INDEX = False  # states are looked for by what they are of, never by day alone

# One connection per thread, kept for a minute and tried before use. A pool would add threads of its
# own to save nothing: a worker never has more connections than threads, and each is in use anyway.
# Statements of searches are planned once for each connection; the URL may say otherwise.
DATABASES = {"default": _database() | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
DATABASES["default"]["OPTIONS"] = {"prepare_threshold": 1} | DATABASES["default"].get("OPTIONS", {})
# What a search asks by a second connection, to the same database, while the first is busy.
SEARCH_BESIDE = "default" if _searches_by_one_connection() else "beside"
DATABASES.setdefault(SEARCH_BESIDE, deepcopy(DATABASES["default"]))
# How long one statement of a web process may run; archive/wsgi.py asks PostgreSQL to see to it.
WEB_STATEMENT_TIMEOUT_IN_SECONDS = 5

# Answers as they were sent, in the memory of each process; archive/web/freshness.py says which are
# kept: 400 of at most 40 kB take 16 MB of the 150 that a worker may have. Their keys never repeat.
# Suggestions, a few for every word that is typed, have a place of their own of that size, so that
# they drive no page out; they are small.
CACHES = {
    name: {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": name,
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 400},
    }
    for name in ("default", "suggestions")
}
CACHES["unkept"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}

# Whom readers may write to; the foot of every page names the address where there is one.
CONTACT_ADDRESS = _given("ARCHIVE_CONTACT")

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
FORMAT_MODULE_PATH = "archive.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "archive.web.bundles.BundleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"environment": "archive.web.environment.environment"},
    },
]
MIDDLEWARE = [
    "archive.web.visitors.VisitorAddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # its length varies by chance, and tells no secret
    "csp.middleware.CSPMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "archive.admin.accounts.sessions.StaffSessionMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "archive.web.availability.DatabaseAvailabilityMiddleware",
    "axes.middleware.AxesMiddleware",
]
CSRF_FAILURE_VIEW = "archive.web.errors.csrf_failure"

# Staff accounts. Their passwords are hashed; the rules are Django's. Whoever logs in with an
# address to go on to that is not the archive's own goes to the pages for staff.
ADMIN_URL = _admin_url()
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Whoever types five wrong passwords for a name from one address waits a quarter of an hour, and
# nobody else does: the owner of the name logs in from elsewhere. archive/admin/accounts says so in
# the log, in plain words, and keeps no list of who logged in when.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PROXY_COUNT = _proxy_count()
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the wait that was promised is the wait
AXES_LOCKOUT_CALLABLE = "archive.admin.accounts.lockout.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# A session ends with the browser, and after four hours without a request.
SESSION_COOKIE_AGE = 4 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# With a second factor, staff type a code that an app on their telephone makes as well.
ADMIN_SECOND_FACTOR_REQUIRED = _is_second_factor_required()
OTP_TOTP_ISSUER = "Recalling"

# What a request may carry. Forms hold words, and files sent to them are thrown away; the page on
# which staff bring files receives them itself, and names those beyond a batch, up to this number.
FILE_UPLOAD_HANDLERS = ["archive.web.uploads.NoFiles"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 1000

# What a browser may do with a page. Nothing inline, nothing from elsewhere; the admin abides by it.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = IS_PRODUCTION
CSRF_COOKIE_SECURE = IS_PRODUCTION

# The proxy of a deployment ends TLS. It must set X-Forwarded-Proto itself, whatever a client sent.
if IS_PRODUCTION:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked from within, without TLS
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True


def _without_traceback(record: logging.LogRecord) -> bool:
    record.exc_info = None
    return True


# Plain lines on standard error. What a visitor got wrong is no news (404, an old form), and at most
# one line (a host that is not allowed, which may be a setting); what we got wrong is.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "filters": {
        "brief": {"()": "django.utils.log.CallbackFilter", "callback": _without_traceback},
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "plain"},
        "brief": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["brief"]},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "archive.admin.accounts": {"level": "INFO"},
        "axes": {"level": "ERROR"},
        "django": {"level": "WARNING"},
        "django.request": {"level": "ERROR"},
        "django.security": {"handlers": ["brief"], "level": "ERROR", "propagate": False},
        "gunicorn.http": {"level": "ERROR"},  # warns of each HEAD, whose body it leaves out itself
    },
}
