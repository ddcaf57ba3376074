"""schema_map: what stands on the map is what the contract, the models and the server say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from tests.tools.maps import facts_in
from tests.tools.own_project import Project


def mapped(**options: Any) -> Any:
    """The facts that a map of the database shows."""
    out = StringIO()
    call_command("schema_map", json=True, stdout=out, stderr=StringIO(), **options)
    return json.loads(out.getvalue())


def named(things: list[Any], name: str) -> Any:
    return next(each for each in things if each["name"] == name)


@pytest.fixture
def bare_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the page goes that nobody names."""
    monkeypatch.chdir(tmp_path)
    return tmp_path / "schema_map.html"


@pytest.mark.django_db(databases="__all__")
def test_tables_are_counted_and_keys_say_what_becomes_of_them(tmp_path: Path) -> None:
    page = tmp_path / "deep" / "map.html"
    with connections["people"].cursor() as cursor:
        cursor.execute("INSERT INTO people_person (name) VALUES ('Ada'), ('Bob')")

    call_command("schema_map", html=page, stdout=StringIO())

    facts = facts_in(page.read_text(encoding="utf-8"))
    people = named(facts["boxes"], "people")
    assert named(people["tables"], "people_person") == {
        "name": "people_person", "model": "people.Person", "rows": 2, "about": False
    }  # fmt: skip
    assert {
        "schema": "papers", "table": "papers_paper", "column": "author_id", "to_schema": "people",
        "to_table": "people_person", "to_column": "id", "on_delete": "CASCADE",
        "kind": "identity key",
    } in facts["keys"]  # fmt: skip
    assert people["states"] == ["in step"]


@pytest.mark.django_db(databases="__all__")
def test_what_is_pending_read_and_inside_of_a_schema_is_on_it() -> None:
    facts = mapped()

    kinds = {(key["table"], key["column"]): key["kind"] for key in facts["keys"]}
    assert kinds["reviews_grant", "person_id"] == "pending"
    assert kinds["auth_permission", "content_type_id"] == "foreign key"
    assert named(facts["boxes"], "reviews")["states"] == ["pending"]
    assert facts["reads"] == [{"schema": "reviews", "of": "papers", "what": ""}]


def test_a_role_has_the_rights_that_it_has_in_the_database(in_production: Project) -> None:
    with in_production.administrator() as connection:
        held = set(connection.execute(_HELD).fetchall())

    facts = mapped()

    assert held == {
        (role["name"], right["schema"], privilege)
        for role in facts["roles"]
        for right in role["rights"]
        if right["what"].endswith(" on every table")
        for privilege in right["what"].removesuffix(" on every table").split(", ")
    }


def test_drift_and_orphans_are_states_with_what_to_do(in_production: Project) -> None:
    with in_production.administrator() as connection:
        connection.execute("CREATE RULE mine AS ON DELETE TO papers.papers_paper DO ALSO NOTHING")
        connection.execute("SET session_replication_role = replica")
        connection.execute("INSERT INTO reviews.reviews_review (score, paper_id) VALUES (1, 7)")
        try:
            facts = mapped(orphans=True)
        finally:
            connection.execute("DROP RULE mine ON papers.papers_paper")
            connection.execute("DELETE FROM reviews.reviews_review")

    assert named(facts["boxes"], "papers")["states"] == ["drift"]
    assert named(facts["boxes"], "reviews")["states"] == ["orphans", "pending"]
    line = named(facts["boxes"], "reviews")["lines"][0]
    assert "reviews.reviews_review.paper_id" in line["text"]
    assert line["hint"].startswith("delete the rows")


def test_a_server_that_does_not_answer_leaves_the_contract_and_says_so(
    in_production: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for alias in connections:
        for entry in (
            connections[alias].settings_dict, connections[alias].settings_dict.get("ADMIN") or {}
        ):  # fmt: skip
            monkeypatch.setitem(entry, "HOST", "127.0.0.1")
            monkeypatch.setitem(entry, "PORT", "1")

    facts = mapped()

    assert {tuple(box["states"]) for box in facts["boxes"]} == {("not looked at",), ("pending",)}
    assert "did not answer" in facts["notes"][0]["text"]
    assert facts["read_at"] == ""


def test_without_a_database_the_map_is_the_same_in_every_process(tmp_path: Path) -> None:
    texts = set()
    for seed in ("1", "2"):
        call = "from django.core.management import execute_from_command_line as run; run()"
        files = [tmp_path / "map.html", tmp_path / "map.svg"]
        subprocess.run(
            [sys.executable, "-c", call, "schema_map", "--no-database", "--html", files[0], "--svg",
             files[1]],
            env={**_environ(), "PYTHONHASHSEED": seed},
            check=True, capture_output=True,
        )  # fmt: skip
        texts.add(tuple(each.read_text(encoding="utf-8") for each in files))

    ((page, drawn),) = texts
    assert "no database was asked" in facts_in(page)["source"]
    assert "reviews reads papers" in drawn


def test_check_fails_for_a_stale_file_until_it_is_written(tmp_path: Path) -> None:
    options: dict[str, Any] = {
        "svg": tmp_path / "map.svg", "no_database": True, "stdout": StringIO()
    }  # fmt: skip
    (tmp_path / "map.svg").write_text("old", encoding="utf-8")

    with pytest.raises(CommandError, match="write it with the same options, but --check"):
        call_command("schema_map", check=True, **options)
    call_command("schema_map", **options)
    call_command("schema_map", check=True, **options)

    assert options["stdout"].getvalue().splitlines()[0].endswith("map.svg: stale")


def test_check_of_what_a_server_says_is_refused_until_it_is_left_out(bare_file: Path) -> None:
    with pytest.raises(CommandError, match="add --no-database"):
        call_command("schema_map", check=True, stdout=StringIO())

    call_command("schema_map", no_database=True, stdout=StringIO())
    call_command("schema_map", check=True, no_database=True, stdout=StringIO())
    assert facts_in(bare_file.read_text(encoding="utf-8"))["boxes"]


def test_what_crossed_before_is_drawn_from_the_migrations() -> None:
    facts = mapped(before=True)

    keys = {(key["table"], key["column"], key["kind"]) for key in facts["keys"]}
    assert ("reviews_grant", "person_id", "foreign key") in keys
    assert {box["states"][0] for box in facts["boxes"]} == {"not split"}


def test_orphans_of_the_past_are_refused_until_left_out() -> None:
    with pytest.raises(CommandError, match="leave out --orphans"):
        mapped(before=True, orphans=True)

    assert mapped(before=True)["roles"] == []


def test_open_shows_the_page_that_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)

    call_command("schema_map", open=True, no_database=True, stdout=StringIO())

    (address,) = opened
    page = Path(address.removeprefix("file://"))
    assert facts_in(page.read_text(encoding="utf-8"))["boxes"]
    page.unlink()


def test_a_file_that_cannot_be_written_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(CommandError, match=r"map\.html cannot be written"):
        call_command("schema_map", html=tmp_path / "file" / "map.html", no_database=True)


# https://www.postgresql.org/docs/current/functions-info.html: what aclexplode() gives.
_HELD = """
SELECT DISTINCT r.rolname, n.nspname, x.privilege_type
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
 CROSS JOIN aclexplode(c.relacl) x
  JOIN pg_roles r ON r.oid = x.grantee
 WHERE c.relkind = 'r' AND x.grantee <> c.relowner
   AND n.nspname NOT IN ('pg_catalog', 'information_schema')
"""


def _environ() -> dict[str, str]:
    path = os.pathsep.join(filter(None, sys.path))
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "engine_settings", "PYTHONPATH": path}
