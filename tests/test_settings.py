"""Settings come from the environment, and what is missing or wrong is named in one line."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings

from archive.embedded.cluster import Cluster
from archive.urls import urlpatterns
from tests.embedded.client import PROJECT, environment, runs, wait_until

DEPLOYMENT = {
    "ARCHIVE_ENV": "production",
    "DATABASE_URL": "postgres://archive:sesame@127.0.0.1:1/none",
    "SECRET_KEY": "".join(chr(code) for code in range(48, 123)),
    "ALLOWED_HOSTS": "archive.example, www.archive.example",
}
SHOW_KEY = "from django.conf import settings; print(settings.SECRET_KEY, end='')"


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the project with these variables and no others of the archive."""
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        cwd=PROJECT,
        env=environment(DJANGO_SETTINGS_MODULE="archive.settings", **variables),
        check=False,
    )


def shown(expression: str, **variables: str) -> str:
    """What an expression over the settings gives."""
    done = run("-c", f"from django.conf import settings; print({expression})", **variables)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("name", ["DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS"])
@pytest.mark.parametrize("value", [None, " "])
def test_a_deployment_names_the_setting_it_misses(name: str, value: str | None) -> None:
    given = {key: word for key, word in DEPLOYMENT.items() if key != name}
    done = run("manage.py", "check", **given | ({} if value is None else {name: value}))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        f"Not set: {name}. ARCHIVE_ENV is 'production', which needs DATABASE_URL, SECRET_KEY and "
        "ALLOWED_HOSTS.\n"
    )


def test_a_web_server_is_told_the_same_and_does_not_try_again() -> None:
    done = run("-m", "gunicorn", "--bind=127.0.0.1:0", "archive.wsgi", ARCHIVE_ENV="production")
    assert done.returncode == 4
    assert "Not set: DATABASE_URL, SECRET_KEY, ALLOWED_HOSTS." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"ARCHIVE_ENV": "staging"}, "ARCHIVE_ENV is 'staging'."),
        ({"DATABASE_URL": "mysql://a:sesame@b/c"}, "DATABASE_URL must have the form postgres://"),
        ({"DATABASE_URL": "postgres://a:sesame@b:port/c"}, "DATABASE_URL cannot be read:"),
        ({"DATABASE_URL": "postgres://a:sesame@b"}, "DATABASE_URL names no database"),
    ],
)
def test_a_wrong_value_is_named_in_one_line(variables: dict[str, str], words: str) -> None:
    done = run("manage.py", "migrate", **variables)
    assert done.returncode == 1
    assert done.stderr.startswith(words)
    assert len(done.stderr.splitlines()) == 1
    assert "sesame" not in done.stderr


def test_a_deployment_passes_djangos_own_checks() -> None:
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **DEPLOYMENT)
    assert done.returncode == 0, done.stderr


ASK_OVER_PLAIN_HTTP_AND_TLS = """
import django
django.setup()
from django.test import Client
client = Client(headers={"host": "archive.example"})
by_tls = {"x-forwarded-proto": "https"}
answers = [client.get("/robots.txt"), client.get("/robots.txt", headers=by_tls)]
print([answer.status_code for answer in answers], client.get("/healthz").status_code)
"""


def test_a_deployment_sends_plain_http_to_tls_but_for_the_health_check() -> None:
    done = run("-c", ASK_OVER_PLAIN_HTTP_AND_TLS, **DEPLOYMENT)
    assert done.stdout == "[301, 200] 503\n"  # the database is not there to say ok


def test_hosts_are_read_without_the_blanks_between_them() -> None:
    assert shown("settings.ALLOWED_HOSTS", **DEPLOYMENT) == (
        "['archive.example', 'www.archive.example']"
    )


@pytest.mark.parametrize("variables", [{}, DEPLOYMENT])
def test_debug_is_off_wherever_it_runs(variables: dict[str, str]) -> None:
    assert shown("settings.DEBUG", DEBUG="1", **variables) == "False"


def test_the_secret_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = run("-c", SHOW_KEY, ARCHIVE_DATA_DIR=str(data))
    again = run("-c", SHOW_KEY, ARCHIVE_DATA_DIR=str(data))
    assert first.stdout == again.stdout == (data / "secret_key").read_text()
    assert len(first.stdout) == 100
    assert (data / "secret_key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in data.iterdir()] == ["secret_key"]


def test_processes_that_make_the_secret_key_at_once_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        runs = [pool.submit(run, "-c", SHOW_KEY, ARCHIVE_DATA_DIR=str(tmp_path)) for _ in range(4)]
        keys = [done.result().stdout for done in runs]
    assert keys == [(tmp_path / "secret_key").read_text()] * 4


def test_loading_the_settings_writes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert shown("settings.DATA_DIR", ARCHIVE_DATA_DIR=str(data)) == str(data)
    assert not data.exists()


def test_a_secret_key_that_cannot_be_kept_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    data = tmp_path / "file" / "var"
    done = run("-c", SHOW_KEY, ARCHIVE_DATA_DIR=str(data))
    assert f"The secret key cannot be kept in {data}/secret_key: Not a directory" in done.stderr


def test_a_given_secret_key_is_used_and_not_kept(tmp_path: Path) -> None:
    done = run("-c", SHOW_KEY, ARCHIVE_DATA_DIR=str(tmp_path), SECRET_KEY="given")
    assert done.stdout == "given"
    assert not list(tmp_path.iterdir())


def test_only_a_web_process_limits_its_statements() -> None:
    options = "connections.settings['default'].get('OPTIONS', {}).get('options')"
    ask = f"from django.db import connections; print({options})"
    assert run("-c", ask).stdout == "None\n"
    assert run("-c", f"import archive.wsgi; {ask}").stdout == "-c statement_timeout=5s\n"


def test_a_web_process_limits_what_searches_ask_beside_too() -> None:
    ask = "import archive.wsgi; from django.db import connections; "
    ask += "print(connections.settings['beside']['OPTIONS']['options'])"
    assert run("-c", ask).stdout == "-c statement_timeout=5s\n"


def test_a_search_has_two_connections_to_one_database_unless_it_may_have_one() -> None:
    ask = "(settings.SEARCH_BESIDE, sorted(settings.DATABASES))"
    assert shown(ask) == "('beside', ['beside', 'default'])"
    assert shown(ask, SEARCH_CONNECTIONS="1") == "('default', ['default'])"
    assert shown("settings.DATABASES['beside'] == settings.DATABASES['default']") == "True"


@pytest.mark.parametrize("number", ["0", "3", "two"])
def test_another_number_of_connections_is_refused(number: str) -> None:
    done = run("-m", "django", "check", SEARCH_CONNECTIONS=number)
    assert f"SEARCH_CONNECTIONS is {number!r}. Set it to 1 or 2." in done.stderr


def test_a_web_process_looks_for_waste_in_what_it_has_loaded_no_more() -> None:
    ask = "import gc; print(gc.get_freeze_count() > 10_000)"
    assert run("-c", ask).stdout == "False\n"
    assert run("-c", f"import archive.wsgi; {ask}").stdout == "True\n"


def test_the_limit_of_statements_keeps_options_that_were_given() -> None:
    ask = "import archive.wsgi; from django.db import connections; "
    ask += "print(connections.settings['default']['OPTIONS']['options'])"
    done = run("-c", ask, DATABASE_URL="postgres://b/c?options=-c%20work_mem=8MB")
    assert done.stdout == "-c work_mem=8MB -c statement_timeout=5s\n"


def test_statements_are_planned_once_unless_the_address_of_the_database_says_otherwise() -> None:
    ask = "settings.DATABASES['default']['OPTIONS']"
    url = "postgres://b/c?prepare_threshold=1000000"
    assert shown(ask) == "{'prepare_threshold': 1}"
    assert shown(ask, DATABASE_URL=url) == "{'prepare_threshold': 1000000}"
    assert shown(ask, DATABASE_URL="postgres://b/c?application_name=archive") == (
        "{'prepare_threshold': 1, 'application_name': 'archive'}"
    )


def test_a_statement_of_a_web_process_is_cancelled_in_time(short_folder: Path) -> None:
    program = """
import archive.wsgi
from django.db import OperationalError, connection
with connection.cursor() as cursor:
    try:
        cursor.execute("SELECT pg_sleep(60)")
    except OperationalError as error:
        print(type(error.__cause__).__name__)
"""
    done = run("-c", program, ARCHIVE_DATA_DIR=str(short_folder))
    assert done.stdout == "QueryCanceled\n", done.stderr
    wait_until(lambda: not runs(Cluster(short_folder / "postgres")))


def logged(name: str, level: str) -> str:
    """What a logger with this name writes of an error it was given."""
    code = "import django, logging; django.setup(); logging.getLogger('{}').{}('x', exc_info={})"
    return run("-c", code.format(name, level, "ValueError('y')")).stderr


def test_what_a_visitor_got_wrong_is_told_in_a_line_or_not_at_all() -> None:
    host, form = "django.security.DisallowedHost", "django.security.csrf"
    assert logged(host, "error") == f"ERROR {host}: x\n"
    assert logged(form, "warning") == ""
    assert logged("django.request", "error") == "ERROR django.request: x\nValueError: y\n"


def test_a_body_left_out_of_an_answer_to_head_is_no_news() -> None:
    assert logged("gunicorn.http.wsgi", "warning") == ""


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"ADMIN_URL": "Staff"}, "ADMIN_URL is 'Staff'."),
        ({"ADMIN_URL": "a b"}, "ADMIN_URL is 'a b'."),
        ({"ADMIN_URL": "a//b"}, "ADMIN_URL is 'a//b'."),
        ({"ADMIN_URL": "search/staff"}, "ADMIN_URL is 'search/staff', where pages for readers"),
        ({"ADMIN_URL": "a"}, "ADMIN_URL is 'a', where pages for readers"),
        ({"ADMIN_SECOND_FACTOR": "yes"}, "ADMIN_SECOND_FACTOR is 'yes'."),
        ({"ARCHIVE_PROXIES": "two"}, "ARCHIVE_PROXIES is 'two'."),
    ],
)
def test_a_wrong_value_for_pages_for_staff_is_named(variables: dict[str, str], words: str) -> None:
    done = run("manage.py", "migrate", **variables)
    assert done.returncode == 1
    assert done.stderr.startswith(words)


def test_the_pages_for_staff_move() -> None:
    ask = "import django; django.setup(); from django.urls import reverse; "
    ask += "print(reverse('admin:archive_text_changelist'))"
    assert run("-c", ask).stdout == "/admin/archive/text/\n"
    assert run("-c", ask, ADMIN_URL="/staff/desk-1/").stdout == "/staff/desk-1/archive/text/\n"


def test_the_pages_for_staff_can_hide_no_page_for_readers() -> None:
    patterns = [str(one.pattern) for one in urlpatterns]
    words = {one.split("/")[0] for one in patterns if not one.startswith("<")}
    assert words - {"", "admin"} <= settings.PUBLIC_WORDS


@pytest.mark.parametrize(("variables", "count"), [({}, "0"), (DEPLOYMENT, "1")])
def test_a_deployment_has_a_proxy_and_this_machine_none(
    variables: dict[str, str], count: str
) -> None:
    assert shown("settings.PROXY_COUNT", **variables) == count
    assert shown("settings.PROXY_COUNT", **variables | {"ARCHIVE_PROXIES": "2"}) == "2"


def test_a_second_factor_is_required_where_it_is_asked_for() -> None:
    asked = "settings.ADMIN_SECOND_FACTOR_REQUIRED"
    assert shown(asked) == "False"
    assert shown(asked, ADMIN_SECOND_FACTOR="required") == "True"


def test_who_logs_in_is_told_and_a_library_repeats_it_not() -> None:
    assert logged("archive.admin.accounts.login", "info").startswith("INFO archive.admin.accounts")
    assert logged("axes.handlers.database", "warning") == ""


def test_no_code_knows_where_the_pages_for_staff_are() -> None:
    files = [*(PROJECT / "archive").rglob("*.py"), *(PROJECT / "templates").rglob("*.*")]
    told = (line for file in files for line in file.read_text().splitlines())
    assert [line for line in told if re.search(r"""["'=( ]/admin/""", line)] == []
