# Each target does its own set-up: make and Python 3.11 or later are all it needs.
#
#   make up       a database with every schema, role, grant and table, and this repository's history in it
#   make demo     the same, and its admin, map and dashboard served at http://127.0.0.1:8000
#   make test     lint, a PostgreSQL of its own, the tests
#   make test-matrix  the tests on every Django and every PostgreSQL: the oldest together, the newest together
#   make wall     what each role may do in each schema of CONTRACT, tried for real
#   make test-long  10,000 random programs per flavour of the check, over foreign keys and identity keys;
#                   2,000 random sequences of changes by hand, named and mended; 3,000 random queries over both;
#                   1,000 random deletions through Django;
#                   a standby of PostgreSQL's own, asked as a replica; sql/ killed at each of its statements;
#                   the split of an odd project
#   make bench    what keys and sessions cost, as ratios: the tables and plots of docs/benchmarks.md
#   make demo-split  the 14 apps in one schema, split while their old code runs, put back, split again
#   make test-ci  the files of ci/, each step run as GitHub or GitLab would
#   make docs     the documentation as a site, with search; a dead link stops it
#   make django-suite   Django's own tests on its backend and on ours, and the difference
#   make test-projects  public projects from the package index, before and in schemas
#   make test-libraries  REST framework, django-filter, histories and others, with identity keys
#   make test-browser  the pages that commands write, opened, clicked and searched in chromium
#   make pages    build the programs of these pages from pages/ into the package
#   make down     stop the server that `make up` started
#   make clean    remove all that the other targets made
#   make venv | lint | lint-sql | wheel | lock
#
# DATABASE_URL names a server to use; without it the project starts its own, and POSTGRES=15, 16 or 17 takes
# another PostgreSQL than 18. DJANGO=60 or 61 takes Django 6.0 or 6.1; DJANGO=lowest takes the oldest of
# everything that the metadata allows. PYTHON=/path/to/python3.12 takes another Python than the newest found.

.DEFAULT_GOAL := up
.PHONY: demo docs test-ci demo-split pages test-browser lint-sql up test test-matrix wall test-long bench django-suite test-projects test-libraries libraries down clean venv lint wheel lock
.DELETE_ON_ERROR:

DJANGO ?= 52
SET := $(if $(filter lowest libraries,$(DJANGO)),$(DJANGO),django$(DJANGO))
LOCK := requirements/$(SET).txt
VENV ?= $(if $(filter 52,$(DJANGO)),.venv,.venv-$(SET))

# Django and PostgreSQL, for test-matrix: each at least once.
MATRIX ?= lowest:15 52:16 60:17 61:18

# A name on the PATH may be a shim of a Python that is not installed, and a release to come has no wheels,
# so each is tried: those on the PATH, then pyenv's, the newest first; for the lowest versions, the oldest.
OLDEST := $(if $(filter 60 61,$(DJANGO)),12,11)
NEEDS := import sys; sys.exit(not ((3, $(OLDEST)) <= sys.version_info and sys.version_info.releaselevel == "final"))
ifndef PYTHON
PYTHON := $(shell \
	sorted() { sed -n 's,^\(.*python3\.\([0-9][0-9]*\)\)$$,\2 \1,p' | sort -u -k1,1$(if $(filter lowest,$(DJANGO)),n,nr) -k2 | cut -d ' ' -f 2-; }; \
	{ echo "$$PATH" | tr : '\n' | while read -r folder; do ls "$$folder" 2>/dev/null; done | sorted; echo python3; \
	  ls -d "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/*/bin/python3.* 2>/dev/null | sorted; } | \
	while read -r name; do if "$$name" -c '$(NEEDS)' >/dev/null 2>&1; then echo "$$name"; break; fi; done)
endif
VERSION := $(if $(PYTHON),$(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null))
STAMP := $(VENV)/installed-$(VERSION)

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
export PIP_ROOT_USER_ACTION := ignore
# pip is silent, and long: a dot every five seconds says that it goes on. What nobody imports is not compiled.
saying = { while sleep 5; do printf .; done & } ; dots=$$!; $(1); code=$$?; kill $$dots 2>/dev/null; printf '\n'; exit $$code

up: venv
	@$(BIN)/python -m config.up

# The admin, the map and the dashboard of what `make up` made, until Ctrl-C.
demo: up
	@DJANGO_DEBUG=1 $(BIN)/python manage.py runserver $(ARGS)

down: venv
	@$(BIN)/python -m config.server stop

# Three projects are tested on one server: the engine on tiny apps, the twins, which hold the same rows by
# foreign keys and by identity keys, and the reference project, whole and each of its apps alone. pytest is the last to print; the server is stopped whatever it says.
# Types are checked against today's libraries: what the lowest versions say of themselves is of no use.
# A worker has half of the tests in their order, so that what a module shares is made once, and the one
# that is done first takes of the other's.
RUN = $(BIN)/pytest -n 2 --dist worksteal
test: $(if $(filter lowest,$(DJANGO)),venv,lint)
	@$(BIN)/python -m config.server run -- sh -c 'failed=0; \
	  $(RUN) --ds=engine_settings tests/engine $(ARGS) || failed=1; \
	  $(RUN) --ds=twins_settings tests/twins $(ARGS) || failed=1; \
	  $(RUN) $(ARGS) || failed=1; \
	  $(BIN)/pytest -n 2 --schemas-each || failed=1; \
	  exit $$failed'

# Each combination has a virtual environment and a server of its own; all of them run, whatever one says.
test-matrix:
	@failed=; for pair in $(MATRIX); do \
	  echo "Django $${pair%:*}, PostgreSQL $${pair#*:}"; \
	  $(MAKE) --no-print-directory test DJANGO=$${pair%:*} POSTGRES=$${pair#*:} || failed="$$failed $$pair"; \
	done; \
	if [ -n "$$failed" ]; then echo "These failed:$$failed" >&2; exit 1; fi

# Roles are the server's: a server of its own, and nothing on it but what the contract says.
CONTRACT ?= config/schemas.toml
wall: venv
	@$(BIN)/python -m config.server run -- sh -c \
	  '$(BIN)/python -m tests.wall $(CONTRACT) --server "$$DATABASE_URL" $(ARGS)'

# Programs end over an identity key as over a foreign key: 10,000 for each flavour, mode and type.
test-long: venv
	@$(BIN)/python -m config.server run -- sh -c 'failed=0; \
	  $(BIN)/pytest -n 2 --ds=engine_settings --hypothesis-profile=long \
	  tests/engine/integrity/test_differential_random.py tests/engine/database/test_hand_made_changes.py \
	    tests/engine/patches/test_deletion_differential.py \
	    tests/engine/provisioning/psql/test_killed.py $(ARGS) || failed=1; \
	  $(BIN)/pytest -n 2 --ds=twins_settings --hypothesis-profile=long tests/twins/test_lookups.py $(ARGS) || failed=1; \
	  $(BIN)/pytest -n 0 --ds=engine_settings tests/standby tests/long $(ARGS) || failed=1; \
	  exit $$failed'

# ONLY=keys measures one section. On a server of its own, if DATABASE_URL names none.
# It writes docs/benchmarks.md; the plots need more than the tests do.
bench: $(VENV)/bench
	@$(BIN)/python -m config.server run -- $(BIN)/python -m benchmarks $(if $(ONLY),--only $(ONLY)) $(ARGS)

# On a server of its own: the roles of the contract are nobody else's there.
demo-split: venv
	@$(BIN)/python -m config.server run -- $(BIN)/python -m benchmarks.demo_split

# Django's source distribution is fetched once. ARGS names modules; without, those that matter run.
django-suite: venv
	@$(BIN)/python -m config.server run -- $(BIN)/python -m tests.django_suite $(ARGS)

# Source distributions are fetched once, into .local. ARGS names projects, or is --no-tests; with
# --split their database is made in one schema and split in place, with --convert their code is converted, too.
test-projects: venv
	@$(BIN)/python -m tests.projects $(ARGS)

# Node.js, npm and a chromium are needed for the pages, and by nothing else. ARGS="--pictures FOLDER" keeps screenshots.
test-browser: venv pages/node_modules
	@cd pages && node build.mjs --check
	@$(BIN)/python -m config.server run -- $(BIN)/python -m tests.browser $(ARGS)

# The files of ci/, step by step in clean folders, with a server of their own.
test-ci: $(VENV)/docs
	@$(BIN)/python -m config.server run -- $(BIN)/python -m tests.ci

pages: pages/node_modules
	@cd pages && node build.mjs

pages/node_modules: pages/package-lock.json
	@npm --prefix pages ci --no-audit --no-fund --silent
	@touch $@

# Libraries that people use beside Django have a virtual environment of their own.
test-libraries:
	@$(MAKE) --no-print-directory DJANGO=libraries libraries

libraries: venv
	@$(BIN)/python -m config.server run -- $(BIN)/pytest -n 2 --ds=libraries_settings tests/libraries $(ARGS)

lint: venv
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo "Not formatted; run: $(BIN)/ruff format ." >&2; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-cache

# squawk reads sql/ and the SQL of each migration; .squawk.toml says what it passes over, and why.
lint-sql: $(VENV)/squawk
	@$(BIN)/python -m config.server run -- $(BIN)/python -m tests.sql_lint

# The site of the documentation, into .local/site; a link that leads nowhere stops it. ARGS="serve" shows it while one writes.
docs: $(VENV)/docs
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs $(if $(ARGS),$(ARGS),build --strict --quiet)
	@echo ".local/site/index.html"

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
	@$(if $(PYTHON),:,echo "No Python 3.$(OLDEST) or later found; pass one as PYTHON=/path/to/python3." >&2; exit 1)
	@$(PYTHON) -c '$(NEEDS)' 2>/dev/null || { echo "$(PYTHON) is no released Python 3.$(OLDEST) or later." >&2; exit 1; }
	@echo "Installing $(LOCK) with Python $(VERSION) into $(VENV)"
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@$(call saying,$(PIP) install --no-compile --require-hashes -r $(LOCK))
	@touch $@

$(VENV)/bench: $(VENV)/project requirements/bench.txt
	@$(PIP) install --require-hashes -r requirements/bench.txt
	@touch $@

$(VENV)/docs: $(VENV)/project requirements/docs.txt
	@$(PIP) install --require-hashes -r requirements/docs.txt
	@touch $@

$(VENV)/squawk: $(VENV)/project requirements/squawk.txt
	@$(PIP) install --require-hashes -r requirements/squawk.txt
	@touch $@

$(LOCK):
	@echo "There is no $(LOCK); DJANGO is 52, 60, 61, lowest or libraries." >&2; exit 1

# uv is only needed to write the locks, so it is in none of them. The lowest versions are those of the
# metadata alone: what it needs is the lowest, and what this repository needs besides is what goes with it.
# PostgreSQL 15 and 16 are named in their package.json, 17 in its .in.
COMPILE = .local/uv/bin/uv pip compile --quiet --upgrade --universal --no-emit-index-url --no-header
lock: venv
	@$(PYTHON) -m venv .local/uv
	@.local/uv/bin/python -m pip -qq --disable-pip-version-check install uv
	@set -e; for lock in 52:3.11 60:3.12 61:3.12; do \
	  $(COMPILE) --generate-hashes --all-extras --python-version $${lock#*:} \
	    pyproject.toml requirements/django$${lock%:*}.in -o requirements/django$${lock%:*}.txt; done
	@$(COMPILE) --no-deps --all-extras --resolution lowest-direct --python-version 3.11 \
	  pyproject.toml -o .local/lowest.txt
	@$(COMPILE) --generate-hashes --all-extras --python-version 3.11 --constraints .local/lowest.txt \
	  pyproject.toml requirements/project.in -o requirements/lowest.txt
	@$(COMPILE) --generate-hashes --all-extras --python-version 3.11 --constraints requirements/django52.txt \
	  pyproject.toml requirements/libraries.in -o requirements/libraries.txt
	@$(COMPILE) --generate-hashes --python-version 3.11 requirements/bench.in -o requirements/bench.txt
	@$(COMPILE) --generate-hashes --python-version 3.11 requirements/docs.in -o requirements/docs.txt
	@$(COMPILE) --generate-hashes --python-version 3.11 requirements/squawk.in -o requirements/squawk.txt
	@$(COMPILE) --generate-hashes --python-version 3.11 requirements/postgresql17.in -o requirements/postgresql17.txt
	@set -e; for version in 15 16; do \
	  npm --prefix requirements/postgresql$$version install --package-lock-only --omit-lockfile-registry-resolved \
	    --no-audit --no-fund --silent; done
	@! grep -nE '://|--(extra-)?index|--find-links' requirements/*.txt requirements/*/package-lock.json pages/package-lock.json

clean:
	@if [ -x $(BIN)/python ]; then $(BIN)/python -m config.server stop --quiet; fi
	@rm -rf .local .venv .venv-* pages/node_modules build dist routers/*.egg-info
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
