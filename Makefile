# make run    set everything up and open the coach (without a terminal: judge the bundled spoken answer)
# make test   set up what the tests need and run all of them, real engines, microphone and terminal included
#             (SELECT="-m real" narrows it to those)
# make check  before a commit: format, lint, types, import contracts, fast tests
VENV ?= .venv
export VENV
export COACH_TEST_MINILM ?= $(CURDIR)/.coach/models/embedding/minilm

.PHONY: run test check setup setup-test format lint types imports fast-tests clean

run: setup
	@$(VENV)/bin/coach

test: setup-test
	$(VENV)/bin/pytest $(SELECT)

check: setup-test lint types imports fast-tests

setup:
	@scripts/setup.sh run

setup-test:
	@scripts/setup.sh test

format: setup-test
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

lint:
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .

types:
	$(VENV)/bin/mypy

imports:
	$(VENV)/bin/lint-imports

fast-tests:
	$(VENV)/bin/pytest -n auto -m "not real"

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache build dist
