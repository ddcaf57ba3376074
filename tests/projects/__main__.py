"""Public projects on this package, from their source distributions.

    python -m tests.projects [NAME...] [--no-tests] [--time] [--each]
    python -m tests.projects [NAME...] --split [--convert] [--no-tests]

With --split the database is made in one schema by the project's own migrations, and split in place.

Exits 1 when a project does not come to a database in step with its unedited contract, or when a
test passes on plain PostgreSQL and not in schemas.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from tests.projects.projects import LOCAL, PROJECTS
from tests.projects.sources import built_wheel, prepare


def main(arguments: Sequence[str]) -> int:
    """Try each project on a server of its own; returns the exit code."""
    options = [each for each in arguments if each.startswith("--")]
    names = [each for each in arguments if each not in options]
    road = "split" if "--split" in options else "trial"
    options = [each for each in options if each != "--split"]
    chosen = [each for each in PROJECTS if not names or each.name in names]
    if not chosen or len(chosen) < len(names):
        print(f"There are: {', '.join(each.name for each in PROJECTS)}", file=sys.stderr)
        return 2
    LOCAL.mkdir(parents=True, exist_ok=True)
    wheel, failed = built_wheel(), 0
    for project in chosen:
        prepare(project, wheel)
        trial = (sys.executable, "-m", f"tests.projects.{road}", project.name, *options)
        server = (sys.executable, "-m", "config.server", "run", "--", *trial)
        failed |= subprocess.run(server, check=False).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
