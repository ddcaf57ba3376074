"""A git repository's history, on its way into the apps through their services.

Commits go in by batches, parents first, and a batch is one transaction across the apps: after a
run that was killed, the next one skips the commits that are there and goes on with the first that
is not. What one run counts as added is what is there after it and was not before.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Protocol, TypeVar

from django.db import transaction

from appschemas.conf import get_contract
from boost_collector_runner.git_log import Change, Commit, commits
from boost_collector_runner.git_repository import GitRepository
from boost_collector_runner.include_collection import collect_includes
from boost_collector_runner.tree import TreeFile, tree_files
