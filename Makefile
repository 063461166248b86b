# make run, make test, and the few other things people do. Every target sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TRAINER := $(VENV)/.trainer
DATA ?= ../shared/language-data

.PHONY: test check lint types bench train accuracy clean

$(READY): requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	touch $@

$(TRAINER): $(READY) requirements-train.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-train.txt
	touch $@

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

check: lint types test

# Speed and memory; outside the tests because machines differ.
bench: $(READY)
	$(BIN)/python -m pytest tests/benchmarks --benchmark-only --override-ini "addopts=--import-mode=importlib"

# Train the English pipeline again from a folder of data: make train DATA=folder
train: $(TRAINER)
	$(BIN)/python -m quizapp.language.training $(DATA)

# The figures of the model card: make accuracy DATA=folder
accuracy: $(READY)
	$(BIN)/python -m quizapp.language.accuracy $(DATA)

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
