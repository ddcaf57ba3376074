"""JUnit: what `schema_verify` found, as CI shows the results of tests."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

from appschemas.exceptions import AppSchemasError


def write_junit(path: Path, databases: Mapping[str, Mapping[str, Any]]) -> None:
    """Write the file: a suite for each database, a case for each schema, and the database itself.

    Args:
        path: Of the file; its folder is made.
        databases: What `plan_as_json` gives, by the database's name.

    Raises:
        AppSchemasError: the file cannot be written.
    """
    root = ElementTree.Element("testsuites", name="schema_verify")
    for name, value in databases.items():
        suite = ElementTree.SubElement(root, "testsuite", name=_legal(name))
        for section in value["sections"]:
            _add_case(suite, section)
        suite.set("tests", str(len(suite)))
        suite.set("failures", str(len(suite.findall(".//failure"))))
    ElementTree.indent(root)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))
    except OSError as error:
        raise AppSchemasError(f"{path} cannot be written ({error.strerror}).") from None


# Private
# -------

# https://www.w3.org/TR/xml/#charsets
_ILLEGAL: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _add_case(suite: ElementTree.Element, section: Mapping[str, Any]) -> None:
    name = section["schema"] or "the database itself"
    case = ElementTree.SubElement(suite, "testcase", classname="schema_verify", name=_legal(name))
    wrong = [f"{each['action']} {each['text']}" for each in section["changes"]]
    wrong += [
        f"! {each['text']}\n  {each['hint']}" for each in section["findings"] if not each["notice"]
    ]
    if wrong:
        message = f"{len(wrong)} out of step"
        failure = ElementTree.SubElement(case, "failure", type="drift", message=message)
        failure.text = _legal("\n".join(wrong))


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
