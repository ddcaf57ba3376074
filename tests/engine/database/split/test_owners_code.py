"""What owners put on their tables does not run as the superuser who splits a database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from psycopg.errors import Diagnostic

from appschemas.exceptions import AppSchemasError
from tests.tools.splits import Before

DEED: Final = """
CREATE FUNCTION {0}.deed() RETURNS boolean LANGUAGE plpgsql AS
  $$BEGIN
    BEGIN
      SET ROLE NONE;
      RAISE WARNING 'done as %', current_user;
    EXCEPTION WHEN OTHERS THEN NULL;
    END;
    RETURN true;
  END$$;
CREATE FUNCTION {0}.planted(bigint) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS
  $$BEGIN PERFORM {0}.deed(); RETURN 0; END$$;
CREATE FUNCTION {0}.fires() RETURNS trigger LANGUAGE plpgsql AS
  $$BEGIN PERFORM {0}.deed(); RETURN NEW; END$$;
"""
INDEX: Final = "CREATE INDEX planted ON {0}.{1} (id) WHERE id > {0}.planted(0)"
# What writing a row runs; PostgreSQL's own query_to_xml runs a text.
ON_WRITING: Final = {
    "trigger": "CREATE TRIGGER planted BEFORE INSERT ON {0}.django_migrations"
    " FOR EACH ROW EXECUTE FUNCTION {0}.fires()",
    "rule": "CREATE RULE planted AS ON INSERT TO {0}.django_migrations DO ALSO SELECT {0}.deed()",
    "default": "ALTER TABLE {0}.django_migrations ADD x boolean DEFAULT {0}.deed()",
    "check": "ALTER TABLE {0}.django_migrations ADD CONSTRAINT planted CHECK"
    " (query_to_xml('SELECT {0}.deed()', true, true, '') IS NOT NULL) NOT VALID",
    "domain": "CREATE DOMAIN {0}.d AS varchar(255) CHECK ({0}.deed() OR VALUE IS NULL);"
    "ALTER TABLE {0}.django_migrations ALTER name TYPE {0}.d",
}  # fmt: skip


@pytest.fixture
def said(before: Before) -> Iterator[list[str]]:
    """What the administrator's session was told."""
    heard: list[str] = []

    def hear(diagnostic: Diagnostic) -> None:
        if (text := diagnostic.message_primary or "").startswith("done as"):
            heard.append(text)

    before.wall.connection.add_notice_handler(hear)
    yield heard
    before.wall.connection.remove_notice_handler(hear)


def test_the_record_of_migrations_is_read_without_its_owners_code(
    before: Before, said: list[str]
) -> None:
    with before.session() as old:
        old.execute(DEED.format("public") + INDEX.format("public", "django_migrations"))

    before.split()
    with before.session() as old:
        old.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('app', '2', now())")
    before.split()

    recorded = before.run("SELECT name FROM {app}.django_migrations ORDER BY id").fetchall()
    assert recorded == [("0001_initial",), ("2",)]
    assert said == []


@pytest.mark.parametrize("planted", ON_WRITING)
def test_a_superuser_writes_no_record_where_its_owners_code_would_run(
    before: Before, said: list[str], planted: str
) -> None:
    before.split()
    app = before.schema("app")
    with before.session() as old:
        old.execute(f"SET ROLE {app}_owner; {DEED.format(app)} {ON_WRITING[planted].format(app)};")
        old.execute("RESET ROLE; INSERT INTO public.django_migrations (app, name, applied)"
                    " VALUES ('app', '2', now())")  # fmt: skip
    said.clear()

    with pytest.raises(AppSchemasError, match=r"superuser's.*django_migrations"):
        before.split()

    assert said == []


@pytest.mark.parametrize("table", ["note", "person"])
def test_a_superuser_makes_no_foreign_key_again_where_an_owners_code_would_run(
    before: Before, said: list[str], table: str
) -> None:
    before.split()
    schema = before.schema("app" if table == "note" else "hub")
    with before.session() as old:
        old.execute(f"SET ROLE {schema}_owner; {DEED.format(schema)} {INDEX.format(schema, table)}")
    said.clear()

    with pytest.raises(AppSchemasError, match=rf"superuser's.*index {schema}\.planted"):
        before.unsplit()
    before.wall.connection.execute(f"DROP INDEX {schema}.planted".encode())
    before.unsplit()

    assert said == []
    assert before.place(table) == ["public old"]


STRANGE: Final = """
CREATE VIEW public.spy AS SELECT * FROM public.note;
GRANT SELECT ON public.spy TO PUBLIC;
CREATE MATERIALIZED VIEW public.kept AS SELECT * FROM public.person WITH NO DATA;
"""


def test_what_belongs_to_another_than_the_tables_is_given_to_no_owner(before: Before) -> None:
    before.run("CREATE ROLE {stranger}; GRANT CREATE ON SCHEMA public TO {stranger}")
    before.run(f"SET ROLE {{stranger}}; {STRANGE} RESET ROLE")
    refused = before.wall.refusal("stranger", "SELECT FROM public.spy")

    before.split()

    assert (before.place("spy"), before.place("kept")) == (["public stranger"],) * 2
    assert (refused, before.wall.refusal("stranger", "SELECT FROM public.spy")) == ("42501",) * 2
    left = {each.called: before.wall.plain(each.reason) for each in before.status().left}
    assert left["view spy"] == "it belongs to stranger, who owns none of the tables"
