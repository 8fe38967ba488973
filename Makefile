# Only Python and make are needed: everything else is installed into .venv from hashed locks.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
DATA ?=
ARTICLE ?=
DEMO := .demo

.DEFAULT_GOAL := help
.PHONY: help setup dev test check eval demo lock bench clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 10

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements/runtime.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/runtime.lock
	$(PIP) --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.runtime
	$(PIP) --require-hashes -r requirements/dev.lock
	touch $@

setup: $(VENV)/.runtime  ## install Sayso into .venv
dev: $(VENV)/.dev  ## install what developing needs as well

test: dev  ## run all tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: dev  ## style, types, layer contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYTHONPATH=src $(BIN)/lint-imports

eval: setup  ## quality against its floors; DATA=folder adds PolNeAR, ARTICLE=file the sample article
	$(BIN)/python -m eval gate $(if $(DATA),--data-folder $(DATA)) $(if $(ARTICLE),--article $(ARTICLE))

demo: setup  ## add the sample coverage, ask about its leader, write a report
	rm -rf $(DEMO) && mkdir $(DEMO)
	$(BIN)/sayso add examples/coverage.jsonl --ledger $(DEMO)/sayso.db
	$(BIN)/sayso about "Corin Vasarel" --ledger $(DEMO)/sayso.db --limit 2
	$(BIN)/sayso report "Corin Vasarel" --ledger $(DEMO)/sayso.db --project examples/sayso.toml --output $(DEMO)/report.html
	@echo && echo "The report is $(DEMO)/report.html: open it in any browser, or print it."
	@echo "The ledger is $(DEMO)/sayso.db; try: $(BIN)/sayso statements --ledger $(DEMO)/sayso.db --source Reyne"

bench:  ## speed and memory, as ratios in one run (its own environment, with spaCy)
	test -x $(VENV)-bench/bin/python || $(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bench/requirements.lock
	PYTHONPATH=src:. $(VENV)-bench/bin/python -m bench $(if $(DATA),--data $(DATA))

lock:  ## renew the locks
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra report --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --quiet -o requirements/runtime.lock requirements/build.in
	$(BIN)/uv pip compile pyproject.toml --extra report --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --quiet -o requirements/dev.lock requirements/build.in

clean:  ## remove what was built
	rm -rf $(VENV) $(DEMO) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
