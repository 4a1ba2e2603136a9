# Every chore under one word. The first use makes .venv and installs what the word needs. All that make
# installs or caches lies there, and what it makes for others in dist, so that a checkout that cannot be
# written needs VENV=/somewhere and DIST=/elsewhere only.

PYTHON ?= python3
VENV := .venv
DIST := dist
BIN := $(VENV)/bin
TOOLS := $(abspath $(VENV))/tools
CACHE := $(abspath $(VENV))/cache
CACHED := -o cache_dir=$(CACHE)/pytest
REDOCLY := 2.77.0
SPECTRAL := 6.16.3
LINTERS := $(TOOLS)/redocly-$(REDOCLY)-spectral-$(SPECTRAL)
CONTRACTS := $(abspath $(DIST))/contracts
CONTRACT_SOURCES := $(wildcard openapi/*.yaml openapi/*/*.yaml openapi/tools/*.py ergonomic/wabakit/contract/*.py) \
	ergonomic/wabakit/emulator/control.yaml
LINTED := openapi/phone_numbers.yaml ergonomic/wabakit/emulator/control.yaml $(CONTRACTS)/v*
EXTRAS := [cli,emulator,fast,otel,strict]
PIP := pip>=25.1# the first that installs groups; what Python brings may be older
WHEEL_BYTES := 870000
CHECKING := check-wheel-contents==0.6.3 check-jsonschema==0.39.0 twine==7.0.0 zizmor==1.32.0
CHECKED := $(TOOLS)/packages
API := f743d72# the public API may not shrink since; a release takes its place
PYWA := 4.5.0
FACEBOOK_BUSINESS := 26.0.3
CLIENTS := $(TOOLS)/pywa-$(PYWA)-facebook_business-$(FACEBOOK_BUSINESS)
SCHEMATHESIS_VERSION := 4.32.5
SCHEMATHESIS := $(TOOLS)/schemathesis-$(SCHEMATHESIS_VERSION)
LOWEST := $(TOOLS)/lowest
ZENSICAL := 0.0.73
MKDOCSTRINGS := 2.0.11
DOCUMENTING := zensical==$(ZENSICAL) mkdocstrings-python==$(MKDOCSTRINGS) mkdocstrings==1.0.8 mkdocs-autorefs==1.4.5 \
	griffelib==2.4.1 Markdown==3.11.3 pymdown-extensions==13.1.2 Pygments==2.21.0 ruff==0.17.5
DOCUMENTS := $(TOOLS)/zensical-$(ZENSICAL)-mkdocstrings-$(MKDOCSTRINGS)
SITE := site
PYODIDE := 314.0.7
WHEELS := anyio==4.16.0 attrs==26.1.0 certifi==2026.10.19.post1 h11==0.16.0 httpcore==1.0.9 httpx==0.28.1 \
	idna==3.20 python-dateutil==4.0.0 typing-extensions==4.16.0 tzdata==2026.6
PLAYGROUND := $(TOOLS)/pyodide-$(PYODIDE)
PATCHING := respx==0.23.1 pytest-httpx==0.36.2 vcrpy==9.4.2 opentelemetry-instrumentation-httpx==0.66b2 \
	opentelemetry-sdk==1.45.2 trio==0.35.0 hypothesis==6.170.17
PATCHED := $(TOOLS)/patches
PYARROW := 26.0.1
PARQUET := $(TOOLS)/pyarrow-$(PYARROW)
DASK := 2026.8.0
CELERY := 5.7.0
DBOS := 3.4.0
ENGINES := $(TOOLS)/engines-dask-$(DASK)-celery-$(CELERY)-dbos-$(DBOS)
TRIALS := $(CURDIR)/tests/schemathesis

# Tools installed in .venv, Node among them, come before the system's; none of them calls home.
export PATH := $(abspath $(BIN)):$(PATH)
export PYTHONDONTWRITEBYTECODE :=
export PYTHONPYCACHEPREFIX := $(CACHE)/bytecode
export HYPOTHESIS_STORAGE_DIRECTORY := $(CACHE)/hypothesis
export MYPY_CACHE_DIR := $(CACHE)/mypy
export RUFF_CACHE_DIR := $(CACHE)/ruff
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1
export REDOCLY_TELEMETRY := off
export REDOCLY_SUPPRESS_UPDATE_NOTICE := true

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test setup generate contracts compare upstream sync format lint types layers drift contract \
	lowest httpx2 patches parquet engines soak tree sweeps places check emulator browser peers schemathesis workflows \
	consumers bench docs playground build api github clean

help: ## list these words
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/run ## watch a number go from added to registered (ASYNC=1: with AsyncClient)
	@$(BIN)/python -m ergonomic.tools.demo $(if $(ASYNC),--async)

test: $(VENV)/test ## the tests
	$(BIN)/python -m pytest $(CACHED)

setup: $(VENV)/dev $(LINTERS)/done $(DOCUMENTS)/done $(PLAYGROUND)/done $(CHECKED)/done ## install everything that the other words need

generate: $(VENV)/dev ## remake all committed files that come from openapi/
	$(BIN)/python -m generated.tools.generate
	$(BIN)/python -m generated.tools.derive
	$(BIN)/python -m ergonomic.tools.documents

contracts: $(CONTRACTS)/.made ## the contract of each Graph version, in all forms, into dist/contracts

compare: $(VENV)/dev ## what changes between two versions (FROM=v23.0 TO=v24.0)
	@$(BIN)/python -m openapi.tools.compare $(FROM) $(TO)

upstream: $(VENV)/test ## our contract against Meta's own file (FILE=meta.yaml, RECORD=1: keep what it has)
	@$(BIN)/python -m openapi.tools.upstream $(FILE) $(or $(NOTES),openapi/upstream.yaml) $(if $(RECORD),--record)

sync: $(VENV)/dev ## remake ergonomic/wabakit/_sync from _async
	$(BIN)/python -m ergonomic.tools.unasync

format: $(VENV)/dev ## sort imports and lay out the code
	$(BIN)/ruff check --fix --quiet --select I .
	$(BIN)/ruff format .

lint: $(VENV)/dev ## style and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev ## mypy and pyright, both strict, and the typing examples
	$(BIN)/mypy
	$(BIN)/mypy -p openapi.tools -p generated.tools -p ergonomic.tools
	$(BIN)/pyright
	$(BIN)/python tests/typing/check.py

layers: $(VENV)/dev ## who may import whom
	$(BIN)/lint-imports --no-logo --cache-dir $(CACHE)/imports

drift: $(VENV)/dev ## made files are what would be made now
	$(BIN)/python -m generated.tools.generate --check
	$(BIN)/python -m generated.tools.derive --check
	$(BIN)/python -m ergonomic.tools.documents --check
	$(BIN)/python -m ergonomic.tools.unasync --check

contract: $(VENV)/dev $(LINTERS)/done contracts ## the three linters of the contract and of the emulator's control routes
	$(BIN)/openapi-spec-validator $(LINTED)
	$(LINTERS)/node_modules/.bin/redocly lint --config openapi/redocly.yaml --extends recommended-strict $(LINTED)
	$(LINTERS)/node_modules/.bin/spectral lint --fail-severity hint --ruleset openapi/.spectral.yaml $(LINTED)

lowest: $(LOWEST)/done ## the tests, with the lowest versions that pyproject.toml promises
	$(LOWEST)/bin/python -m pytest $(CACHED)

httpx2: $(VENV)/dev ## the client's tests, with clients of httpx2
	$(BIN)/python -m pytest $(CACHED) -m "" --http=httpx2 tests/client

patches: $(PATCHED)/done ## the client beside other people's mocks and tracing, and under trio
	$(PATCHED)/bin/python -m pytest $(CACHED) tests/patches/walk.py

parquet: $(PARQUET)/done ## an inventory as parquet, which needs pyarrow
	$(PARQUET)/bin/python -m pytest $(CACHED) tests/parquet/walk.py

engines: $(ENGINES)/done ## the recipes of docs/engines on Dask, Celery and DBOS, whose workers are killed
	$(ENGINES)/bin/python -m pytest $(CACHED) $(wildcard tests/engines/on_*.py)

soak: $(VENV)/test ## the client under every kind of fault, at random (STEPS=1000000 SEED=11)
	$(BIN)/python -m tests.soak --steps $(or $(STEPS),10000) --seed $(or $(SEED),7)

tree: $(VENV)/test ## the makers, the procedure for a new version and the order of imports, and all contracts
	$(BIN)/python -m pytest $(CACHED) tests/tree/*.py

sweeps: $(VENV)/test ## what `make test` leaves out where it takes one case in so many, and long runs of Hypothesis
	$(BIN)/python -m pytest $(CACHED) -m "sweep or hypothesis" --hypothesis-profile=sweep

places: $(VENV)/test ## what a field and a call more cost: their tests, in a copy of the tree
	@$(BIN)/python -m tests.tree.places

check: lint types layers drift contract tree sweeps places docs build api github soak ## all of lint, types, layers, drift, contract, tree, sweeps, places, docs, build, api, github, soak

emulator: $(VENV)/test ## a local Graph on a port, with a page to watch it (OPTIONS=--demo)
	@$(BIN)/python -m wabakit.emulator $(OPTIONS)

browser: $(VENV)/test ## the emulator's page, in Debian's chromium
	$(BIN)/python -m pytest $(CACHED) tests/page/walk.py

peers: $(VENV)/test $(CLIENTS)/done ## other people's clients against the emulator
	$(BIN)/python -m wabakit.emulator exec -- $(CLIENTS)/bin/python -W error::ResourceWarning tests/peers/walk.py

schemathesis: $(VENV)/test $(SCHEMATHESIS)/done ## the contract's properties, fuzzed against the emulator
	cd $(SCHEMATHESIS) && TRIALS=$(TRIALS) python -m wabakit.emulator exec --strict --seed $(TRIALS)/seed.json -- \
		bin/schemathesis --config-file $(TRIALS)/schemathesis.toml run $(CURDIR)/openapi/phone_numbers.yaml

workflows: $(VENV)/test $(LINTERS)/done contracts ## the contract's workflows, run against the emulator
	$(LINTERS)/node_modules/.bin/redocly lint --config openapi/redocly.yaml --extends recommended-strict \
		openapi/workflows/*.arazzo.yaml $(CONTRACTS)/workflows/*.arazzo.yaml
	REDOCLY=$(LINTERS)/node_modules/.bin/redocly \
		$(BIN)/python -m wabakit.emulator exec --strict -- openapi/workflows/run.sh $(CONTRACTS)/workflows

consumers: $(VENV)/test contracts ## clients and examples in other languages against the emulator (REQUIRE=all: skip none)
	@REQUIRE=$(REQUIRE) CONTRACTS=$(CONTRACTS) MADE=$(TOOLS)/consumers tests/consumers/run

bench: $(VENV)/test $(if $(PEERS),$(CLIENTS)/done $(CLIENTS)/plain/done) ## how fast, against plain httpx (ONLY=fleet: those rows; PEERS=1: beside others)
	@PYTHONPATH=$(if $(PEERS),$(CLIENTS)/plain) $(BIN)/python -m tests.bench --only "$(ONLY)" \
		$(if $(PEERS),--peers $(CLIENTS)/bin/python)

docs: $(VENV)/dev $(DOCUMENTS)/done $(PLAYGROUND)/done contracts ## the site, into site/
	@rm -f $(PLAYGROUND)/wheels/wabakit-*
	@$(BIN)/hatchling build --target wheel --directory $(PLAYGROUND)/wheels
	$(BIN)/python -m ergonomic.tools.website $(CACHE)/site $(CONTRACTS) $(PLAYGROUND)
	@cd $(CACHE)/site && { $(DOCUMENTS)/bin/zensical build --clean --strict 2>&1 || echo failed; } | tee log
	@! grep -vE '^(Build started|No issues found|Build finished in .*)$$' $(CACHE)/site/log
	@rm -rf $(SITE) && mv $(CACHE)/site/site $(SITE)
	SITE=$(abspath $(SITE)) $(BIN)/python -m pytest $(CACHED) tests/website/walk.py

playground: docs ## the samples of the site, run in Debian's chromium
	SITE=$(abspath $(SITE)) $(BIN)/python -m pytest $(CACHED) tests/playground/walk.py

build: $(VENV)/dev $(CHECKED)/done ## the wheel and the source archive, into dist/
	$(BIN)/hatchling build --clean --directory $(DIST)
	$(BIN)/python -m ergonomic.tools.package $(DIST) $(WHEEL_BYTES)
	$(CHECKED)/bin/check-wheel-contents $(DIST)/*.whl
	$(CHECKED)/bin/twine --no-color check --strict $(DIST)/*.whl $(DIST)/*.tar.gz

api: $(VENV)/dev ## what of the public API broke (AGAINST=commit)
	@$(BIN)/python -m ergonomic.tools.api $(or $(AGAINST),$(API)) || [ $$? = 3 -a -z "$(AGAINST)" ]

github: $(CHECKED)/done ## the workflows and the issue forms, which run at GitHub only
	$(CHECKED)/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(CHECKED)/bin/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/*report.yml
	$(CHECKED)/bin/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(CHECKED)/bin/zizmor --offline --no-progress --pedantic .github/workflows

clean: ## remove the environment, installed tools, caches and builds
	rm -rf $(VENV) .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist $(SITE)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: one for each group of dependencies that pyproject.toml names, the larger covering the smaller.
$(VENV)/test $(VENV)/dev: GROUP = $(@F)
$(VENV)/test: COVERED := $(VENV)/run
$(VENV)/dev: COVERED := $(VENV)/run $(VENV)/test
$(VENV)/run $(VENV)/test $(VENV)/dev: pyproject.toml $(if $(realpath $(BIN)/python),,anew)
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; v >= (3, 11) or sys.exit("wabakit needs Python 3.11 or newer; $(PYTHON) is %d.%d. Name another one: make PYTHON=python3.12" % v)'
	@$(BIN)/python -c "$$WHOLE" 2>/dev/null || { echo "Making $(VENV)"; $(PYTHON) -m venv --clear $(VENV); } \
		|| { echo "$(PYTHON) cannot make an environment. On Debian: apt install python3-venv" >&2; exit 1; }
	@echo "Installing wabakit$(if $(GROUP), and the group $(GROUP))"
	@$(if $(GROUP),$(BIN)/python -m pip install --quiet '$(PIP)')
	@$(BIN)/python -m pip install --quiet $(if $(GROUP),--group $(GROUP) --editable '.$(EXTRAS)',--editable '.[cli]')
	@touch $@ $(COVERED)
.PHONY: anew

# Fails where a package in the environment was not installed to its end: its RECORD is written last.
define WHOLE
from importlib.metadata import distributions
from sysconfig import get_path
files = {package.name: package.files for package in distributions(path=[get_path("purelib")])}
assert files["pip"] and all(files.values())
endef
export WHOLE

$(CONTRACTS)/.made: $(CONTRACT_SOURCES) | $(VENV)/test
	@rm -rf $(@D)
	$(BIN)/python -m openapi.tools.contracts $(@D)
	@touch $@

$(LINTERS)/done: | $(VENV)/dev
	@echo "Installing the contract linters"
	@rm -rf $(@D) && mkdir -p $(@D)
	@$(BIN)/npm install --prefix $(@D) --no-save --no-package-lock --ignore-scripts --no-audit --no-fund \
		--loglevel=error @redocly/cli@$(REDOCLY) @stoplight/spectral-cli@$(SPECTRAL)
	@touch $@

$(CLIENTS)/done:
	@echo "Installing pywa and facebook_business"
	@$(PYTHON) -m venv --clear $(@D)
	@$(@D)/bin/python -m pip install --quiet pywa==$(PYWA) facebook_business==$(FACEBOOK_BUSINESS)
	@touch $@

$(CLIENTS)/plain/done: openapi/phone_numbers.yaml generated/config.yml | $(VENV)/test $(CLIENTS)/done
	@echo "Making the client that the generator makes by itself"
	@rm -rf $(@D) && mkdir -p $(@D)
	@$(BIN)/python -m openapi_python_client generate --meta=none --path=openapi/phone_numbers.yaml \
		--config=generated/config.yml --output-path=$(@D)/plain_graph
	@touch $@

$(SCHEMATHESIS)/done:
	@echo "Installing schemathesis"
	@$(PYTHON) -m venv --clear $(@D)
	@$(@D)/bin/python -m pip install --quiet schemathesis==$(SCHEMATHESIS_VERSION)
	@touch $@

$(DOCUMENTS)/done:
	@echo "Installing zensical and mkdocstrings"
	@$(PYTHON) -m venv --clear $(@D)
	@$(@D)/bin/python -m pip install --quiet $(DOCUMENTING)
	@touch $@

$(PLAYGROUND)/done: Makefile | $(VENV)/dev
	@echo "Installing Pyodide, and the wheels that wabakit needs in it"
	@rm -rf $(@D) && mkdir -p $(@D)
	@$(BIN)/npm install --prefix $(@D) --no-save --no-package-lock --ignore-scripts --no-audit --no-fund \
		--loglevel=error pyodide@$(PYODIDE)
	@$(BIN)/python -m pip download --quiet --no-deps --only-binary=:all: --platform any --implementation py --abi none \
		--python-version 3.14 --dest $(@D)/wheels $(WHEELS)
	@touch $@

$(CHECKED)/done: Makefile
	@echo "Installing what judges wheels and workflows"
	@$(PYTHON) -m venv --clear $(@D)
	@$(@D)/bin/python -m pip install --quiet $(CHECKING)
	@touch $@

$(PATCHED)/done: pyproject.toml Makefile
	@echo "Installing mocks, tracing and trio"
	@$(PYTHON) -m venv --clear $(@D)
	@$(@D)/bin/python -m pip install --quiet pytest $(PATCHING) --editable .
	@touch $@

$(PARQUET)/done: pyproject.toml
	@echo "Installing pyarrow"
	@$(PYTHON) -m venv --clear $(@D)
	@$(@D)/bin/python -m pip install --quiet pytest hypothesis==6.170.17 pyarrow==$(PYARROW) --editable '.[parquet]'
	@touch $@

$(ENGINES)/done: pyproject.toml
	@echo "Installing Dask, Celery and DBOS"
	@$(PYTHON) -m venv --clear $(@D)
	@$(@D)/bin/python -m pip install --quiet pytest hypothesis distributed==$(DASK) celery==$(CELERY) \
		dbos==$(DBOS) --editable '.[emulator]'
	@touch $@

$(LOWEST)/done: pyproject.toml
	@echo "Installing the lowest versions"
	@$(PYTHON) -m venv --clear $(@D)
	@$(@D)/bin/python -m pip install --quiet '$(PIP)'
	@grep -oE '[a-z-]+>=[0-9.]+' pyproject.toml | sed 's/>=/==/' > $(@D)/constraints.txt
	@$(@D)/bin/python -m pip install --quiet --constraint $(@D)/constraints.txt --group test --editable '.$(EXTRAS)'
	@touch $@
