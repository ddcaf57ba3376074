"""The embedded server from the command line.

    python -m config.server start|stop|status|url [--data DIR]
    python -m config.server run -- COMMAND...

`run` gives the command a DATABASE_URL: the one in the environment, or that of a throwaway server
which it starts and stops. With `--data`, too, it is a throwaway: fast, not safe from a crash.
"""

from __future__ import annotations

import argparse
import fcntl
import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from config.embedded import LOCAL, Server, ServerError

NOT_RUNNING = 3  # pg_ctl status and LSB's init scripts say so


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; returns the exit code."""
    options = _parser().parse_args(arguments)
    server = Server(options.data.resolve(), durable=False) if options.data else Server()
    try:
        match options.action:
            case "start":
                print(server.start())
            case "stop":
                stopped = server.stop()
                if not options.quiet:
                    print("Stopped the server." if stopped else "No server was running.")
            case "status" if server.running():
                print(f"running: {server.url()}")
            case "url" if server.running():
                print(server.url())
            case "run":
                return run(options.command)
            case _:
                print("not running", file=sys.stderr)
                return NOT_RUNNING
    except ServerError as error:
        print(error, file=sys.stderr)
        return 1
    except PermissionError as error:
        print(
            f"{error.filename} belongs to another user; `make clean` as that one.", file=sys.stderr
        )
        return 1
    return 0


def run(command: Sequence[str]) -> int:
    """Run a command that needs a server; returns its exit code."""
    if os.environ.get("DATABASE_URL"):
        return _call(command, dict(os.environ))
    with _throwaway() as url:
        return _call(command, {**os.environ, "DATABASE_URL": url})


# Private
# -------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m config.server", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    actions = parser.add_subparsers(dest="action", required=True)
    for action in ("start", "stop", "status", "url"):
        each = actions.add_parser(action)
        each.add_argument("--data", type=Path, help="the data directory of a throwaway server")
        each.add_argument("--quiet", action="store_true", help="say only what goes wrong")
    each = actions.add_parser("run")
    each.add_argument("command", nargs="+")
    each.set_defaults(data=None)
    return parser


def _call(command: Sequence[str], environ: dict[str, str]) -> int:
    # Terminated as it would be interrupted: the command ends, and so does the server.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        return subprocess.call(command, env=environ)  # noqa: S603 - the caller's own command
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


@contextmanager
def _throwaway() -> Iterator[str]:
    """A server with nothing in it; runs at the same time have one each."""
    LOCAL.mkdir(exist_ok=True)
    for number in itertools.count(1):
        data = LOCAL / f"test-pgdata{number}"
        with data.with_name(f"{data.name}.run").open("w") as file:
            if not _locked(file):
                continue
            server = Server(data, durable=False)
            server.remove()
            try:
                yield server.start()
            finally:
                server.stop()
            return


def _locked(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
