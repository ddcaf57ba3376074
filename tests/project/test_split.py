"""The 14 apps in their schemas: where tables lie, what crosses, and the way there and back."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connections, transaction

from appschemas.conf import get_contract
from appschemas.integrity.discovery import installed_references
from boost_library_tracker import services as libraries
from github_activity_tracker import services as github
from github_activity_tracker.records import Issue
from tests.tools.project.history import account, file, repository

pytestmark = pytest.mark.django_db(databases="__all__")

CONVERTED = (
    "boost_library_docs_tracker",
    "boost_library_tracker",
    "boost_mailing_list_tracker",
    "boost_usage_tracker",
    "cppa_slack_tracker",
    "cppa_youtube_script_tracker",
    "discord_activity_tracker",
    "github_activity_tracker",
    "wg21_paper_tracker",
)


def test_no_foreign_key_leaves_its_schema() -> None:
    crossing = rows(
        "SELECT c.conname FROM pg_constraint c"
        " JOIN pg_class child ON child.oid = c.conrelid"
        " JOIN pg_class parent ON parent.oid = c.confrelid"
        " WHERE c.contype = 'f' AND child.relnamespace <> parent.relnamespace"
    )

    assert crossing == []


def test_67_tables_lie_in_13_schemas_and_the_dashboards_has_none() -> None:
    tables = rows(
        "SELECT schemaname, tablename FROM pg_tables WHERE schemaname = ANY(%s)"
        " AND tablename <> 'django_migrations'",
        [[schema.name for schema in get_contract().schemas if schema.alias != "default"]],
    )

    assert len(tables) == 67
    assert len({schema for schema, _ in tables}) == 13


def test_nothing_lies_in_public() -> None:
    assert (
        rows(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            " UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
        )
        == []
    )


def test_26_edges_cross_and_18_of_them_end_at_the_hub() -> None:
    references = installed_references(get_contract())

    assert len(references) == 26
    assert sum(reference.referenced_schema == "cppa_user_tracker" for reference in references) == 18


def test_each_history_records_its_own_apps_only() -> None:
    for schema in get_contract().schemas:
        with connections[schema.alias].cursor() as cursor:
            if "django_migrations" in connections[schema.alias].introspection.table_names(cursor):
                cursor.execute("SELECT DISTINCT app FROM django_migrations")
                assert {app for (app,) in cursor.fetchall()} <= set(schema.apps)


@pytest.mark.parametrize("app", CONVERTED)
@pytest.mark.django_db(databases="__all__", transaction=True)
def test_back_to_0001_and_forward_touch_no_check_and_no_column(app: str) -> None:
    before = checks_on(app), columns_of(app)
    try:
        call_command("migrate", app, "0001", database=app, verbosity=0)
        between = checks_on(app), columns_of(app)
    finally:
        forward(app)

    assert before == between == (checks_on(app), columns_of(app))


@pytest.mark.django_db(databases="__all__", transaction=True)
def test_back_and_forward_keep_every_row_and_value() -> None:
    repo = repository("spirit")
    header = file("include/boost/spirit.hpp", repo_id=repo)
    libraries.get_or_create_library_repository(repo_id=repo)
    library = libraries.upsert_libraries(repo_id=repo, names=["spirit"])["spirit"]
    libraries.assign_files(library_id=library, file_ids=[header])
    issues = [Issue(account_id=account(), issue_number=7, issue_id=70)]
    github.set_issue_assignees(
        issue_key=github.upsert_issues(repo_id=repo, issues=issues)[70],
        account_ids=[account(2), account(3)],
    )
    kept = {app: contents(app) for app in ("boost_library_tracker", "github_activity_tracker")}
    try:
        for app in ("boost_usage_tracker", "boost_library_tracker", "github_activity_tracker"):
            call_command("migrate", app, "0001", database=app, verbosity=0)
        between = {app: contents(app) for app in kept}
        with pytest.raises(DatabaseError, match="violates identity key"):
            execute(
                "github_activity_tracker",
                "UPDATE github_activity_tracker_githubrepository SET owner_account_id = -1",
            )
    finally:
        for app in ("github_activity_tracker", "boost_library_tracker", "boost_usage_tracker"):
            forward(app)

    assert between == kept == {app: contents(app) for app in kept}


def rows(sql: str, params: Any = None) -> list[tuple[Any, ...]]:
    """What a catalog query gives."""
    with connections["default"].cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())


def execute(alias: str, sql: str) -> None:
    """Run one statement as the alias's role, committed."""
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute(sql)


def checks_on(app: str) -> list[tuple[Any, ...]]:
    """The triggers on the app's tables and those that its keys have put on others, by oid."""
    return rows(
        "SELECT t.oid, t.tgname, t.tgenabled, t.tgfoid FROM pg_trigger t"
        " JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE NOT t.tgisinternal AND %s IN"
        " (c.relnamespace::regnamespace::text, p.pronamespace::regnamespace::text)"
        " ORDER BY t.oid",
        [app],
    )


def columns_of(app: str) -> list[tuple[Any, ...]]:
    """Every column of the app's tables with its type, in order, and every index."""
    return rows(
        "SELECT c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull"
        " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
        " WHERE c.relnamespace = %s::regnamespace AND a.attnum > 0 AND NOT a.attisdropped"
        " ORDER BY 1, 2",
        [app],
    )


def contents(app: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the app, with the row's place: a rewrite would move it."""
    found = {}
    connection = connections[app]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table != "django_migrations":
                name = connection.ops.quote_name(table)
                cursor.execute(f"SELECT ctid::text, t.* FROM {name} t ORDER BY 1")  # noqa: S608
                found[table] = list(cursor.fetchall())
    return found


def forward(app: str) -> None:
    """All migrations of the app again."""
    call_command("migrate", app, database=app, verbosity=0)
