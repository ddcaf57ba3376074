"""How many programs a test makes up, and what is no test of this project's."""

from __future__ import annotations

from hypothesis import settings

# Tests of public projects, which run in environments of their own: make test-projects.
collect_ignore = ["projects"]
# Programs per test; `make test-long` asks for the other profile.
settings.register_profile("bounded", max_examples=100, deadline=None)
settings.register_profile("long", max_examples=10_000, deadline=None)
settings.load_profile("bounded")
