# Each target does its own set-up: make and Python 3.11, 3.12 or 3.13 are all it needs.
#
#   make up       a database with every schema, role, grant and table, and this repository's history in it
#   make test     lint, a PostgreSQL of its own, the tests
#   make test-long  10,000 random programs per flavour of the check, over foreign keys and identity keys
#   make bench    what keys and sessions cost, as ratios: the tables and plots of docs/benchmarks.md
#   make django-suite   Django's own tests on its backend and on ours, and the difference
#   make down     stop the server that `make up` started
#   make clean    remove all that the other targets made
#   make venv | lint | wheel | lock
#
# DATABASE_URL names a server to use; without it the project starts its own.
# DJANGO=60 takes Django 6.0; PYTHON=/path/to/python3.12 takes another Python than the first one found.

.DEFAULT_GOAL := up
.PHONY: up test test-long bench django-suite down clean venv lint wheel lock
.DELETE_ON_ERROR:

DJANGO ?= 52
LOCK := requirements/django$(DJANGO).txt
VENV ?= $(if $(filter 60,$(DJANGO)),.venv-django60,.venv)
OLDEST := $(if $(filter 60,$(DJANGO)),12,11)
NEEDS := import sys; sys.exit(not (3, $(OLDEST)) <= sys.version_info[:2] < (3, 14))

# A name on the PATH may be a shim of a Python that is not installed, so each is tried.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	if $$name -c '$(NEEDS)' >/dev/null 2>&1; then echo $$name; break; fi; done)
VERSION := $(if $(PYTHON),$(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null))
STAMP := $(VENV)/installed-$(VERSION)

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
export PIP_ROOT_USER_ACTION := ignore

up: venv
	@$(BIN)/python -m config.up

down: venv
	@$(BIN)/python -m config.server stop

# Two projects are tested on one server: the engine on tiny apps, then the reference project, whole
# and each of its apps alone. pytest is the last to print; the server is stopped whatever it says.
test: lint
	@$(BIN)/python -m config.server run -- sh -c 'failed=0; \
	  $(BIN)/pytest -n 2 --ds=engine_settings tests/engine $(ARGS) || failed=1; \
	  $(BIN)/pytest -n 2 $(ARGS) || failed=1; \
	  $(BIN)/pytest -n 2 --schemas-each || failed=1; \
	  exit $$failed'

# Programs end over an identity key as over a foreign key: 10,000 for each flavour, mode and type.
test-long: venv
	@$(BIN)/python -m config.server run -- \
	  $(BIN)/pytest -n 2 --ds=engine_settings --hypothesis-profile=long \
	  tests/engine/integrity/test_differential_random.py $(ARGS)

# ONLY=keys measures one section. On a server of its own, if DATABASE_URL names none.
# It writes docs/benchmarks.md; the plots need more than the tests do.
bench: $(VENV)/bench
	@$(BIN)/python -m config.server run -- $(BIN)/python -m benchmarks $(if $(ONLY),--only $(ONLY)) $(ARGS)

# Django's source distribution is fetched once. ARGS names modules; without, those that matter run.
django-suite: venv
	@$(BIN)/python -m config.server run -- $(BIN)/python -m tests.django_suite $(ARGS)

lint: venv
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo "Not formatted; run: $(BIN)/ruff format ." >&2; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-cache

wheel: venv
	@rm -rf build dist
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist . >dist.log 2>&1 || { cat dist.log >&2; rm -f dist.log; exit 1; }
	@rm -rf build dist.log
	@ls dist/*.whl

venv: $(VENV)/project

# The project itself: its metadata, and its source roots on the path.
$(VENV)/project: $(STAMP) pyproject.toml
	@$(PIP) install --no-deps --no-index --no-build-isolation -e .
	@$(BIN)/python -c 'import pathlib, site; pathlib.Path(site.getsitepackages()[0], "reference_project.pth").write_text("$(CURDIR)\n$(CURDIR)/schemas\n")'
	@touch $@

$(STAMP): $(LOCK)
	@$(if $(PYTHON),:,echo "No Python 3.$(OLDEST) to 3.13 found; pass one as PYTHON=/path/to/python3." >&2; exit 1)
	@$(PYTHON) -c '$(NEEDS)' 2>/dev/null || { echo "$(PYTHON) is no Python 3.$(OLDEST) to 3.13." >&2; exit 1; }
	@echo "Installing $(LOCK) with Python $(VERSION) into $(VENV)"
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r $(LOCK)
	@touch $@

$(VENV)/bench: $(VENV)/project requirements/bench.txt
	@$(PIP) install --require-hashes -r requirements/bench.txt
	@touch $@

$(LOCK):
	@echo "There is no $(LOCK); DJANGO is 52 or 60." >&2; exit 1

# uv is only needed to write the locks, so it is in none of them.
lock: venv
	@$(PYTHON) -m venv .local/uv
	@.local/uv/bin/python -m pip -qq --disable-pip-version-check install uv
	@set -e; for lock in 52:3.11 60:3.12; do \
	  .local/uv/bin/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-header \
	    --python-version $${lock#*:} requirements/django$${lock%:*}.in -o requirements/django$${lock%:*}.txt; done
	@.local/uv/bin/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 requirements/bench.in -o requirements/bench.txt
	@! grep -nE '://|--(extra-)?index|--find-links' requirements/*.txt

clean:
	@if [ -x $(BIN)/python ]; then $(BIN)/python -m config.server stop --quiet; fi
	@rm -rf .local .venv .venv-django60 build dist routers/*.egg-info
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
