"""Whole: a plain run has a database with everything in it, whoever makes it."""

from __future__ import annotations

import os
import re
import sys

import pytest
from psycopg import sql

from tests.tools.servers import administrator, comment, databases


def test_a_plain_run_has_everything(inner: pytest.Pytester) -> None:
    inner.runpytest_subprocess().assert_outcomes(passed=11)


def test_four_workers_have_a_database_each_from_one_template(
    inner: pytest.Pytester, worker_id: str
) -> None:
    result = inner.runpytest_subprocess("-n", "4", "--reuse-db")

    result.assert_outcomes(passed=11)
    made = databases(f"test_inner_{worker_id}_gw")
    assert len(made) == 4
    assert len({comment(name) for name in made}) == 1


def test_nothing_is_left_of_a_run_but_the_template(inner: pytest.Pytester, worker_id: str) -> None:
    inner.runpytest_subprocess("-k", "person_is_there").assert_outcomes(passed=1, deselected=10)

    assert databases(f"test_inner_{worker_id}") == []


def test_a_reused_database_keeps_its_rows(inner: pytest.Pytester) -> None:
    inner.makepyfile(
        check_rows="""
        import pytest
        from notes.models import Note

        @pytest.mark.django_db(databases="__all__")
        def test_rows(django_db_blocker):
            assert Note.objects.count() == 1

        @pytest.fixture(scope="session", autouse=True)
        def row(django_db_setup, django_db_blocker):
            with django_db_blocker.unblock():
                count = Note.objects.count()
                Note.objects.create(text="another")
            print("found", count)
        """
    )
    runs = [
        inner.runpytest_subprocess("-s", "check_rows.py", *options)
        for options in (["--reuse-db"], ["--reuse-db"], ["--reuse-db", "--create-db"])
    ]

    found = [next(line for line in run.outlines if "found" in line) for run in runs]
    assert [line[-1] for line in found] == ["1", "2", "1"]


def test_a_database_of_other_migrations_is_not_reused(inner: pytest.Pytester) -> None:
    inner.runpytest_subprocess("--reuse-db", "checks/notes").assert_outcomes(passed=2)
    migration = inner.path / "notes" / "migrations" / "0002_second.py"
    migration.write_text(
        "from django.db import migrations\n"
        "class Migration(migrations.Migration):\n"
        "    dependencies = [('notes', '0001_initial')]\n"
        "    operations = [migrations.RunSQL('INSERT INTO notes_note (text) VALUES (1)')]\n"
    )

    result = inner.runpytest_subprocess("--reuse-db", "checks/notes")

    result.assert_outcomes(failed=2)


def test_without_migrations_the_tables_are_those_of_the_models(inner: pytest.Pytester) -> None:
    result = inner.runpytest_subprocess("--no-migrations")

    # What a migration made is not there, everything else is.
    result.assert_outcomes(passed=9, failed=2)
    result.stdout.fnmatch_lines(["*Note.DoesNotExist*"])


def test_rows_of_migrations_come_back_after_a_flush(inner: pytest.Pytester) -> None:
    inner.makepyfile(
        check_rollback="""
        import pytest
        from notes.models import Note
        from papers.models import Paper

        pytestmark = pytest.mark.django_db(
            databases="__all__", transaction=True, serialized_rollback=True
        )

        @pytest.mark.parametrize("number", [1, 2])
        def test_the_first_note_is_there(number, identity_key):
            assert Note.objects.get().text == "the first"
            Paper.objects.create(title="Gone", author_id=identity_key("people.Person"))
        """
    )

    inner.runpytest_subprocess("check_rollback.py").assert_outcomes(passed=2)


@pytest.mark.parametrize("workers", [[], ["--parallel", "2"]], ids=["one", "parallel"])
def test_djangos_own_runner_has_everything(inner: pytest.Pytester, workers: list[str]) -> None:
    for number in (1, 2):
        (inner.path / f"test_case{number}.py").write_text(
            "from django.test import TestCase, TransactionTestCase\n"
            "from notes.models import Note\n"
            "from papers.models import Paper\n"
            "from people.models import Person\n"
            "class Both(TestCase):\n"
            "    databases = '__all__'\n"
            "    def test_a_paper_and_its_author(self):\n"
            "        author = Person.objects.create(name='Ada')\n"
            "        Paper.objects.create(title='On walls', author=author)\n"
            "        self.assertEqual(Note.objects.count(), 1)\n"
            "class Committed(TransactionTestCase):\n"
            "    databases = '__all__'\n"
            "    def test_nothing_is_left(self):\n"
            "        self.assertEqual(Paper.objects.count(), 0)\n"
            "        author = Person.objects.create(name='Ada')\n"
            "        Paper.objects.create(title='On walls', author=author)\n"
        )

    result = inner.run(sys.executable, "manage.py", "test", "--noinput", *workers)

    result.stderr.fnmatch_lines(["Ran 4 tests*", "OK"])


def test_every_kind_of_test_runs_as_the_runtime_roles(inner: pytest.Pytester) -> None:
    inner.makepyfile(
        check_kinds="""
        from urllib.request import urlopen

        import pytest
        from django.db import connections
        from django.test import LiveServerTestCase, TestCase, TransactionTestCase
        from people.models import Person

        def roles():
            for alias in ("default", "people"):
                with connections[alias].cursor() as cursor:
                    cursor.execute("SELECT current_user, session_user = current_user")
                    yield cursor.fetchone()

        def check():
            Person.objects.create(name="Ada")
            assert list(roles()) == [("inner_platform_rw", False), ("inner_people_rw", False)]

        @pytest.mark.django_db(databases=["default", "people"])
        def test_mark():
            check()

        @pytest.mark.django_db(databases=["default", "people"])
        def test_transactional(transactional_db):
            check()

        class Case(TestCase):
            databases = {"default", "people"}

            def test_it(self):
                check()

        class Committed(TransactionTestCase):
            databases = {"default", "people"}

            def test_it(self):
                check()

        class Live(LiveServerTestCase):
            databases = {"default", "people"}

            def test_it(self):
                check()
                assert urlopen(self.live_server_url).read() == b"1"

        @pytest.mark.django_db(databases=["default"])
        def test_other_databases_are_not_for_it():
            with pytest.raises(AssertionError, match="people"):
                Person.objects.count()
        """
    )

    inner.runpytest_subprocess("check_kinds.py").assert_outcomes(passed=6)


def test_after_the_run_each_table_is_in_its_own_schema_and_none_in_public(
    inner: pytest.Pytester, worker_id: str
) -> None:
    inner.runpytest_subprocess("--reuse-db", "checks/notes").assert_outcomes(passed=2)

    with administrator(f"test_inner_{worker_id}") as connection:
        tables = connection.execute(
            "SELECT schemaname, tablename FROM pg_catalog.pg_tables"
            " WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'appschemas_keys')"
        ).fetchall()
        history = {
            schema: connection.execute(
                sql.SQL("SELECT DISTINCT app FROM {} ORDER BY 1").format(
                    sql.Identifier(schema, "django_migrations")
                )
            ).fetchall()
            for schema in ("people", "papers", "notes")
        }
    assert {schema for schema, _ in tables} == {"platform", "people", "papers", "notes"}
    assert {table for schema, table in tables if schema == "papers"} == {
        "papers_paper",
        "django_migrations",
    }
    assert history == {name: [(name,)] for name in history}


def test_a_killed_run_is_nothing_to_the_next_one(inner: pytest.Pytester, worker_id: str) -> None:
    inner.makepyfile(
        check_killed="""
        import os, signal

        import pytest

        @pytest.mark.django_db(databases="__all__", transaction=True)
        def test_killed(identity_key):
            identity_key("people.Person")
            os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    inner.runpytest_subprocess("check_killed.py")
    assert databases(f"test_inner_{worker_id}") == [f"test_inner_{worker_id}"]

    inner.runpytest_subprocess().assert_outcomes(passed=11)

    assert databases(f"test_inner_{worker_id}") == []


def test_a_project_without_a_contract_is_left_alone(inner: pytest.Pytester) -> None:
    (inner.path / "pytest.ini").unlink()
    inner.makepyfile(check_plain="def test_plain(): pass")

    result = inner.runpytest_subprocess("check_plain.py")

    result.assert_outcomes(passed=1)


def test_who_asks_for_the_set_up_alone_does_not_get_the_database_of_the_settings(
    inner: pytest.Pytester, worker_id: str
) -> None:
    inner.makepyfile(
        check_alone=f"""
        from django.db import connections

        def test_alone(django_db_setup):
            names = {{connections[alias].settings_dict["NAME"] for alias in connections}}
            assert names == {{"test_inner_{worker_id}"}}
        """
    )

    inner.runpytest_subprocess("check_alone.py").assert_outcomes(passed=1)

    assert databases(f"test_inner_{worker_id}") == []


@pytest.mark.parametrize("workers", [[], ["-n", "2"]], ids=["one", "two"])
def test_a_login_that_is_refused_is_one_message(
    inner: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, workers: list[str], worker_id: str
) -> None:
    url = re.sub(r"//[^:@]*", "//nobody_of_that_name", os.environ["DATABASE_URL"])
    monkeypatch.setenv("DATABASE_URL", url)

    result = inner.runpytest_subprocess(*workers)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    said = f"{result.stdout.str()}{result.stderr.str()}"
    assert "INTERNALERROR" not in said
    assert "Traceback" not in said
    assert said.count("Cannot connect to the database of ") == 1


def test_a_typo_of_the_contract_is_one_message(inner: pytest.Pytester) -> None:
    path = inner.path / "schemas.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("publishes", "publishs"), "utf-8")

    result = inner.runpytest_subprocess()

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    said = f"{result.stdout.str()}{result.stderr.str()}"
    assert "INTERNALERROR" not in said
    assert said.count("did you mean 'publishes'?") == 1


@pytest.mark.usefixtures("production")
@pytest.mark.parametrize("workers", [[], ["-n", "2"]], ids=["one", "two"])
@pytest.mark.parametrize("variable", ["DATABASE_URL", "MIGRATOR_DATABASE_URL"])
def test_a_wrong_password_is_one_message(
    inner: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, workers: list[str], variable: str
) -> None:
    monkeypatch.setenv(variable, os.environ[variable].replace(":secret@", ":wrong@"))

    result = inner.runpytest_subprocess("--create-db", *workers)

    said = f"{result.stdout.str()}{result.stderr.str()}"
    assert (result.ret != pytest.ExitCode.OK, "INTERNALERROR" in said) == (True, False)
    assert said.count("password authentication failed for user") == 1


@pytest.mark.parametrize("alias", ["default", "people", "notes"])
def test_a_name_of_the_test_database_that_one_alias_gives_is_that_of_all(
    inner: pytest.Pytester, worker_id: str, alias: str
) -> None:
    name = f"test_inner_{worker_id}_given"
    with (inner.path / "settings.py").open("a") as settings:
        settings.write(f'DATABASES["{alias}"]["TEST"] = {{"NAME": "{name}"}}\n')

    result = inner.runpytest_subprocess("--reuse-db", "checks/notes", "checks/people")

    result.assert_outcomes(passed=4)
    assert databases(f"test_inner_{worker_id}") == [name]
