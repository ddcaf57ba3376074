"""The contract: what may be said, and what is answered to what may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from appschemas import Contract
from appschemas.exceptions import ContractError

HEAD = "version = 1\n"
HUB = '[schemas.hub]\nalias = "default"\napps = ["hub"]\npublishes = ["hub.Person"]\n'
APP = '[schemas.app]\napps = ["app"]\nreferences = ["hub.Person"]\n'


def problems(text: str) -> list[str]:
    with pytest.raises(ContractError) as error:
        Contract.parse(text)
    return error.value.problems


def test_names_have_defaults() -> None:
    contract = Contract.parse(HEAD + HUB + APP)

    assert (contract.roles.application, contract.roles.migrator, contract.extensions) == (
        "appschemas_app",
        "appschemas_migrator",
        "extensions",
    )
    assert contract["app"].alias == "app"


def test_roles_are_named_after_the_schema() -> None:
    hub = Contract.parse(HEAD + HUB)["hub"]

    assert (hub.owner, hub.rw, hub.ro) == ("hub_owner", "hub_rw", "hub_ro")


def test_what_is_referenced_comes_first_and_the_rest_in_the_order_of_the_file() -> None:
    contract = Contract.parse(
        HEAD + APP + '[schemas.z]\napps = ["z"]\n[schemas.b]\napps = ["b"]\n' + HUB
    )

    assert [schema.name for schema in contract.schemas] == ["z", "b", "hub", "app"]


def test_what_is_read_comes_first() -> None:
    contract = Contract.parse(HEAD + '[schemas.board]\napps = ["board"]\nreads = ["hub"]\n' + HUB)

    assert [schema.name for schema in contract.schemas] == ["hub", "board"]
    assert contract["board"].search_path == ("board", "hub")


def test_an_app_an_alias_and_a_model_lead_to_their_schema() -> None:
    contract = Contract.parse(HEAD + HUB + APP)

    assert contract.schema_of_app("hub") == contract.schema_of_alias("default") == contract["hub"]
    assert contract.publisher_of("hub.Person") == contract["hub"]
    assert contract.referenced_by(contract["app"]) == (contract["hub"],)
    assert contract.schema_of_app("x") is contract.schema_of_alias("x") is None


def test_a_file_that_is_missing_says_how_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(ContractError) as error:
        Contract.load(tmp_path / "schemas.toml")

    assert str(error.value) == (
        f"{tmp_path}/schemas.toml: cannot be read (No such file or directory); "
        "write one with: manage.py schema_contract --write"
    )


def test_several_mistakes_are_told_together() -> None:
    found = problems(HEAD + HUB + APP.replace("hub.Person", "hub.Persn") + 'reads = ["hbu"]\n')

    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("x", "is not valid TOML: Expected '=' after a key in a key/value pair (at end of "
              "document)"),
        (HUB, "key 'version' is missing"),
        ("version = 2\n" + HUB, "key 'version': Input should be 1, not 2; wanted: 1"),
        (HEAD + HUB + 'limits = {work_mem = "lots"}\n',
         "key 'schemas.hub.limits.work_mem': it may not be 'lots'; "
         "wanted: a size such as '16MB' or '512kB'"),
        (HEAD + HUB + 'allows = "truncate"\n',
         "key 'schemas.hub.allows': it is a list, not 'truncate'; "
         "wanted: 'truncate', 'maintain' or 'temporary'"),
        (HEAD, "key 'schemas' is missing"),
        (HEAD + "[schema.hub]\n" + HUB, "unknown key 'schema'; did you mean 'schemas'?"),
        (HEAD + HUB + "publish = []\n",
         "unknown key 'schemas.hub.publish'; did you mean 'publishes'?"),
        (HEAD + HUB + "colour = 1\n",
         "unknown key 'schemas.hub.colour'; known here: 'apps', 'alias', 'session', "
         "'publishes', 'references', 'reads', 'pending', 'history', 'allows', 'retired', "
         "'limits'"),
        (HEAD + '[schemas.hub]\nalias = "default"\n', "key 'schemas.hub.apps' is missing"),
        (HEAD + HUB + '[schemas.two]\napps = ["hub"]\n',
         "app 'hub' is in 'hub', 'two'; an app lives in one schema"),
        (HEAD + HUB + '[schemas.two]\napps = ["two"]\nalias = "default"\n',
         "alias 'default' is used 2 times; each schema needs its own"),
        (HEAD + '[schemas.hub]\napps = ["hub"]\n',
         'no schema has alias = "default"; give it to the one that holds django.contrib.auth'),
        (HEAD + HUB + '[schemas.extensions]\napps = ["e"]\n',
         "extensions.schema 'extensions' is also a schema of apps; choose another"),
        (HEAD + HUB.replace('["hub.Person"]', '["app.Note"]'),
         "schemas.hub.publishes: 'app.Note' is no model of its apps ('hub')"),
        (HEAD + HUB + 'references = ["hub.Person"]\n',
         "schemas.hub.references: 'hub.Person' is its own model; it needs no reference"),
        (HEAD + HUB + APP.replace("hub.Person", "hub.Persn"),
         "schemas.app.references: 'hub.Persn' is not published; did you mean 'hub.Person'?"),
        (HEAD + HUB + APP.replace("hub.Person", "hbu.Person"),
         "schemas.app.references: no schema has the app of 'hbu.Person'; "
         "did you mean 'hub.Person'?"),
        (HEAD + HUB + APP + 'reads = ["hbu"]\n',
         "schemas.app.reads: there is no schema 'hbu'; did you mean 'hub'?"),
        (HEAD + HUB + APP + 'reads = ["app"]\n',
         "schemas.app.reads: a schema reads itself anyway; remove 'app'"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_what_would_have_been_right(text: str, problem: str) -> None:
    assert problems(text) == [problem]


def test_schemas_may_hold_each_others_keys() -> None:
    hub = HUB + 'references = ["app.Note"]\n'

    contract = Contract.parse(HEAD + APP + 'publishes = ["app.Note"]\n' + hub)

    app, hub = contract.schemas
    assert (app.name, hub.name) == ("app", "hub")
    assert (contract.referenced_by(app), contract.referenced_by(hub)) == ((hub,), (app,))


def test_schemas_may_read_each_other() -> None:
    contract = Contract.parse(HEAD + HUB + 'reads = ["app"]\n' + APP + 'reads = ["hub"]\n')

    assert [schema.name for schema in contract.schemas] == ["hub", "app"]
    assert contract.path_of(contract["hub"])[:2] == ("hub", "app")


def test_what_a_cycle_needs_still_comes_before_it() -> None:
    base = '[schemas.base]\napps = ["b"]\npublishes = ["b.Base"]\n'
    hub = HUB + 'references = ["b.Base"]\nreads = ["app"]\n'

    contract = Contract.parse(HEAD + hub + APP + base)

    assert [schema.name for schema in contract.schemas] == ["base", "hub", "app"]


@pytest.mark.parametrize("name", ["public", "pg_x", "Hub", "1a", "a-b", "a" * 58, '"; DROP'])
def test_a_schema_needs_a_plain_name(name: str) -> None:
    (found,) = problems(HEAD + HUB + f"[schemas.{name!r}]\napps = ['x']\n")

    assert "lower-case letters, digits and underscores, at most 57" in found


@pytest.mark.parametrize("name", ["order", "_a", "a" * 57])
def test_a_keyword_and_the_longest_name_are_schemas(name: str) -> None:
    assert name in Contract.parse(HEAD + HUB + f"[schemas.{name}]\napps = ['x']\n")


def test_the_two_logins_are_two_roles() -> None:
    text = '[roles]\napplication = "me"\nmigrator = "me"\n'

    assert len(problems(HEAD + text + HUB)) == 1


@pytest.mark.parametrize("name", ["migrator", "admin"])
def test_a_schema_may_not_be_named_like_the_variable_of_a_login(name: str) -> None:
    assert len(problems(HEAD + HUB + f"[schemas.{name}]\napps = ['x']\n")) == 1


@pytest.mark.parametrize("role", ["hub_owner", "hub_rw", "hub_ro"])
def test_a_login_may_not_be_a_role_of_a_schema(role: str) -> None:
    assert len(problems(HEAD + f'[roles]\napplication = "{role}"\n' + HUB)) == 1


@pytest.mark.parametrize("name", ["postgres", "none", "public", "information_schema", "pg_x"])
@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[schemas.{}]\napps = ["x"]\n', "schemas.{}"),
        ('[extensions]\nschema = "{}"\n', "extensions.schema"),
    ],
)
def test_a_name_of_postgresql_is_no_name_of_a_schema(text: str, key: str, name: str) -> None:
    (problem,) = problems(HEAD + text.format(name) + HUB)

    assert problem.startswith(f"key {key.format(name)!r}")
    assert "no name of PostgreSQL's own (pg_..., public, postgres" in problem


@pytest.mark.parametrize("name", ["postgres", "none", "public", "pg_x"])
@pytest.mark.parametrize("key", ["application", "migrator"])
def test_nor_of_a_login(key: str, name: str) -> None:
    (problem,) = problems(f'{HEAD}[roles]\n{key} = "{name}"\n{HUB}')

    assert "letters, digits and _ . @ - that is none of PostgreSQL's own" in problem
