"""Subset: some schemas alone, and what says so when something else is wanted."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

Manage = Callable[..., pytest.RunResult]


def test_a_schema_is_tested_alone_by_its_own_tests(inner: pytest.Pytester) -> None:
    result = inner.runpytest_subprocess("--schemas=papers", "-v")

    result.assert_outcomes(passed=7)
    result.stdout.no_fnmatch_line("*check_people*")


def test_the_environment_says_the_same(
    inner: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APPSCHEMAS", "notes people")

    inner.runpytest_subprocess().assert_outcomes(passed=4)


def test_four_workers_test_a_schema_alone(inner: pytest.Pytester) -> None:
    inner.runpytest_subprocess("--schemas=papers", "-n", "4").assert_outcomes(passed=7)


def test_from_models_it_stands_alone_as_well(inner: pytest.Pytester) -> None:
    inner.runpytest_subprocess("--schemas=papers", "--no-migrations").assert_outcomes(passed=7)


def test_a_stand_in_holds_keys_and_the_real_checks_and_nothing_else(
    inner: pytest.Pytester,
) -> None:
    inner.makepyfile(
        check_tables="""
        import pytest
        from django.apps import apps
        from django.db import connections
        from papers.models import Paper

        @pytest.mark.django_db(databases="__all__")
        def test_tables(identity_key):
            assert set(connections) == {"default", "papers"}
            assert not apps.is_installed("people")
            Paper.objects.create(title="On walls", author_id=identity_key("people.Person"))
            with connections["default"].cursor() as cursor:
                cursor.execute(
                    "SELECT c.relname, array_agg(a.attname::text), pg_get_userbyid(c.relowner)"
                    "  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
                    " WHERE c.relnamespace = 'people'::regnamespace AND c.relkind = 'r'"
                    " GROUP BY 1, 3 ORDER BY 1"
                )
                assert cursor.fetchall() == [
                    ("people_editor", ["person_ptr_id"], "inner_people_owner"),
                    ("people_person", ["id"], "inner_people_owner"),
                    ("people_place", ["code"], "inner_people_owner"),
                ]
                cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname = 'notes'")
                assert cursor.fetchall() == []
        """
    )

    inner.runpytest_subprocess("--schemas=papers", "check_tables.py").assert_outcomes(passed=1)


def test_a_key_that_is_held_cannot_be_taken_from_a_stand_in(inner: pytest.Pytester) -> None:
    inner.makepyfile(
        check_held="""
        import pytest
        from appschemas.backend.session.aliases import connection_of
        from django.db import IntegrityError
        from papers.models import Paper

        @pytest.mark.django_db(databases="__all__")
        def test_held(identity_key):
            Paper.objects.create(title="On walls", author_id=identity_key("people.Person"))
            with connection_of("people").cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                with pytest.raises(IntegrityError, match="papers_paper"):
                    cursor.execute("DELETE FROM people_person")
        """
    )

    result = inner.runpytest_subprocess("--schemas=papers", "check_held.py")

    result.assert_outcomes(passed=1)


def test_models_of_others_are_refused_and_it_is_said_why(inner: pytest.Pytester) -> None:
    inner.makepyfile(check_import="from people.models import Person")

    result = inner.runpytest_subprocess("--schemas=papers", "check_import.py")

    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(
        ["*The models of app 'people' are not there: only papers is installed*identity_key(*"]
    )


def test_an_app_whose_code_imports_what_is_not_there_is_refused(inner: pytest.Pytester) -> None:
    models = inner.path / "papers" / "models.py"
    models.write_text("from people.models import Person\n" + models.read_text())

    result = inner.runpytest_subprocess("--schemas=papers")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*The models of app 'people' are not there: only papers is*"])


def test_what_is_not_chosen_is_in_no_setting(
    manage: Manage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APPSCHEMAS", "papers")

    result = manage(
        "shell",
        "--no-imports",
        "-c",
        "from django.conf import settings; from appschemas.conf import get_contract;"
        "print(settings.INSTALLED_APPS[3:], [*settings.DATABASES],"
        " [each.name for each in get_contract().schemas])",
    )

    result.stdout.fnmatch_lines(
        ["[[]'papers'] [[]'papers', 'default'] [[]'platform', 'people', 'papers']"]
    )


def test_an_unknown_schema_is_refused_with_those_that_there_are(inner: pytest.Pytester) -> None:
    result = inner.runpytest_subprocess("--schemas=papres")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(
        [
            "*There is no schema 'papres'. Did you mean 'papers'? "
            "There are platform, people, papers, notes."
        ]
    )


def test_a_schema_without_tests_is_refused(inner: pytest.Pytester) -> None:
    result = inner.runpytest_subprocess("--schemas=platform")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*No tests of schema 'platform' are at *appschemas_tests*"])


def test_settings_that_do_not_shrink_are_refused(inner: pytest.Pytester) -> None:
    settings = inner.path / "settings.py"
    settings.write_text(
        settings.read_text().replace(
            "appschemas.installed_apps(\n    APPSCHEMAS_CONTRACT,", "list("
        )
    )

    result = inner.runpytest_subprocess("--schemas=papers")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(
        ["*APPSCHEMAS leaves out notes, people, and INSTALLED_APPS has them*"]
    )


def test_a_foreign_key_out_of_the_subset_is_refused(inner: pytest.Pytester) -> None:
    models = inner.path / "papers" / "models.py"
    models.write_text(
        models.read_text().replace(
            'IdentityKey("people.Person"', 'models.ForeignKey("people.Person"'
        )
    )

    result = inner.runpytest_subprocess("--schemas=papers")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*papers.Paper.author is a foreign key to people.Person*"])


def test_an_option_without_a_contract_is_refused(inner: pytest.Pytester) -> None:
    (inner.path / "pytest.ini").unlink()

    result = inner.runpytest_subprocess("--schemas=papers", "-p", "no:django")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*--schemas needs pytest-django*"])


@pytest.mark.parametrize(
    ("label", "message"),
    [
        ("people.Nobody", "*No key of 'people.Nobody'*There are: people.Editor, *"),
        ("notes.Note", "*No key of 'notes.Note'*"),
    ],
)
def test_a_key_of_what_is_not_published_is_refused(
    inner: pytest.Pytester, label: str, message: str
) -> None:
    inner.makepyfile(
        check_key=f"""
        import pytest

        @pytest.mark.django_db(databases="__all__")
        def test_key(identity_key):
            identity_key({label!r})
        """
    )

    result = inner.runpytest_subprocess("--schemas=papers", "check_key.py")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([message])


# The mark
# --------


def test_a_test_that_touches_more_than_it_declared_fails_with_the_statement(
    inner: pytest.Pytester,
) -> None:
    inner.makepyfile(
        check_mark="""
        import pytest
        from notes.models import Note
        from people.models import Person

        @pytest.mark.schemas("notes")
        @pytest.mark.django_db(databases="__all__")
        def test_more():
            assert Note.objects.count() == 1
            try:
                Person.objects.filter(name="Ada").exists()
            except Exception:
                pass

        @pytest.mark.schemas("notes", "people")
        def test_enough():
            assert (Note.objects.count(), Person.objects.count()) == (1, 0)
        """
    )

    result = inner.runpytest_subprocess("check_mark.py")

    result.assert_outcomes(failed=1, passed=1)
    result.stdout.fnmatch_lines(
        ["*check_mark.py::test_more declares 'notes' and touches schema 'people':*"]
    )
    result.stdout.fnmatch_lines(['*SELECT * FROM "people_person" WHERE *'])


def test_tests_that_declare_more_than_the_subset_are_not_run(inner: pytest.Pytester) -> None:
    inner.makepyfile(
        check_marks="""
        import pytest

        @pytest.mark.schemas("papers", "people")
        def test_both(): pass

        @pytest.mark.schemas("papers")
        def test_one(): pass
        """
    )

    result = inner.runpytest_subprocess("--schemas=papers", "check_marks.py")

    result.assert_outcomes(passed=1, deselected=1)


def test_a_mark_with_an_unknown_schema_is_refused(inner: pytest.Pytester) -> None:
    inner.makepyfile(
        check_unknown="""
        import pytest

        @pytest.mark.schemas("papres")
        def test_unknown(): pass
        """
    )

    result = inner.runpytest_subprocess("check_unknown.py")

    assert result.ret != pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["*there is no schema 'papres'; there are platform, people,*"])


# Each alone
# ----------


def test_each_schema_is_tested_alone_and_a_table_says_what_it_referenced(
    inner: pytest.Pytester,
) -> None:
    result = inner.runpytest_subprocess("--schemas-each", "-n", "2")

    assert result.ret == 0
    result.stdout.fnmatch_lines(
        [
            "app *tables  tests  on tables  seconds  verdict *what it referenced",
            "people *3 * 2 * alone * nothing",
            "papers *1 * 7 * alone * people.Editor, people.Person, people.Place",
            "notes *1 * 2 * alone * nothing",
            "3 schemas *5 * 11 * 3 alone",
        ]
    )


def test_a_schema_that_cannot_stand_alone_is_named(inner: pytest.Pytester) -> None:
    check = inner.path / "checks" / "notes" / "check_notes.py"
    check.write_text("from people.models import Person\n" + check.read_text())
    (inner.path / "checks" / "people" / "check_people.py").unlink()

    result = inner.runpytest_subprocess("--schemas-each", "-n", "2")

    assert result.ret == 1
    result.stdout.fnmatch_lines(
        [
            "people * 0 * NO TESTS *",
            "notes * 0 * CANNOT STAND ALONE *",
            "*pytest --schemas=notes*",
            "*The models of app 'people' are not there*",
        ]
    )


# Commands
# --------


def test_any_command_works_in_a_subset(manage: Manage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APPSCHEMAS", "papers")

    result = manage("check")

    assert result.ret == 0
    result.stdout.fnmatch_lines(["System check identified no issues*"])


@pytest.mark.parametrize("command", ["schema_sql", "schema_contract"])
def test_what_is_about_all_schemas_is_refused_in_a_subset(
    manage: Manage, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("APPSCHEMAS", "papers")

    result = manage(command, "--check")

    assert result.ret == 1
    result.stderr.fnmatch_lines([f"*{command} is about all schemas, and only papers is installed*"])


def test_a_schema_without_tests_has_none_and_is_not_said_to_depend(inner: pytest.Pytester) -> None:
    shutil.rmtree(inner.path / "checks" / "notes")

    result = inner.runpytest_subprocess("--schemas-each", "-n", "3")

    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["notes * 0 * NO TESTS *", "notes: NO TESTS *", "No tests of *"])
    result.stdout.no_fnmatch_line("*CANNOT STAND ALONE*")


@pytest.mark.parametrize("value", ["", " , "])
def test_an_option_that_names_no_schema_is_refused(inner: pytest.Pytester, value: str) -> None:
    result = inner.runpytest_subprocess(f"--schemas={value}")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*--schemas names no schema; write --schemas=papers, or leave*"])


def test_fixtures_of_apps_that_are_left_out_are_left_out_with_them(inner: pytest.Pytester) -> None:
    for app, model in (("people", "Person"), ("papers", "Paper")):
        (inner.path / app / "fixtures_of_tests.py").write_text(
            f"import pytest\nfrom {app}.models import {model}\n"
            f"@pytest.fixture\ndef {model.lower()}(): return {model}()\n"
        )
    inner.makeconftest('pytest_plugins = ["people.fixtures_of_tests", "papers.fixtures_of_tests"]')
    inner.makepyfile(check_fixtures="def test_paper(paper): assert paper.pk is None")

    result = inner.runpytest_subprocess("--schemas=papers", "check_fixtures.py")

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["appschemas: without people.fixtures_of_tests, of apps that *"])


def test_a_fixture_module_with_a_mistake_of_its_own_is_not_left_out(inner: pytest.Pytester) -> None:
    (inner.path / "papers" / "fixtures_of_tests.py").write_text("import nothing_of_that_name")
    inner.makeconftest('pytest_plugins = ["papers.fixtures_of_tests"]')

    result = inner.runpytest_subprocess("--schemas=papers")

    assert result.ret != pytest.ExitCode.OK
    assert "nothing_of_that_name" in result.stderr.str()
