"""Runs: one at a time in a group, and what is recorded of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from boost_collector_runner import selectors, services
from tests.tools.project.racing import elsewhere, raced, wait_for_end

ALIAS = "boost_collector_runner"
database = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)


def lock(group_id: str) -> bool:
    with services.single_flight(group_id=group_id):
        return True


@database
def test_a_second_session_is_refused_while_the_first_holds_the_group() -> None:
    with services.single_flight(group_id="daily"):
        with pytest.raises(services.AlreadyRunning, match="'daily' is running already"):
            elsewhere(lambda: lock("daily"))
        assert elsewhere(lambda: lock("weekly"))

    assert elsewhere(lambda: lock("daily"))


@database
def test_a_run_inside_of_a_run_of_its_group_is_refused() -> None:
    with services.single_flight(group_id="daily"):
        with pytest.raises(services.AlreadyRunning):
            lock("daily")
        # The refusal has not given back the lock of the run around it.
        with pytest.raises(services.AlreadyRunning):
            elsewhere(lambda: lock("daily"))


@database
def test_the_lock_is_given_back_when_the_run_fails() -> None:
    with pytest.raises(ZeroDivisionError), services.single_flight(group_id="daily"):
        1 / 0  # noqa: B018

    assert elsewhere(lambda: lock("daily"))


@concurrent
def test_the_lock_goes_with_the_connection(caplog: pytest.LogCaptureFixture) -> None:
    def next_run(lost: int) -> bool:
        wait_for_end(lost, using=ALIAS)
        return lock("daily")

    def lost() -> bool:
        with services.single_flight(group_id="daily"):
            pid = connections[ALIAS].connection.info.backend_pid
            connections.close_all()
            return elsewhere(lambda: next_run(pid))

    assert elsewhere(lost)
    assert "The connection was lost" in caplog.text


@database
def test_a_failure_leaves_the_last_success_as_it_was() -> None:
    services.record_run(group_id="daily", exit_code=0)
    services.record_run(group_id="daily", exit_code=3)

    status = selectors.status_of(group_id="daily")

    assert status is not None
    assert status.last_exit_code == 3
    assert status.last_success_at < status.last_failure_at == status.last_run_at
    assert [each.pk for each in selectors.failing_groups()] == ["daily"]


@concurrent
def test_two_sessions_that_record_the_first_run_make_one_row() -> None:
    raced(
        lambda: services.record_run(group_id="daily", exit_code=0),
        lambda: services.record_run(group_id="daily", exit_code=1),
        using=ALIAS,
    )

    status = selectors.status_of(group_id="daily")

    assert status is not None
    assert status.last_exit_code == 1
    assert status.last_success_at is not None


@database
def test_a_group_runs_all_its_commands_and_records_the_first_failure(
    settings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dump = tmp_path / "dump.json"
    settings.COLLECTOR_GROUPS = {
        "daily": [
            ["loaddata", str(tmp_path / "none.json")],
            ["dumpdata", "boost_collector_runner", "--output", str(dump)],
        ]
    }

    with pytest.raises(CommandError, match="'daily' failed") as refused:
        call_command("run_group", "daily")

    status = selectors.status_of(group_id="daily")
    assert refused.value.returncode == 1
    assert status is not None
    assert status.last_exit_code == 1
    assert dump.exists()
    assert "loaddata: exit code 1\n" in capsys.readouterr().out


@database
def test_a_group_that_runs_already_is_refused_and_nothing_recorded(settings: Any) -> None:
    settings.COLLECTOR_GROUPS = {"daily": []}

    with services.single_flight(group_id="daily"), pytest.raises(CommandError) as refused:
        call_command("run_group", "daily")

    assert refused.value.returncode == 75
    assert selectors.status_of(group_id="daily") is None


def test_a_group_that_no_setting_names_is_refused_with_those_that_are(settings: Any) -> None:
    settings.COLLECTOR_GROUPS = {"daily": [], "weekly": []}

    with pytest.raises(CommandError, match=r"No collector group 'hourly'; .*: daily, weekly\."):
        call_command("run_group", "hourly")
