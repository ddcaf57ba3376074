"""Two schemas that hold each other's keys: tested whole, alone, cloned and emptied."""

from __future__ import annotations

from pathlib import Path

import pytest

MIGRATION = """
import django.db.models.deletion
from django.db import migrations

import appschemas.fields


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("papers", "0002_identity_keys")]
    operations = [
        migrations.AddField(
            "person",
            "first",
            appschemas.fields.IdentityKey(
                "papers.paper", null=True, on_delete=django.db.models.deletion.SET_NULL
            ),
        )
    ]
"""
CHECK = """
import pytest
from papers.models import Paper
from people.models import Person


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [1, 2])
def test_both_hold_a_key_of_the_other(number):
    assert (Person.objects.count(), Paper.objects.count()) == (0, 0)
    ada = Person.objects.create(name="Ada")
    ada.first = Paper.objects.create(title="On walls", author=ada)
    ada.save()


@pytest.mark.django_db
def test_a_key_is_refused_in_both():
    from django.db import IntegrityError, connection, transaction

    for model, field in ((Person, "first_id"), (Paper, "author_id")):
        with pytest.raises(IntegrityError, match="violates identity key"):
            with transaction.atomic():
                model.objects.create(**{field: 999})
                connection.check_constraints()
"""
ALONE = """
import pytest
from people.models import Person


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [1, 2])
def test_a_first_paper_is_stood_in_for(identity_key, number):
    assert Person.objects.count() == 0
    Person.objects.create(name="Ada", first_id=identity_key("papers.Paper"))
"""


FIRST = "    first = IdentityKey('papers.Paper', on_delete=models.SET_NULL, null=True)\n"


@pytest.fixture
def cycle(inner: pytest.Pytester, production: None) -> pytest.Pytester:
    """The inner project, in which a person has a first paper; with the logins of production."""
    replace(
        inner.path / "schemas.toml",
        ("[schemas.papers]\n", '[schemas.papers]\npublishes = ["papers.Paper"]\n'),
        ("[schemas.people]\n", '[schemas.people]\nreferences = ["papers.Paper"]\n'),
    )
    replace(
        inner.path / "people" / "models.py",
        ("import models\n", "import models\n\nfrom appschemas import IdentityKey\n"),
        ("unique=True)\n", f"unique=True)\n{FIRST}"),
    )
    (inner.path / "people" / "migrations" / "0002_first.py").write_text(MIGRATION)
    (inner.path / "checks" / "people" / "check_first.py").write_text(ALONE)
    return inner


def replace(path: Path, *changes: tuple[str, str]) -> None:
    """Replace the first place of each old text in a file."""
    text = path.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text)


def test_both_are_tested_together_and_emptied_together(cycle: pytest.Pytester) -> None:
    cycle.makepyfile(check_cycle=CHECK)

    cycle.runpytest_subprocess("check_cycle.py").assert_outcomes(passed=3)
    cycle.runpytest_subprocess("check_cycle.py", "-n", "2").assert_outcomes(passed=3)


def test_each_of_them_is_tested_alone(cycle: pytest.Pytester) -> None:
    result = cycle.runpytest_subprocess("--schemas-each", "-n", "3")

    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["people * alone *papers.Paper", "papers * alone *people.Person*"])
