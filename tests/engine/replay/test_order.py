"""migrate: Django's own order, whatever the schemas."""

from __future__ import annotations

from tests.tools.history_project import App, Project


def interleaved() -> dict[str, App]:
    """Two apps that build on each other in turns."""
    people = App("class Person(Model):\n    name = CharField(max_length=9, default='')\n"
                 "    nick = CharField(max_length=9, default='')")  # fmt: skip
    papers = App("class Paper(Model):\n    author = IdentityKey('people.Person', CASCADE)\n"
                 "    title = CharField(max_length=9, default='')")  # fmt: skip
    people.migration(
        "m0001",
        """
        operations = [CreateModel("Person", [ID])]
    """,
    )
    papers.migration(
        "m0001",
        """
        dependencies = [("people", "m0001")]
        operations = [CreateModel("Paper", [ID, ("author", IdentityKey("people.Person", CASCADE))])]
    """,
    )
    people.migration(
        "m0002",
        """
        dependencies = [("people", "m0001"), ("papers", "m0001")]
        operations = [AddField("Person", "name", CharField(max_length=9, default=""))]
    """,
    )
    papers.migration(
        "m0002",
        """
        dependencies = [("papers", "m0001"), ("people", "m0002")]
        operations = [AddField("Paper", "title", CharField(max_length=9, default=""))]
    """,
    )
    people.migration(
        "m0003",
        """
        dependencies = [("people", "m0002"), ("papers", "m0002")]
        operations = [AddField("Person", "nick", CharField(max_length=9, default=""))]
    """,
    )
    papers.migration(
        "m0003",
        """
        dependencies = [("papers", "m0002"), ("people", "m0003")]
        operations = []
    """,
    )
    people.migration(
        "m0004",
        """
        dependencies = [("people", "m0003"), ("papers", "m0003")]
        operations = []
    """,
    )
    return {"people": people, "papers": papers}


SCHEMAS = {"people": ["people"], "papers": ["papers"]}
ORDER = [
    "people.m0001", "papers.m0001", "people.m0002", "papers.m0002", "people.m0003",
    "papers.m0003", "people.m0004",
]  # fmt: skip


def test_apps_that_build_on_each_other_in_turns_are_migrated_in_one_pass(project: Project) -> None:
    ran = project.built(interleaved(), SCHEMAS)

    assert [name for name in ran if name in ORDER] == ORDER
    assert project.is_in_step()


def test_a_class_that_brings_a_relation_to_another_app_is_rendered(project: Project) -> None:
    tags = App(
        "class Tag(Model):\n    content_type = IntegerField()\n    object_id = IntegerField()"
    )
    tags.migration(
        "m0001",
        """
        operations = [CreateModel("Tag", [
            ID, ("content_type", IntegerField()), ("object_id", IntegerField())])]
    """,
    )
    shelf = (
        "from django.contrib.contenttypes.fields import GenericRelation\n"
        "class Tagged(Model):\n"
        "    tags = GenericRelation('tags.Tag')\n"
        "    class Meta:\n        abstract = True\n"
    )
    books = App(f"{shelf}class Book(Tagged):\n    name = CharField(max_length=9, default='')")
    books.migration(
        "m0001",
        """
        dependencies = [("tags", "m0001")]
        operations = [CreateModel("Book", [ID], bases=(books.models.Tagged,))]
    """,
        before="import books.models",
    )
    books.migration(
        "m0002",
        """
        dependencies = [("books", "m0001")]
        operations = [AddField("Book", "name", CharField(max_length=9, default=""))]
    """,
    )

    project.built({"tags": tags, "books": books}, {"tags": ["tags"], "books": ["books"]})

    assert project.place("books_book") == [("books", f"{project.name}_books_owner")]
