"""A schema of a contract gets another name."""

from __future__ import annotations

import pytest

from appschemas.contract.contract import Contract
from appschemas.contract.renaming import renamed
from appschemas.exceptions import ContractError

TEXT = """
version = 1
[schemas.people]
alias = "default"
apps = ["people"]
[schemas.papers]
apps = ["papers", "people_papers"]
[schemas.board]
apps = ["board"]
reads = ["papers"]
[schemas.wall]
apps = ["wall"]
reads = ["papers.Paper (id)", "papers.listed", "people.Person"]
[logins.ada]
reads = ["people", "papers"]
"""


def test_what_names_the_schema_follows_and_what_names_its_app_does_not() -> None:
    found = renamed(Contract.parse(TEXT), "papers", "articles")

    assert found["articles"].apps == ("papers", "people_papers")
    assert found["articles"].rw == "articles_rw"
    assert found["articles"].alias == "papers"
    assert found["board"].reads == ("articles",)
    assert found["wall"].reads_some == ("papers.Paper (id)", "articles.listed", "people.Person")
    assert found.readers[0].reads == ("people", "articles")
    assert renamed(found, "articles", "papers") == Contract.parse(TEXT)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("paper", "articles", "there is no schema 'paper'; did you mean 'papers'?"),
        ("papers", "people", "schema 'people' is there already; choose another name"),
        ("papers", "Articles", "'Articles' cannot name a schema; wanted: lower-case letters"),
        ("papers", "public", "'public' cannot name a schema"),
        ("papers", "appschemas_keys", "schema 'appschemas_keys' is the engine's"),
        ("papers", "extensions", "extensions.schema 'extensions' is also a schema of apps"),
        ("papers", "admin", "ADMIN_DATABASE_URL is a login's"),
    ],
)
def test_a_name_that_cannot_be_is_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(ContractError, match=message.replace("?", r"\?")):
        renamed(Contract.parse(TEXT), old, new)
