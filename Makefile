# Every chore under one word. The first use makes .venv and installs what the word needs.

PYTHON ?= python3
BIN := .venv/bin
REDOCLY := 2.77.0
SPECTRAL := 6.16.3
LINTERS := .tools/redocly-$(REDOCLY)-spectral-$(SPECTRAL)
CONTRACTS := openapi/phone_numbers.yaml ergonomic/wabakit/emulator/control.yaml \
	$(wildcard ergonomic/wabakit/contract/v*)
PYWA := 4.5.0
FACEBOOK_BUSINESS := 26.0.3
PEERS := .tools/pywa-$(PYWA)-facebook_business-$(FACEBOOK_BUSINESS)
SCHEMATHESIS_VERSION := 4.32.5
SCHEMATHESIS := .tools/schemathesis-$(SCHEMATHESIS_VERSION)
TRIALS := $(CURDIR)/tests/schemathesis

# Tools installed in .venv, Node among them, come before the system's; none of them calls home.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1
export REDOCLY_TELEMETRY := off
export REDOCLY_SUPPRESS_UPDATE_NOTICE := true

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup generate contracts compare upstream sync format lint types layers drift contract \
	test soak check demo emulator browser peers schemathesis workflows consumers bench build clean

help: ## list these words
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: .venv/dev $(LINTERS)/done ## install everything that the other words need

generate: .venv/dev ## remake generated/wabakit_graph and _contract.py from openapi/
	$(BIN)/python ergonomic/generate.py
	$(BIN)/python ergonomic/derive.py
	$(BIN)/python ergonomic/versions.py

contracts: generate ## remake the contract of each Graph version, and all else that comes from openapi/

compare: .venv/dev $(LINTERS)/done ## what changes between two versions (FROM=v23.0 TO=v24.0)
	@$(BIN)/python ergonomic/compare.py $(LINTERS)/node_modules/.bin/redocly $(FROM) $(TO)

upstream: .venv/test ## our contract against Meta's own file (FILE=meta.yaml, RECORD=1: keep what it has)
	@$(BIN)/python ergonomic/upstream.py $(FILE) $(or $(NOTES),openapi/upstream.yaml) $(if $(RECORD),--record)

sync: .venv/dev ## remake ergonomic/wabakit/_sync from _async
	$(BIN)/python ergonomic/unasync.py

format: .venv/dev ## sort imports and lay out the code
	$(BIN)/ruff check --fix --quiet --select I .
	$(BIN)/ruff format .

lint: .venv/dev ## style and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev ## mypy and pyright, both strict, and the typing examples
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/python tests/typing/check.py

layers: .venv/dev ## who may import whom
	$(BIN)/lint-imports --no-logo

drift: .venv/dev ## made files are what would be made now
	$(BIN)/python ergonomic/generate.py --check
	$(BIN)/python ergonomic/derive.py --check
	$(BIN)/python ergonomic/versions.py --check
	$(BIN)/python ergonomic/unasync.py --check

contract: .venv/dev $(LINTERS)/done ## the three linters of the contract and of the emulator's control routes
	$(BIN)/openapi-spec-validator $(CONTRACTS)
	$(LINTERS)/node_modules/.bin/redocly lint --config openapi/redocly.yaml --extends recommended-strict $(CONTRACTS)
	$(LINTERS)/node_modules/.bin/spectral lint --fail-severity hint --ruleset openapi/.spectral.yaml $(CONTRACTS)

test: .venv/test ## the tests
	$(BIN)/python -m pytest

soak: .venv/test ## the client under every kind of fault, at random (STEPS=1000000 SEED=11)
	$(BIN)/python -m tests.soak --steps $(or $(STEPS),10000) --seed $(or $(SEED),7)

check: lint types layers drift contract soak ## all of lint, types, layers, drift, contract, soak

demo: .venv/run ## watch a number go from added to registered (ASYNC=1: with AsyncClient)
	@$(BIN)/python ergonomic/demo.py $(if $(ASYNC),--async)

emulator: .venv/test ## a local Graph on a port, with a page to watch it (OPTIONS=--demo)
	@$(BIN)/python -m wabakit.emulator $(OPTIONS)

browser: .venv/test ## the emulator's page, in Debian's chromium
	$(BIN)/python -m pytest tests/page/walk.py

peers: .venv/test $(PEERS)/done ## other people's clients against the emulator
	$(BIN)/python -m wabakit.emulator exec -- $(PEERS)/bin/python -W error::ResourceWarning tests/peers/walk.py

schemathesis: .venv/test $(SCHEMATHESIS)/done ## the contract's properties, fuzzed against the emulator
	cd $(SCHEMATHESIS) && python -m wabakit.emulator exec --strict --seed $(TRIALS)/seed.json -- \
		bin/schemathesis --config-file $(TRIALS)/schemathesis.toml run $(CURDIR)/openapi/phone_numbers.yaml

workflows: .venv/test $(LINTERS)/done ## the contract's workflows, run against the emulator
	$(LINTERS)/node_modules/.bin/redocly lint --config openapi/redocly.yaml --extends recommended-strict \
		openapi/workflows/*.arazzo.yaml
	REDOCLY=$(CURDIR)/$(LINTERS)/node_modules/.bin/redocly \
		$(BIN)/python -m wabakit.emulator exec --strict -- openapi/workflows/run.sh

consumers: .venv/test ## clients in other languages against the emulator (REQUIRE=all: skip none)
	@REQUIRE=$(REQUIRE) tests/consumers/run

bench: .venv/test ## how fast, against plain httpx
	$(BIN)/python -m tests.bench

build: .venv/dev ## the wheel and the source archive, into dist/
	$(BIN)/hatchling build

clean: ## remove the environment, installed tools, caches and builds
	rm -rf .venv .tools .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: one for each set of dependencies that pyproject.toml names, the larger covering the smaller.
.venv/test: EXTRA := [test]
.venv/test: COVERED := .venv/run
.venv/dev: EXTRA := [dev]
.venv/dev: COVERED := .venv/run .venv/test
.venv/run .venv/test .venv/dev: pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; v >= (3, 11) or sys.exit("wabakit needs Python 3.11 or newer; $(PYTHON) is %d.%d. Name another one: make PYTHON=python3.12" % v)'
	@test -x $(BIN)/python || { echo "Making .venv"; $(PYTHON) -m venv .venv; }
	@echo "Installing wabakit$(EXTRA)"
	@$(BIN)/python -m pip install --quiet --editable '.$(EXTRA)'
	@touch $@ $(COVERED)

$(LINTERS)/done: | .venv/dev
	@echo "Installing the contract linters"
	@rm -rf $(@D) && mkdir -p $(@D)
	@$(BIN)/npm install --prefix $(@D) --no-save --no-package-lock --ignore-scripts --no-audit --no-fund \
		--loglevel=error @redocly/cli@$(REDOCLY) @stoplight/spectral-cli@$(SPECTRAL)
	@touch $@

$(PEERS)/done:
	@echo "Installing pywa and facebook_business"
	@$(PYTHON) -m venv --clear $(@D)
	@$(@D)/bin/python -m pip install --quiet pywa==$(PYWA) facebook_business==$(FACEBOOK_BUSINESS)
	@touch $@

$(SCHEMATHESIS)/done:
	@echo "Installing schemathesis"
	@$(PYTHON) -m venv --clear $(@D)
	@$(@D)/bin/python -m pip install --quiet schemathesis==$(SCHEMATHESIS_VERSION)
	@touch $@
