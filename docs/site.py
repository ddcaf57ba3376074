"""Hooks of the documentation's site: links into the repository, and a page for each check.

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


def on_files(files: Files, config: Any) -> Files:
    """A page for each ID, which hints lead to: its section of the page of all checks."""
    page = Path(config["docs_dir"], "reference", "checks.md").read_text(encoding="utf-8")
    for section in page.split("\n## ")[1:]:
        heading, _, text = section.partition("\n")
        name = heading.strip("`").removeprefix("appschemas.")
        text = re.sub(r"\]\(#", "](../reference/checks.md#", text)
        text = re.sub(r"\]\((?!\.\.|https?:)", "](../reference/", text)
        content = f"# {heading}\n{text}\n\n[All checks](../reference/checks.md)\n"
        files.append(File.generated(config, f"checks/{name}.md", content=content))
    return files


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
