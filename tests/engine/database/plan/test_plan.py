"""The difference between what is wanted and what is there, without a server."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from appschemas.contract.contract import Contract
from appschemas.database.catalog import CatalogState, Login
from appschemas.database.desired_state import DesiredState, desired_state
from appschemas.database.plan.changes import Change
from appschemas.database.plan.plan import plan
from appschemas.database.privileges import DefaultGrant, Grant, ObjectKind, Target
from appschemas.database.roles import Member, Membership, Role

CONTRACT = Contract.parse(
    """
    version = 1
    [roles]
    application = "web"
    migrator = "mover"
    [extensions]
    schema = "ext"
    [schemas.hub]
    alias = "default"
    apps = ["hub"]
    publishes = ["hub.Person"]
    [schemas.app]
    apps = ["app"]
    references = ["hub.Person"]
    [schemas.board]
    apps = ["board"]
    reads = ["app"]
    """
)
PERSON = Target(ObjectKind.TABLE, "hub", "person")
BADGE = Target(ObjectKind.TABLE, "hub", "badge")
COUNTER = Target(ObjectKind.SEQUENCE, "app", "note_id_seq")
NOTE = Target(ObjectKind.TABLE, "app", "note")
TARGETS = {PERSON: "hub_owner", BADGE: "hub_owner", NOTE: "app_owner", COUNTER: "app_owner"}
ADMIN = Login("admin", True, True, "shop", "admin", 18_00_00)


def test_the_contract_gives_each_schema_four_roles_without_login() -> None:
    roles = {role.name: role.login for role in _wanted().roles if role.name.startswith("hub_")}

    assert roles == {"hub_owner": False, "hub_rw": False, "hub_ro": False, "hub_keys": False}


def test_the_role_of_data_migrations_is_a_member_of_every_owner_and_the_migrators_alone() -> None:
    (role,) = (role for role in _wanted().roles if role.name == "mover_history")
    memberships = {each for each in _wanted().memberships if role.name in (each.role, each.member)}

    assert (role.login, role.inherit) == (False, True)
    assert memberships == {
        Membership("mover_history", "mover"),
        *(Membership(f"{name}_owner", role.name, inherit=True) for name in ("hub", "app", "board")),
    }


def test_the_application_is_a_member_of_no_owner() -> None:
    groups = {each.role for each in _wanted().memberships if each.member == "web"}

    assert groups == {"hub_rw", "hub_ro", "app_rw", "app_ro", "board_rw", "board_ro"}


@pytest.mark.parametrize(
    ("role", "target", "expected"),
    [
        ("app_rw", NOTE, {"SELECT", "INSERT", "UPDATE", "DELETE"}),
        ("app_ro", NOTE, {"SELECT"}),
        ("board_rw", NOTE, {"SELECT"}),
        ("app_rw", COUNTER, {"USAGE", "SELECT", "UPDATE"}),
        ("app_ro", COUNTER, set()),
        ("app_rw", PERSON, set()),
        ("app_owner", PERSON, set()),
        ("app_owner", Target(ObjectKind.SCHEMA, "hub"), set()),
        ("hub_owner", Target(ObjectKind.SCHEMA, "app"), set()),
        ("app_keys", Target(ObjectKind.SCHEMA, "app"), {"USAGE"}),
        ("app_keys", Target(ObjectKind.SCHEMA, "hub"), set()),
        ("app_keys", Target(ObjectKind.SCHEMA, "appschemas_asked"), {"USAGE"}),
        ("app_keys", Target(ObjectKind.SCHEMA, "appschemas_keys"), set()),
        ("board_keys", Target(ObjectKind.SCHEMA, "board"), set()),
        ("board_owner", Target(ObjectKind.SCHEMA, "app"), set()),
    ],
)
def test_a_role_may_do_what_the_contract_says(
    role: str, target: Target, expected: set[str]
) -> None:
    found = {
        grant.privilege
        for grant in _wanted().grants
        if (grant.role, grant.target) == (role, target)
    }

    assert found == expected


def test_no_role_may_do_more_to_a_table_than_read_and_write_rows() -> None:
    privileges = {
        grant.privilege for grant in _wanted().grants if grant.target.kind is ObjectKind.TABLE
    }

    assert privileges == {"SELECT", "INSERT", "UPDATE", "DELETE"}


def test_what_is_as_wanted_needs_no_change() -> None:
    assert _lines() == []


def test_nothing_there_means_everything_is_to_be_made() -> None:
    actual = CatalogState(ADMIN, schemas={"public": "pg_database_owner"})

    changes = _plan(actual)

    assert [change.section for change in changes if "create schema" in change.text] == [
        "ext",
        "",
        "",
        "hub",
        "app",
        "board",
    ]
    assert {change.of_roles for change in changes if "role" in change.text} == {True}


def test_the_same_extra_grant_on_every_table_is_one_line() -> None:
    extra = {Grant(table, "app_rw", "SELECT") for table in (PERSON, BADGE)}

    assert _lines(grants=_actual().grants | extra) == ["- revoke SELECT on hub.* from app_rw"]


def test_an_extra_grant_on_some_tables_names_them() -> None:
    extra = {Grant(PERSON, "app_rw", word) for word in ("UPDATE", "SELECT")}

    assert _lines(grants=_actual().grants | extra) == [
        "- revoke SELECT, UPDATE on hub.person from app_rw"
    ]


def test_what_another_role_granted_is_revoked_as_that_role() -> None:
    extra = Grant(PERSON, "app_ro", "SELECT", grantor="web")

    (change,) = _plan(replace(_actual(), grants=_actual().grants | {extra}))

    assert change.statements[0].role == "web"
    assert _sql(change) == ['REVOKE SELECT ON TABLE "hub"."person" FROM "app_ro" CASCADE']


def test_a_grant_on_columns_is_revoked_for_these_columns() -> None:
    extra = Grant(PERSON._replace(kind=ObjectKind.COLUMN, column="na}me"), "app_rw", "SELECT")

    (change,) = _plan(replace(_actual(), grants=_actual().grants | {extra}))

    assert _sql(change) == ['REVOKE SELECT ("na}me") ON TABLE "hub"."person" FROM "app_rw" CASCADE']


def test_missing_grants_are_given_as_the_owner() -> None:
    lost = {grant for grant in _actual().grants if grant.target == PERSON}

    changes = _plan(replace(_actual(), grants=_actual().grants - lost))

    assert [str(change) for change in changes] == [
        "+ grant SELECT on hub.person to hub_ro",
        "+ grant SELECT, INSERT, UPDATE, DELETE on hub.person to hub_rw",
    ]
    assert {change.statements[0].role for change in changes} == {"hub_owner"}


def test_privileges_are_taken_before_any_are_given() -> None:
    lost = {grant for grant in _actual().grants if grant.target == PERSON}
    extra = {Grant(NOTE, "hub_rw", "SELECT")}
    members = (Member(Membership("hub_owner", "app_rw"), "admin", False, False),)

    lines = _lines(grants=(_actual().grants - lost) | extra, members=(*_actual().members, *members))

    assert [line[0] for line in lines] == ["-", "-", "+", "+"]


def test_what_public_may_do_elsewhere_is_nobodys_breach() -> None:
    shop = Target(ObjectKind.DATABASE, "", "shop")
    grants = {Grant(shop, "PUBLIC", "CONNECT"), Grant(shop, "somebody", "TEMPORARY")}

    assert _lines(grants=_actual().grants | grants) == []


def test_the_owner_of_the_database_needs_no_grant_to_connect() -> None:
    login = replace(ADMIN, name="mover", database_owner="mover")
    lost = {grant for grant in _actual().grants if grant.role == "mover"}

    assert _lines(login=login, grants=_actual().grants - lost) == []


def test_a_role_is_altered_in_what_differs_and_no_more() -> None:
    roles = {**_actual().roles, "hub_rw": Role("hub_rw", inherit=True, createdb=True)}

    (change,) = _plan(replace(_actual(), roles=roles))

    assert _sql(change) == ['ALTER ROLE "hub_rw" NOINHERIT NOCREATEDB']


def test_the_login_in_use_is_not_altered_but_reported() -> None:
    roles = {**_actual().roles, "mover": Role("mover", login=True, superuser=True)}
    actual = replace(_actual(), roles=roles, login=replace(ADMIN, name="mover"))

    made = plan(_wanted(), actual)

    assert made.changes == ()
    assert [finding.hint for finding in made.findings] == [
        'as another administrator: ALTER ROLE "mover" NOSUPERUSER'
    ]


@pytest.mark.parametrize(
    ("version", "member", "expected"),
    [
        (15_00_10, "mover", 'GRANT "hub_owner" TO "mover"'),
        (16_00_00, "mover", 'GRANT "hub_owner" TO "mover" WITH INHERIT FALSE, SET TRUE'),
        (15_00_10, "mover_history", 'GRANT "hub_owner" TO "mover_history"'),
        (16_00_00, "mover_history",
         'GRANT "hub_owner" TO "mover_history" WITH INHERIT TRUE, SET TRUE'),
    ],
)  # fmt: skip
def test_a_membership_has_options_from_postgresql_16_on(
    version: int, member: str, expected: str
) -> None:
    members = tuple(
        each
        for each in _actual().members
        if (each.membership.role, each.membership.member) != ("hub_owner", member)
    )

    (change,) = _plan(replace(_actual(), members=members, login=replace(ADMIN, version=version)))

    assert _sql(change) == [expected]


def test_a_membership_that_inherits_is_made_anew() -> None:
    loose = Membership("hub_rw", "web", inherit=True)
    members = tuple(
        replace(each, membership=loose) if each.membership.role == "hub_rw" else each
        for each in _actual().members
    )

    changes = _plan(replace(_actual(), members=members))

    assert [sql for change in changes for sql in _sql(change)] == [
        'REVOKE "hub_rw" FROM "web" GRANTED BY "admin" CASCADE',
        'GRANT "hub_rw" TO "web" WITH INHERIT FALSE, SET TRUE',
    ]


def test_new_functions_of_a_new_owner_are_closed_to_public() -> None:
    roles = {name: role for name, role in _actual().roles.items() if name != "app_owner"}

    statements = [sql for change in _plan(replace(_actual(), roles=roles)) for sql in _sql(change)]

    assert (
        'ALTER DEFAULT PRIVILEGES FOR ROLE "app_owner" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC'
        in statements
    )


def test_extra_default_privileges_are_revoked_where_they_were_given() -> None:
    extra = DefaultGrant("hub_owner", "app", "TABLES", "app_rw", "DELETE")

    (change,) = _plan(replace(_actual(), default_privileges=_actual().default_privileges | {extra}))

    assert str(change) == "- revoke DELETE on new tables in app of hub_owner from app_rw"


def test_a_sequence_that_belongs_to_a_column_follows_its_table() -> None:
    owners = {**TARGETS, COUNTER: "admin", NOTE: "admin"}

    lines = _lines(owners=owners, owned_sequences=frozenset({COUNTER}))

    assert lines == ["~ change owner of app.note from admin to app_owner"]


def test_objects_of_another_owner_are_borrowed_from_both() -> None:
    owners = {**TARGETS, PERSON: "admin"}

    (change,) = _plan(replace(_actual(), owners=owners))

    assert change.acting_as == ("admin", "hub_owner")


def test_a_forgotten_role_is_reported_with_the_command_that_drops_it() -> None:
    made = plan(_wanted(), replace(_actual(), unclaimed_roles=("old_rw",)))

    assert made.changes == ()
    assert [finding.hint for finding in made.findings] == [
        'GRANT "old_rw" TO CURRENT_USER; DROP OWNED BY "old_rw"; DROP ROLE "old_rw"'
    ]


# Private
# -------


def _wanted() -> DesiredState:
    return desired_state(CONTRACT, "shop", TARGETS)


def _actual() -> CatalogState:
    """A database that is exactly as wanted."""
    asked = _wanted()
    return CatalogState(
        ADMIN,
        roles={role.name: role for role in asked.roles},
        members=tuple(
            Member(membership, "admin", False, False) for membership in asked.memberships
        ),
        schemas={**asked.schemas, "public": "pg_database_owner"},
        owners=dict(TARGETS),
        grants=asked.grants,
        default_privileges=asked.default_privileges,
        apply_lock_owner=asked.contract.keys_role,
    )


def _plan(actual: CatalogState) -> tuple[Change, ...]:
    return plan(_wanted(), actual).changes


def _lines(**changed: Any) -> list[str]:
    return [str(change) for change in _plan(replace(_actual(), **changed))]


def _sql(change: Change) -> list[str]:
    return [statement.sql.as_string(None) for statement in change.statements]
