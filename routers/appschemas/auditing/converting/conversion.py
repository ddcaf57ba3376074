"""Conversion: what converting one relation takes, noted down before anything is changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import libcst as cst

from appschemas.auditing.converting.listed import Listed
from appschemas.auditing.converting.migrations import Operation
from appschemas.auditing.converting.source import Edit, Source


@dataclass
class Conversion:
    """The edits of files, the operations of each app's migration, and what they are for.

    `labels` are the pending relations of the contract that are none afterwards, `notes` what is
    left to people all the same.
    """

    labels: list[str] = field(default_factory=list)
    fields: list[Any] = field(default_factory=list)
    edits: list[tuple[Source, cst.CSTNode, Edit]] = field(default_factory=list)
    operations: list[tuple[str, Operation]] = field(default_factory=list)
    notes: list[Listed] = field(default_factory=list)

    def edit(self, source: Source, node: cst.CSTNode, edit: Edit) -> None:
        """Let `edit` make another node of this one."""
        self.edits.append((source, node, edit))

    def add(self, other: Conversion) -> None:
        """Take what another one takes, too."""
        self.labels += other.labels
        self.fields += other.fields
        self.edits += other.edits
        self.operations += other.operations
        self.notes += other.notes

    def commit(self) -> None:
        """Hand the edits to their files."""
        for source, node, edit in self.edits:
            source.edit(node, edit)
