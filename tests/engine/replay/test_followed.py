"""What a migration of one schema does to the columns of another that follow it."""

from __future__ import annotations

import psycopg
import pytest

from tests.tools.history_project import App, Project

SCHEMAS = {"hub": ["hub"], "leaf": ["leaf"]}


def renamed_while_held() -> dict[str, App]:
    """A model, its key and a table of its keys are renamed; the table's name stands in quotes."""
    hub, leaf = App(), App()
    hub.models = """
        class Human(Model):
            code = BigAutoField(primary_key=True)
            class Meta:
                db_table = '"Hub Of All"'
    """
    leaf.models = """
        class Group(Model):
            humans = ManyToManyField("hub.Human", db_table="leaf_members")
            first = ForeignKey("hub.Human", CASCADE, null=True, related_name="+")
    """
    small = '("id", models.AutoField(primary_key=True))'
    options = """options={"db_table": '"Hub Of All"'}"""
    hub.migration(
        "m0001",
        f"""
        operations = [CreateModel("Person", [{small}], {options})]
    """,
    )
    leaf.migration(
        "m0001",
        f"""
        dependencies = [("hub", "m0001")]
        operations = [
            CreateModel("Group", [{small}, ("people", ManyToManyField("hub.Person"))]),
            RunPython(make, migrations.RunPython.noop),
        ]
    """,
        """
        def make(apps, editor):
            person = apps.get_model("hub", "Person").objects.create()
            apps.get_model("leaf", "Group").objects.create().people.add(person)
    """,
    )
    hub.migration(
        "m0002",
        """
        dependencies = [("hub", "m0001"), ("leaf", "m0001")]
        operations = [
            RenameModel("Person", "Human"),
            AlterField("Human", "id", BigAutoField(primary_key=True)),
            RenameField("Human", "id", "code"),
        ]
    """,
    )
    leaf.migration(
        "m0002",
        """
        dependencies = [("leaf", "m0001"), ("hub", "m0002")]
        operations = [
            RenameField("Group", "people", "humans"),
            AlterField("Group", "id", BigAutoField(primary_key=True)),
            AlterField("Group", "humans", ManyToManyField("hub.Human", db_table="leaf_members")),
            AddField("Group", "first", ForeignKey("hub.Human", CASCADE, null=True, **UNNAMED)),
        ]
    """,
        'UNNAMED = {"related_name": "+"}',
    )
    return {"hub": hub, "leaf": leaf}


def test_columns_of_another_schema_follow_a_model_and_its_key(project: Project) -> None:
    project.built(renamed_while_held(), SCHEMAS)

    assert project.rows("SELECT group_id, human_id FROM leaf.leaf_members") == [(1, 1)]
    for statement in ("leaf_members SET human_id = 9", "leaf_group SET first_id = 9"):
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            project.run(f"UPDATE {statement}", "leaf")
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        project.run('DELETE FROM "Hub Of All"', "hub")
    assert project.is_in_step()

    project.migrate("hub", "m0001")
    assert project.rows("SELECT group_id, person_id FROM leaf.leaf_group_people") == [(1, 1)]
    project.migrate()
    assert project.rows('SELECT code FROM hub."Hub Of All"') == [(1,)]
    assert project.is_in_step()
