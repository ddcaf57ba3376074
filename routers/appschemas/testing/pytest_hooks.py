"""Pytest's private API that the plugin builds on."""

from __future__ import annotations

from typing import Final

from appschemas.backend.hooks.hook import Hook

_CONFIG: Final = "_pytest.config:Config"

HOOKS: Final = (
    # What a command line says before conftest files are loaded, and with them the settings.
    Hook(_CONFIG, "known_args_namespace", set_by="parse"),
    Hook(_CONFIG, "args_source", set_by="parse"),
    Hook("_pytest.config:Config.ArgsSource", "ARGS"),
    Hook(
        "_pytest.config:PytestPluginManager",
        "import_plugin",
        takes="self, modname, consider_entry_points",
        called_by=("_import_plugin_specs",),
    ),
    Hook("_pytest.fixtures:FixtureRequest", "_pyfuncitem", set_by="__init__"),
    Hook("_pytest.terminal:TerminalReporter", "stats", set_by="__init__"),
)
