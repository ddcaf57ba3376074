"""Stepwise: a plan made true in many short transactions, while everybody works on.

Each step waits for others only shortly, and is tried again. What a run has made stays made: one
that was killed, or met a row that it may not judge, is gone on with by the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any, Final

from psycopg import Connection

from appschemas.contract.contract import Contract
from appschemas.database.apply.apply_lock import hold_apply_lock
from appschemas.database.apply.attempts import Patience, retried
from appschemas.database.apply.orphans import KeysProgress, orphans
from appschemas.database.apply.planning import StepProgress, plan_of, silent
from appschemas.database.apply.sending import NOTHING_CHANGED, explained, send, set_passwords
from appschemas.database.apply.temporary_membership import TemporaryMembership
from appschemas.database.catalog import CatalogState, Login, read_catalog, read_login
from appschemas.database.model_state import ModelState
from appschemas.database.plan.changes import Change
from appschemas.database.plan.needed import FOR_CHANGES
from appschemas.database.plan.steps import Step, look_ups_of, steps_of
from appschemas.database.privileges import ObjectKind, Target
from appschemas.exceptions import AppSchemasError
from appschemas.integrity.constraints.look_ups import ONE_SNAPSHOT, refuse_orphans
from appschemas.integrity.constraints.marks import bearer, looked_up, not_looked_up
from appschemas.integrity.references import KeyConstraint

# How many keys are read in one go: each goes with a snapshot that keeps vacuum waiting.
BATCH: Final = 100_000
ROUNDS: Final = 3


@dataclass
class Stepwise:
    """One run.

    Attributes:
        connection: The administrator's, idle and in autocommit mode.
        contract: The schemas of this database and no others.
        installed: What the models say.
        patience: With locks that others hold.
        progress: Is told after every batch of keys.
        step: Is told what comes next.
        rehearses: Whether nothing is run: `connection` only notes what it would be sent.
        so_far: What a message says of what was changed, where this has changed nothing yet.
        done: What was made so far.
        planned: How many changes the last look has found.
    """

    connection: Connection[Any]
    contract: Contract
    installed: ModelState
    patience: Patience
    progress: KeysProgress | None = None
    step: StepProgress = silent
    rehearses: bool = False
    so_far: str = NOTHING_CHANGED
    done: list[Change] = field(default_factory=list)
    planned: int = 0
    _login: Login = field(init=False)
    _before: int = 0

    def run(self) -> None:
        """Change what is to change, and look again until nothing is left to do.

        Raises:
            LockNotGranted: somebody held a lock for longer than patience lasts.
            AppSchemasError: the server, or the rows, do not allow a change.
        """
        self._login = read_login(self.connection)
        for _ in range(ROUNDS):
            self._before, self.planned = len(self.done), 0
            rest, look_ups = self._in_transaction(self._plan_and_begin)
            for step in rest:
                self._in_transaction(lambda step=step: self._make(step))  # type: ignore[misc]
            self._look_up(look_ups)
            if len(self.done) == self._before or self.rehearses:
                return

    def set_passwords(self, passwords: Mapping[str, str]) -> None:
        """Give login roles their passwords."""
        if passwords:
            with self.connection.transaction():
                self.done += set_passwords(self.connection, passwords)

    # Private
    # -------

    @property
    def _so_far(self) -> str:
        if not self.done:
            return self.so_far
        return (
            f"{len(self.done)} of {max(self._before + self.planned, len(self.done))} changes were "
            "made, and stay; the next run goes on from there."
        )

    def _in_transaction(self, work: Callable[[], Any]) -> Any:
        return retried(self.connection, work, self.patience, self._so_far)

    def _plan_and_begin(self) -> tuple[list[Step], list[Change]]:
        """Look, where nobody else applies, and make the first step."""
        membership = self._membership()
        self.step("Reading the catalog")
        actual = read_catalog(self.connection, self.contract, self.installed, FOR_CHANGES)
        self.step("Comparing it with the contract and the models")
        changes = plan_of(self.contract, self.installed, actual).changes
        self.planned = len(changes)
        refuse_repeats(changes, self.done, self._login, self._so_far)
        membership.require_createrole(changes)
        steps, look_ups = list(steps_of(changes)), look_ups_of(changes)
        self._mark(look_ups, actual, membership)
        if steps:
            self._send(steps[0], membership)
        membership.revoke()
        self._count(steps[:1])
        return steps[1:], look_ups

    def _make(self, step: Step) -> None:
        membership = self._membership()
        self._send(step, membership)
        membership.revoke()
        self._count([step])

    def _membership(self) -> TemporaryMembership:
        membership = TemporaryMembership(self.connection, self.contract, self._login, self._so_far)
        with explained("the lock that keeps two applies apart", self._login, self._so_far):
            hold_apply_lock(self.connection, self.contract, self._login, membership)
        return membership

    def _send(self, step: Step, membership: TemporaryMembership) -> None:
        # A role that a change makes is there for those after it.
        parts = [(each, each.statements) for each in step.changes]
        if len(parts) == 1:
            parts = [(step.changes[0], step.statements)]
        for number, (change, statements) in enumerate(parts, len(self.done) + 1):
            self.step(f"{number} of {self._before + self.planned}: {change.text}")
            membership.grant({each.role for each in statements} - {""}, change.acting_as)
            send(self.connection, statements, change.with_locks, self._login, self._so_far)
        if step.constraint is not None:
            self._comment(not_looked_up, step.constraint, membership)

    def _count(self, steps: Iterable[Step]) -> None:
        self.done += [change for step in steps if step.ends for change in step.changes]

    def _mark(
        self, look_ups: list[Change], actual: CatalogState, membership: TemporaryMembership
    ) -> None:
        """Remember what is to be looked up before anything else is committed."""
        for change in look_ups:
            constraint = _constraint_of(change)
            schema, name = bearer(constraint)
            target = Target(ObjectKind.FUNCTION, schema, name)
            if actual.owners.get(target) == self.contract[constraint.referenced_schema].keys:
                self._comment(not_looked_up, constraint, membership)

    def _comment(
        self, mark: Any, constraint: KeyConstraint, membership: TemporaryMembership
    ) -> None:
        statements = list(mark(constraint, self.contract))
        membership.grant({each.role for each in statements})
        what = f"say whether the keys of {constraint.schema}.{constraint.table} were looked up"
        send(self.connection, statements, what, self._login, self._so_far)

    def _look_up(self, look_ups: list[Change]) -> None:
        """Read every key of the checks; the rows that are no good keep none of the others waiting.

        Raises:
            AppSchemasError: some are; the message names all of them.
        """
        refused: list[str] = []
        for change in look_ups:
            constraint = _constraint_of(change)
            if self.rehearses:
                self._look_up_at_once(constraint)
                continue
            found = list(
                orphans(
                    self.connection,
                    self.contract,
                    (constraint,),
                    self._act_as,
                    progress=self.progress,
                    batch=BATCH,
                )
            )
            refused += [f"{change.text} ({each.text}); {each.hint}" for each in found]
            if not found:
                self._in_transaction(lambda each=constraint: self._looked_up(each))  # type: ignore[misc]
                self.done.append(change)
        if refused:
            raise AppSchemasError(
                f"The rows do not allow it: {'. '.join(refused)}. Their checks are installed, and "
                "refuse more of them; until these rows are mended, schema_verify names the keys as "
                "not looked up. Then run it again."
            )

    def _look_up_at_once(self, constraint: KeyConstraint) -> None:
        """In one statement what is otherwise done in batches."""
        membership = TemporaryMembership(self.connection, self.contract, self._login, self._so_far)
        statements = list(refuse_orphans(constraint, self.contract))
        with self.connection.transaction():
            self.connection.execute(ONE_SNAPSHOT)
            membership.grant({each.role for each in statements})
            send(self.connection, statements, "look up every key", self._login, self._so_far)
            self._comment(looked_up, constraint, membership)
            membership.revoke()

    def _looked_up(self, constraint: KeyConstraint) -> None:
        membership = TemporaryMembership(self.connection, self.contract, self._login, self._so_far)
        self._comment(looked_up, constraint, membership)
        membership.revoke()

    def _act_as(self, roles: Set[str]) -> None:
        TemporaryMembership(self.connection, self.contract, self._login, self._so_far).grant(roles)


def refuse_repeats(
    changes: Iterable[Change], done: Iterable[Change], login: Login, so_far: str = NOTHING_CHANGED
) -> None:
    """Refuse to do again what was done before, and has changed nothing.

    Raises:
        AppSchemasError: naming the changes.
    """
    if again := {str(change) for change in changes} & {str(change) for change in done}:
        raise AppSchemasError(
            f"{login.name!r} may not do this, and PostgreSQL only warns of it: "
            f"{'; '.join(sorted(again))}. {so_far} Apply as a superuser or as the "
            "owner of the object."
        )


# Private
# -------


def _constraint_of(change: Change) -> KeyConstraint:
    assert change.constraint is not None  # noqa: S101 - what looks up has one
    return change.constraint
