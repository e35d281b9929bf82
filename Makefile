# Every command sets up what it needs first. `make help` lists them.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
# More for pytest, for example: make test ARGS="tests/services -x"
ARGS ?=
# Several tests at once, for a quick look: make test AT_ONCE="-n auto". Not for CI: the order then
# mixes tests with and without windows, and Python's collector once met a window on another thread.
AT_ONCE ?=
# To measure which lines and branches the tests reach: make test COVERAGE=1
COVERAGE ?=
MEASURED := $(if $(COVERAGE),--cov --cov-report=,)
# The parts where a line or branch no test reaches is a failure.
WHOLLY_TESTED := src/hgkm_desktop/models/*,src/hgkm_desktop/services/*,src/hgkm_desktop/db.py
WHOLLY_TESTED := $(WHOLLY_TESTED),src/hgkm_desktop/vault/*,src/hgkm_desktop/handouts/*
WHOLLY_TESTED := $(WHOLLY_TESTED),src/hgkm_desktop/sheets/*,src/hgkm_desktop/rules/*
LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11
LOCK += --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate
.DEFAULT_GOAL := help
.PHONY: help run demo tour test check check-rest coverage style types imports audit
.PHONY: bench drill build assets lock clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' Makefile | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

run: assets ## Open the program (without a screen: make the tour instead)
	@if [[ "$$(uname)" == Linux && -z "$$DISPLAY$$WAYLAND_DISPLAY" ]]; then \
	  echo "There is no screen here: the tour shows the program in pictures instead."; \
	  $(MAKE) --no-print-directory tour; \
	else $(BIN)/python -m hgkm_desktop; fi

demo: assets ## Open the program on generated example data
	$(BIN)/python -m hgkm_desktop demo --size small --open

tour: assets ## Drive the real widgets through the stories; pictures and PDFs in build/tour
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m hgkm_desktop tour --out build/tour
	@echo "The tour is in build/tour."

test: .venv/test.stamp assets ## Run all tests in two lanes, with a real key ring and a virtual screen
	$(BIN)/python tools/lanes.py $(AT_ONCE) $(MEASURED) $(ARGS)

check: ## Run all tests and everything that judges the code
	$(MAKE) --no-print-directory test COVERAGE=1
	$(MAKE) --no-print-directory --keep-going check-rest

check-rest: coverage style types imports audit ## What make check does after the tests

coverage: .venv/test.stamp ## Judge what the last make test COVERAGE=1 reached
	$(BIN)/coverage report --skip-covered --fail-under=100 --include='$(WHOLLY_TESTED)'
	$(BIN)/coverage report --skip-covered --fail-under=90 --include='src/hgkm_desktop/ui/*'

style: .venv/test.stamp ## Lint, and see that everything is formatted
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/test.stamp ## Check the types, strictly
	$(BIN)/pyright

imports: .venv/test.stamp ## Check that imports point one way
	$(BIN)/lint-imports

audit: .venv/test.stamp ## Look for known vulnerabilities in everything the locks name
	$(BIN)/python tools/audit.py requirements-dev.lock

bench: .venv/test.stamp assets ## Measure beside peers, in one run
	$(BIN)/python -m bench $(ARGS)

drill: .venv/test.stamp assets ## Bring a copy back on "another computer" with the paper code alone
	tools/session.sh $(BIN)/python tools/drill.py

build: .venv/build.stamp assets ## Build dist/buurtlogboek, one folder with everything inside
	$(BIN)/pyinstaller --noconfirm --log-level WARN --workpath build/pyinstaller build.spec
	env -i HOME="$$HOME" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen \
	  dist/buurtlogboek/buurtlogboek --selfcheck

assets: .venv/run.stamp ## Make fonts and icons from the installed packages
	@$(BIN)/python tools/assets.py

lock: .venv/test.stamp ## Choose the newest allowed versions anew and write both locks
	$(LOCK) requirements.in -o requirements.lock
	$(LOCK) requirements-dev.in -o requirements-dev.lock

clean: ## Remove what was built; the environment stays
	rm -rf build dist .pytest_cache .ruff_cache .hypothesis .coverage src/hgkm_desktop/resources/built
	find src tests tools -name __pycache__ -prune -exec rm -rf {} +

.venv/run.stamp: requirements.lock pyproject.toml tools/setup.py
	$(PYTHON) tools/setup.py run

.venv/test.stamp: requirements.lock requirements-dev.lock pyproject.toml tools/setup.py
	$(PYTHON) tools/setup.py test

.venv/build.stamp: requirements.lock requirements-dev.lock pyproject.toml tools/setup.py
	$(PYTHON) tools/setup.py build
