"""Tables that belonged to another app once: each lies in the schema of the app that has it now."""

from __future__ import annotations

import psycopg
import pytest

from tests.tools.history_project import App, Project

MOVED = {"base": ["kinds"], "news": ["newkinds"], "docs": ["adocs"]}


def moved_by_state() -> dict[str, App]:
    """A model that goes from kinds to newkinds, and rows of another app that hold its keys."""
    kinds, newkinds, adocs = App(), App(), App()
    newkinds.models = """
        class Kind(Model):
            name = CharField(max_length=9)
            parent = ForeignKey("self", CASCADE, null=True)
            class Meta:
                db_table = "kinds_kind"
    """
    adocs.models = """
        class Doc(Model):
            kind = ForeignKey("newkinds.Kind", CASCADE)
    """
    fields = '[ID, ("name", CharField(max_length=9)), '
    fields += '("parent", ForeignKey("{0}.Kind", CASCADE, null=True))]'
    kinds.migration(
        "m0001",
        f"""
        operations = [CreateModel("Kind", {fields.format("kinds")})]
    """,
    )
    adocs.migration(
        "m0001",
        """
        dependencies = [("kinds", "m0001")]
        operations = [
            CreateModel("Doc", [ID, ("kind", ForeignKey("kinds.Kind", CASCADE))]),
            RunPython(make, migrations.RunPython.noop),
        ]
    """,
        """
        def make(apps, editor):
            kind = apps.get_model("kinds", "Kind").objects.create(name="old")
            apps.get_model("adocs", "Doc").objects.create(kind=kind)
    """,
    )
    newkinds.migration(
        "m0001",
        f"""
        dependencies = [("kinds", "m0001")]
        operations = [SeparateDatabaseAndState(state_operations=[
            CreateModel("Kind", {fields.format("newkinds")}, options={{"db_table": "kinds_kind"}}),
        ])]
    """,
    )
    adocs.migration(
        "m0002",
        """
        dependencies = [("adocs", "m0001"), ("newkinds", "m0001")]
        operations = [AlterField("Doc", "kind", ForeignKey("newkinds.Kind", CASCADE))]
    """,
    )
    kinds.migration(
        "m0002",
        """
        dependencies = [("kinds", "m0001"), ("adocs", "m0002")]
        operations = [SeparateDatabaseAndState(state_operations=[DeleteModel("Kind")])]
    """,
    )
    return {"kinds": kinds, "newkinds": newkinds, "adocs": adocs}


def test_a_model_moved_by_state_takes_its_table_along(project: Project) -> None:
    project.built(moved_by_state(), MOVED)

    assert project.place("kinds_kind") == [("news", f"{project.name}_news_owner")]
    project.run("INSERT INTO kinds_kind (name, parent_id) SELECT 'new', id FROM kinds_kind", "news")
    assert project.rows("SELECT name FROM news.kinds_kind ORDER BY id") == [("old",), ("new",)]
    assert project.is_in_step()


def test_the_keys_of_a_moved_table_are_held(project: Project) -> None:
    project.built(moved_by_state(), MOVED)

    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        project.run("INSERT INTO adocs_doc (kind_id) VALUES (99)", "docs")
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        project.run("DELETE FROM kinds_kind", "news")
    assert project.rows("SELECT kind_id FROM docs.adocs_doc") == [(1,)]


def test_a_table_goes_back_when_its_move_is_undone_and_forth_again(project: Project) -> None:
    project.built(moved_by_state(), MOVED)

    undone = project.migrate("newkinds", "zero")
    back = project.place("kinds_kind")
    done = project.migrate()

    assert undone == ["kinds.m0002", "adocs.m0002", "newkinds.m0001"]
    assert back == [("base", f"{project.name}_base_owner")]
    assert done == ["newkinds.m0001", "adocs.m0002", "kinds.m0002"]
    assert project.rows("SELECT name FROM news.kinds_kind") == [("old",)]
    assert project.is_in_step()


def test_apps_of_one_schema_hand_a_model_over_where_it_is(project: Project) -> None:
    project.built(moved_by_state(), {"base": ["kinds", "newkinds"], "docs": ["adocs"]})

    assert project.place("kinds_kind") == [("base", f"{project.name}_base_owner")]
    assert project.is_in_step()


def renamed_into_another_app() -> dict[str, App]:
    """Two tables of shop that become those of mail: one by SQL, one by the schema editor."""
    shop, mail = App(), App()
    mail.models = """
        class Event(Model):
            name = CharField(max_length=9)
        class Letter(Model):
            event = ForeignKey(Event, CASCADE)
            text = CharField(max_length=9, default="")
    """
    letter = 'CreateModel("Letter", [ID, ("event", ForeignKey("{0}.Event", CASCADE))], {1})'
    event = 'CreateModel("Event", [ID, ("name", CharField(max_length=9))]{0})'
    shop.migration(
        "m0001",
        f"""
        operations = [{event.format("")}, {letter.format("shop", "")}]
    """,
    )
    shop.migration(
        "m0002",
        """
        dependencies = [("shop", "m0001")]
        operations = [RunSQL(
            "INSERT INTO shop_event (name) VALUES ('kept');"
            "INSERT INTO shop_letter (event_id) SELECT id FROM shop_event",
            migrations.RunSQL.noop,
        )]
    """,
    )
    mail.migration(
        "m0001",
        f"""
        dependencies = [("shop", "m0002")]
        operations = [SeparateDatabaseAndState(state_operations=[
            {event.format(", {'db_table': 'shop_event'}")},
            {letter.format("mail", "{'db_table': 'shop_letter'}")},
        ])]
    """,
    )
    shop.migration(
        "m0003",
        """
        dependencies = [("shop", "m0002"), ("mail", "m0001")]
        operations = [SeparateDatabaseAndState(state_operations=[
            DeleteModel("Letter"), DeleteModel("Event"),
        ])]
    """,
    )
    mail.migration(
        "m0002",
        """
        atomic = False
        dependencies = [("mail", "m0001")]
        run_before = [("shop", "m0003")]
        operations = [
            SeparateDatabaseAndState(
                [RunSQL("ALTER TABLE shop_event RENAME TO mail_event")],
                [AlterModelTable("Event", "mail_event")],
            ),
            AlterModelTable("Letter", "mail_letter"),
            AddField("Letter", "text", CharField(max_length=9, default="")),
        ]
    """,
    )
    return {"shop": shop, "mail": mail}


def test_tables_renamed_into_another_app_go_into_its_schema(project: Project) -> None:
    project.write(renamed_into_another_app())
    project.contract({"shop": ["shop"], "mail": ["mail"]}, "")
    project.manage("schema_apply", "--apply", "then", "migrate")

    owner = f"{project.name}_mail_owner"
    assert project.place("mail_event") == project.place("mail_letter") == [("mail", owner)]
    assert project.rows("SELECT e.name, l.text FROM mail.mail_event e, mail.mail_letter l") == [
        ("kept", "")
    ]
    assert project.is_in_step()


def taken_over_by_name() -> dict[str, App]:
    """A table of shop that has mail's name before mail has the model, and keys of it at once."""
    shop, mail = App(), App()
    mail.models = """
        class Event(Model):
            name = CharField(max_length=9)
        class Letter(Model):
            event = ForeignKey(Event, CASCADE)
    """
    event = 'CreateModel("Event", [ID, ("name", CharField(max_length=9))])'
    shop.migration(
        "m0001",
        f"""
        operations = [{event}, RunPython(make, migrations.RunPython.noop)]
    """,
        """
        def make(apps, editor):
            apps.get_model("shop", "Event").objects.create(name="kept")
    """,
    )
    shop.migration(
        "m0002",
        """
        dependencies = [("shop", "m0001")]
        operations = [SeparateDatabaseAndState([AlterModelTable("Event", "mail_event")])]
    """,
    )
    mail.migration(
        "m0001",
        f"""
        dependencies = [("shop", "m0002")]
        operations = [
            SeparateDatabaseAndState(state_operations=[{event}]),
            CreateModel("Letter", [ID, ("event", ForeignKey("mail.Event", CASCADE))]),
        ]
    """,
    )
    shop.migration(
        "m0003",
        """
        dependencies = [("shop", "m0002"), ("mail", "m0001")]
        operations = [SeparateDatabaseAndState(state_operations=[DeleteModel("Event")])]
    """,
    )
    return {"shop": shop, "mail": mail}


def test_a_table_is_pointed_at_by_the_migration_that_takes_it_over(project: Project) -> None:
    project.built(taken_over_by_name(), {"shop": ["shop"], "mail": ["mail"]})

    keys = "SELECT confrelid::regclass::text FROM pg_constraint"
    assert project.place("mail_event") == [("mail", f"{project.name}_mail_owner")]
    assert project.rows(f"{keys} WHERE conrelid = 'mail.mail_letter'::regclass AND contype = 'f'")
    assert project.is_in_step()

    assert project.migrate("shop", "m0001") == ["shop.m0003", "mail.m0001", "shop.m0002"]
    assert project.place("shop_event") == [("shop", f"{project.name}_shop_owner")]
    assert project.migrate() == ["shop.m0002", "mail.m0001", "shop.m0003"]
    assert project.rows("SELECT name FROM mail.mail_event") == [("kept",)]
