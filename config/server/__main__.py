"""The embedded server from the command line.

    python -m config.server start|stop|status|url [--data DIR]
    python -m config.server run -- COMMAND...

`run` gives the command a DATABASE_URL: the one in the environment, or that of a throwaway server
which it starts and stops. With `--data`, too, it is a throwaway: fast, not safe from a crash.
POSTGRES is its major version: 15, 16, 17 or 18, which is the default.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import psycopg

from config.server import Server, ServerError, programs, throwaway

NOT_RUNNING = 3  # pg_ctl status and LSB's init scripts say so


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        server = Server(options.data.resolve(), durable=False) if options.data else Server()
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
    """Run a command that needs a server; returns its exit code.

    Raises:
        ServerError: it does not start, or POSTGRES asks for another version than DATABASE_URL's.
    """
    if url := os.environ.get("DATABASE_URL"):
        if os.environ.get("POSTGRES"):
            _require(programs.chosen(), url)
        return _call(command, dict(os.environ))
    with throwaway() as server:
        return _call(command, {**os.environ, "DATABASE_URL": server.url()})


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


def _require(version: int, url: str) -> None:
    """Refuse to take one server for another: what it is run on is what was asked for."""
    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            found = connection.info.server_version // 10_000
    except psycopg.Error:
        # What it says may quote the URL, and with it the password; the command says what it needs.
        return
    if found != version:
        raise ServerError(
            f"POSTGRES asks for {version}, and DATABASE_URL names a PostgreSQL {found}: unset one."
        )


if __name__ == "__main__":
    sys.exit(main())
