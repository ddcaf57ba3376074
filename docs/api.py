"""The page of the public names, from their docstrings.

    python -m docs.api           writes docs/reference/api.md, and docs/schemas.schema.json
    python -m docs.api --check   writes nothing; exit code 1 if it would write something else

Signatures are read from the source, and not from what is imported: the page is the same under every
version of Python and Django.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Final

import appschemas
from appschemas.contract.json_schema import json_schema

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = ROOT / "docs" / "reference" / "api.md"
JSON_SCHEMA: Final = ROOT / "docs" / "schemas.schema.json"
INTRODUCTION: Final = """\
# Public names

What stands in `appschemas` itself is public, and is all that is: `from appschemas import
IdentityKey`. Every other module may change from one version to the next. What a function raises is
listed with it; every error of the engine is an [`AppSchemasError`](#appschemaserror).

Written from the docstrings by `python -m docs.api`.
"""
# What may stand in somebody's settings, migrations or tools; tests import each.
PATHS: Final = {
    "appschemas": ("`INSTALLED_APPS`", "commands, checks, the seams of Django"),
    "appschemas.auditing": ("`INSTALLED_APPS`", "the audit alone, before anything else changes"),
    "appschemas.backend.postgresql": ("`ENGINE`", "what `appschemas.databases` writes"),
    "appschemas.backend": ("`ENGINE`", "the same, by its first name"),
    "appschemas.backend.postgresql.base.DatabaseWrapper": (
        "an `ENGINE` of your own",
        "what its `DatabaseWrapper` is a subclass of",
    ),
    "appschemas.routers.SearchPathRouter": ("`DATABASE_ROUTERS`", "each model on its alias"),
    "appschemas.fields.IdentityKey": ("migrations", "what `makemigrations` writes"),
    "appschemas.operations.AlterModelBases": (
        "migrations",
        "written by hand, to cut a parent link",
    ),
    "appschemas.operations.ModelFromManyToMany": (
        "migrations",
        "written by hand, to keep the rows of a many-to-many field",
    ),
    "appschemas.operations.AttachPartition": (
        "migrations",
        "written by hand, to attach a table that brings keys",
    ),
    "appschemas.testing.plugin": ("entry point `appschemas` of `pytest11`", "the test database"),
    "appschemas.testing.audit_plugin": (
        "entry point `appschemas-audit` of `pytest11`",
        "the audit of a test suite",
    ),
}
GROUPS: Final = {
    "Settings": ("databases", "installed_apps", "SearchPathRouter"),
    "Models and migrations": (
        "IdentityKey",
        "IdentityOneToOne",
        "IdentityManyToMany",
        "IdentityKeyAdmin",
        "AlterModelBases",
        "AttachPartition",
        "ModelFromManyToMany",
    ),
    "Queries": ("key_limit", "joined"),
    "Transactions": ("autonomous_transaction",),
    "The contract": ("Contract", "Schema", "Roles"),
}


def page() -> str:
    """The whole page, as Markdown."""
    return "\n".join(_lines()).rstrip() + "\n"


def contract_schema() -> str:
    """The JSON Schema of the contract, which editors fetch from the documentation's site."""
    return json.dumps(json_schema(), indent=2) + "\n"


def main(arguments: list[str]) -> int:
    """Write or check; the exit code."""
    code = 0
    for path, text in ((PAGE, page()), (JSON_SCHEMA, contract_schema())):
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path.relative_to(ROOT)} is stale; run: python -m docs.api")
            code = 1
    return code


# Private
# -------

_SECTIONS: Final = ("Args", "Raises", "Returns", "Yields", "Attributes")
_URL: Final = re.compile(r"\(?(https://\S+?)\)?([.,;]?)(?=\s|$)")

Definition = ast.ClassDef | ast.FunctionDef


def _lines() -> Iterator[str]:
    yield INTRODUCTION
    grouped = {name for names in GROUPS.values() for name in names}
    others = tuple(name for name in appschemas.__all__ if name not in grouped)
    for title, names in {**GROUPS, "Errors and warnings": others}.items():
        yield f"## {title}\n"
        for name in names:
            yield from _entry(name)
    yield "## Dotted paths\n"
    yield "What stands in settings, migrations and entry points keeps its meaning:\n"
    yield "| Path | Stands in | What it is |"
    yield "|---|---|---|"
    yield from (f"| `{path}` | {where} | {what} |" for path, (where, what) in PATHS.items())


def _entry(name: str) -> Iterator[str]:
    found = getattr(appschemas, name)
    node = _definition(found.__module__, found.__name__)
    yield f"### `{name}`\n"
    yield f"```python\n{_signature(node, name)}\n```\n"
    yield from _prose(node)
    if isinstance(node, ast.ClassDef):
        yield from _members(node)


def _definition(module: str, name: str) -> Definition:
    """The class or function, as its module defines it."""
    (found,) = (
        node
        for node in _source(module).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name
    )
    return found


@cache
def _source(module: str) -> ast.Module:
    return ast.parse(Path(str(sys.modules[module].__file__)).read_text(encoding="utf-8"))


def _signature(node: Definition, name: str) -> str:
    if isinstance(node, ast.FunctionDef):
        manager = any(ast.unparse(each) == "contextmanager" for each in node.decorator_list)
        return _call(node, name, skip=0, before="with " if manager else "")
    for each in node.body:
        # What is raised is caught by others, and made by nobody.
        if isinstance(each, ast.FunctionDef) and each.name == "__init__" and not _is_error(name):
            return _call(each, name, skip=1)
    fields = [ast.unparse(each) for each in node.body if isinstance(each, ast.AnnAssign)]
    if fields:
        return f"{name}(\n" + "".join(f"    {field},\n" for field in fields) + ")"
    bases = ", ".join(ast.unparse(base) for base in node.bases)
    return f"class {name}({bases})" if bases else f"class {name}"


def _is_error(name: str) -> bool:
    return issubclass(getattr(appschemas, name), BaseException)


def _call(node: ast.FunctionDef, name: str, *, skip: int, before: str = "") -> str:
    """The call as it is written, on several lines where one is too long."""
    arguments = _arguments(node.args)[skip:]
    returns = ""
    if node.returns is not None and not before and ast.unparse(node.returns) != "None":
        returns = f" -> {ast.unparse(node.returns)}"
    one = f"{before}{name}({', '.join(arguments)}){returns}"
    if len(one) <= 100:
        return one
    return f"{before}{name}(\n" + "".join(f"    {each},\n" for each in arguments) + f"){returns}"


def _arguments(found: ast.arguments) -> list[str]:
    plain = [*found.posonlyargs, *found.args]
    defaults = [None] * (len(plain) - len(found.defaults)) + list(found.defaults)
    said = [_argument(each, default) for each, default in zip(plain, defaults, strict=True)]
    if found.vararg:
        said.append(f"*{_argument(found.vararg, None)}")
    elif found.kwonlyargs:
        said.append("*")
    said += [
        _argument(each, default)
        for each, default in zip(found.kwonlyargs, found.kw_defaults, strict=True)
    ]
    if found.kwarg:
        said.append(f"**{_argument(found.kwarg, None)}")
    return said


def _argument(found: ast.arg, default: ast.expr | None) -> str:
    text = (
        found.arg if found.annotation is None else f"{found.arg}: {ast.unparse(found.annotation)}"
    )
    if default is None:
        return text
    return f"{text}{' = ' if found.annotation else '='}{ast.unparse(default)}"


def _prose(node: Definition) -> Iterator[str]:
    """A docstring: paragraphs as they are, each section of named things as a list."""
    for part in re.split(r"\n\n", ast.get_docstring(node) or ""):
        head, _, rest = part.partition("\n")
        if head.rstrip(":") in _SECTIONS and head.endswith(":"):
            yield f"{head[:-1]}:\n"
            yield from _items(dedent(rest))
            yield ""
        else:
            yield f"{_linked(' '.join(part.split()))}\n"


def _items(text: str) -> Iterator[str]:
    for item in re.split(r"\n(?=\S)", text):
        name, _, what = " ".join(item.split()).partition(": ")
        yield f"- `{name}`: {_linked(what)}"


def _linked(text: str) -> str:
    return _URL.sub(r"([source](\1))\2", text)


def _members(node: ast.ClassDef) -> Iterator[str]:
    """What the class has beside its fields, in a table; what has no docstring is Django's."""
    rows = [
        (_member(each), " ".join((ast.get_docstring(each) or "").split("\n\n")[0].split()))
        for each in node.body
        if isinstance(each, ast.FunctionDef)
        and not each.name.startswith("_")
        and ast.get_docstring(each)
    ]
    if rows:
        yield "| Member | What it is |"
        yield "|---|---|"
        yield from (f"| `{name}` | {_linked(text)} |" for name, text in rows)
        yield ""


def _member(node: ast.FunctionDef) -> str:
    decorators = {ast.unparse(each) for each in node.decorator_list}
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    if decorators & {"property", "cached_property"}:
        return f"{node.name}{returns}".replace("|", r"\|")
    first = 0 if "staticmethod" in decorators else 1
    called = f"{node.name}({', '.join(_arguments(node.args)[first:])}){returns}"
    return called.replace("|", r"\|")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
