# `make run` and `make test` need python3, make and a package index; the rest they set up themselves
# in .venv, and only when it is missing or the locked requirements have changed.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test drill bench check format lock installed installed-dev static

PORT ?= 8000
DATA := $(or $(WGEC_DATA),.data)
PYTHON := .venv/bin/python
CODE := manage.py wgec deliberations tests
TEMPLATES := $(shell find templates -name '*.html')

# Says what it does in one line, and shows the output only of what fails.
STEP := sh -c 'printf "%-12s" "$$1"; shift; if out=$$("$$@" 2>&1); then echo ok; else echo failed; printf "%s\n" "$$out"; exit 1; fi' step

help: ## What there is to make
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-12s %s\n", $$1, $$2}'

run: static ## Serve the WGEC record on http://127.0.0.1:8000 (PORT=...)
	@exec $(PYTHON) manage.py run_local --port $(PORT)

test: check ## Check everything and run all tests (ARGS="..." goes to pytest)
	@$(PYTHON) -m pytest --numprocesses auto --dist worksteal $(ARGS)

drill: installed-dev ## The console against server processes that are killed; five minutes (ARGS=whole: no bound)
	@$(PYTHON) -m tests.drills $(ARGS)

bench: installed-dev ## A thousand readers and twenty decisions a second, then the board of any moment and the search; seven minutes (ARGS="small", "moments", "search"; ARGS=strict: fail where a goal is missed)
	@$(PYTHON) -m tests.bench $(ARGS)

check: installed-dev ## Format, lint, types, templates, migrations, production settings; no tests
	@$(STEP) format $(PYTHON) -m ruff format --check $(CODE)
	@$(STEP) lint $(PYTHON) -m ruff check $(CODE)
	@$(STEP) types $(PYTHON) -m mypy
ifneq ($(TEMPLATES),)
	@$(STEP) templates .venv/bin/djade --target-version 6.1 --check $(TEMPLATES)
	@$(STEP) markup $(PYTHON) -m djlint --quiet $(TEMPLATES)
endif
	@$(STEP) migrations $(PYTHON) manage.py makemigrations --check --dry-run
	@$(STEP) production env WGEC_PRODUCTION=1 ALLOWED_HOSTS=record.example \
		SECRET_KEY="$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(64))')" \
		DATABASE_URL=postgresql://record@db.record.example/record \
		$(PYTHON) manage.py check --deploy --fail-level WARNING

format: installed-dev ## Format and mend what can be mended without a decision
	@$(PYTHON) -m ruff check --quiet --fix $(CODE) || true
	@$(PYTHON) -m ruff format --quiet $(CODE)
ifneq ($(TEMPLATES),)
	@.venv/bin/djade --target-version 6.1 $(TEMPLATES) || true
endif

# What is pinned stays pinned as long as pyproject.toml allows it; ARGS=--upgrade asks for newer.
# pip-compile does not know dependency groups: it gets ours as a list.
COMPILE := CUSTOM_COMPILE_COMMAND='make lock' $(PYTHON) -m piptools compile --quiet \
	--generate-hashes --allow-unsafe --strip-extras --no-annotate \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
lock: installed-dev ## Pin what pyproject.toml asks for, with hashes (ARGS=--upgrade for newer versions)
	@$(COMPILE) $(ARGS) --output-file requirements.txt pyproject.toml
	@$(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' \
		| $(COMPILE) $(ARGS) --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml -

# requirements-dev.txt holds all of requirements.txt, so one who tests need not install to run.
# A copy in .venv tells what is installed: a checkout that only touches the file installs nothing.
INSTALL := $(PYTHON) -m pip --disable-pip-version-check --no-input install -qq \
	--require-hashes --no-deps --only-binary :all: -r
installed: $(PYTHON)
	@cmp -s requirements.txt .venv/requirements.txt || { echo 'Installing requirements.txt' && \
		$(INSTALL) requirements.txt && cp requirements.txt .venv/; }

installed-dev: $(PYTHON)
	@cmp -s requirements-dev.txt .venv/requirements-dev.txt || { echo 'Installing requirements-dev.txt' && \
		$(INSTALL) requirements-dev.txt && cp requirements.txt requirements-dev.txt .venv/; }

# pyenv's python3 fails where the version of .python-version is not installed: look further.
$(PYTHON):
	@for python in python3 python3.13 python3.14 python3.12 /usr/bin/python3; do \
		if $$python -c 'import ensurepip, sys, venv; sys.exit(not (3, 12) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then \
			echo "Making .venv with $$($$python --version)"; \
			exec $$python -m venv --clear .venv; \
		fi; \
	done; \
	echo 'Install Python 3.12, 3.13 or 3.14 with its venv module (Debian, Ubuntu: apt-get install python3 python3-venv).' >&2; \
	exit 1

# The manifest is written last, so it is as old as the whole; where there is none, find complains.
static: installed
	@test -z "$$(find requirements.txt deliberations/static -newer "$(DATA)/static/staticfiles.json" 2>&1)" || \
		$(PYTHON) manage.py collectstatic --no-input --verbosity 0
