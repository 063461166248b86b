# make run, make test, and the few other things people do. Every target sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TRAINER := $(VENV)/.trainer
DATA ?= ../shared/language-data
PORT ?= 5000

.PHONY: run serve test check lint types bench train accuracy clean

$(READY): requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	touch $@

$(TRAINER): $(READY) requirements-train.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-train.txt
	touch $@

# The program on this machine: set up, migrated, the bank loaded, its address printed.
run: $(READY)
	$(BIN)/flask prepare
	@echo "quizapp is at http://127.0.0.1:$(PORT) (stop it with Ctrl+C)"
	$(BIN)/flask run --port $(PORT)

# The same under a server for many people.
serve: $(READY)
	$(BIN)/flask prepare
	@echo "quizapp is at http://127.0.0.1:$(PORT) (stop it with Ctrl+C)"
	$(BIN)/gunicorn --workers 2 --threads 4 --bind 127.0.0.1:$(PORT) wsgi:app

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

# Kill the server under load and start it again, on each database, so many times: make crash CRASHES=100
.PHONY: crash load
CRASHES ?= 25
crash: $(READY)
	CRASHES=$(CRASHES) $(BIN)/python -m pytest tests/crash --capture=no

# 200 learners at once, on each database: throughput, waiting times, errors and lost answers.
load: $(READY)
	$(BIN)/python -m tests.benchmarks.load

# Train the English pipeline again from a folder of data: make train DATA=folder
train: $(TRAINER)
	$(BIN)/python -m quizapp.language.training $(DATA)

# The figures of the model card: make accuracy DATA=folder
accuracy: $(READY)
	$(BIN)/python -m quizapp.language.accuracy $(DATA)

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
