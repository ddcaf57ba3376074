"""Hooks of the documentation's site: links into the repository, a page for each check and finding.

make docs
https://www.mkdocs.org/user-guide/configuration/#hooks
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any, Final

from mkdocs.structure.files import File, Files

LINK: Final = re.compile(r"(?<=\]\()((?:\.\./)+[^)\s]+)(?=\))")
FENCE: Final = re.compile(r"(^```.*?^```$)", re.DOTALL | re.MULTILINE)


KIND: Final = re.compile(r"^\| `(\w+)`(?:: | \| )(.+) \| (.+) \|$", re.MULTILINE)


def on_files(files: Files, config: Any) -> Files:
    """A page for each check and each kind of finding, which hints and `schema_verify` lead to."""
    reference = Path(config["docs_dir"], "reference")
    page = (reference / "checks.md").read_text(encoding="utf-8")
    for section in page.split("\n## ")[1:]:
        heading, _, text = section.partition("\n")
        name = heading.strip("`").removeprefix("appschemas.")
        text = f"# {heading}\n{text}\n\n[All checks](checks.md)\n"
        files.append(_generated(config, f"checks/{name}.md", text, "checks.md"))
    page = (reference / "findings.md").read_text(encoding="utf-8")
    for name, what, mended in KIND.findall(page):
        text = f"# `{name}`\n\nA finding of `schema_verify`: {what}.\n\n## What becomes of it\n\n"
        text += f"Mended by `schema_apply`: {mended}.\n\n[All findings](findings.md)\n"
        files.append(_generated(config, f"findings/{name}.md", text, "findings.md"))
    return files


def _generated(config: Any, path: str, text: str, source: str) -> File:
    """A page of a part of another, whose links lead where they did."""
    text = re.sub(r"\]\(#", f"](../reference/{source}#", text)
    text = re.sub(r"\]\((?!\.\.|https?:)", "](../reference/", text)
    return File.generated(config, path, content=text)


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Links that leave `docs` lead into the repository."""
    folder = posixpath.dirname(f"docs/{page.file.src_uri}")

    def whole(match: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(folder, match[1]))
        if path.startswith("docs/") and path.endswith((".md", ".svg", ".png")):
            return match[1]
        if path.startswith("docs/") and ".md#" in path:
            return match[1]
        kind = "tree" if match[1].endswith("/") else "blob"
        return f"{config['repo_url'].rstrip('/')}/{kind}/main/{path}"

    parts = FENCE.split(markdown)
    parts[::2] = [LINK.sub(whole, part) for part in parts[::2]]
    return "".join(parts)
