# The commands of this repository; `make` lists them. PYTHON selects the interpreter: make setup PYTHON=python3.12
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready-$(subst /,_,$(PYTHON))
PYTEST_ARGS ?=
# worksteal gives each process whole modules, whose fixtures are then created once, until one of them has nothing left to do.
PARALLEL := --numprocesses=auto --dist=worksteal
SECONDS ?= 600
ROUNDS ?= 5
CALLS ?= 10000
FUZZER := .venv/.ready-fuzzer
export PYTHON

.DEFAULT_GOAL := help
.SUFFIXES:
.PHONY: help setup demo wheel test coverage check static format format-check lint types layers dependencies dead-code \
	generate golden verdicts picture site-pictures site-test time-zones crossplane-render tools image packages packages-test up-test playground playground-down \
	playground-status e2e smoke fuzz bench lock clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## create .venv with the commands function and platformctl (takes seconds; needs Python 3.11+)

# The stamp comes last, so that an interrupted setup does not count as complete.
$(READY): pyproject.toml requirements-dev.txt tools/bootstrap.txt tools/setup
	@rm -f .venv/.ready-*
	@tools/setup
	@touch $@

demo: $(READY) ## start the function, and send it claims as Crossplane does; FULL=1 prints all manifests
	@$(BIN)/python tools/demo.py $(if $(FULL),--full)

wheel: $(READY) ## build the command line as build/wheel/*.whl
	$(BIN)/hatchling build -t wheel -d build/wheel

test: $(READY) ## run all tests that need no cluster and no other tools, in random order
	$(BIN)/pytest $(PARALLEL) $(PYTEST_ARGS)

coverage: $(READY) ## run the tests and list the code in function/ that none of them runs; fails below the threshold
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest $(PYTEST_ARGS)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

check: static test ## run all checks and tests before a commit; uses the real crossplane CLI if `make tools` has built it

static: format-check lint types layers dependencies dead-code

format: $(READY) ## format the sources
	$(BIN)/ruff check --select I --fix .
	$(BIN)/ruff format .

format-check: $(READY)
	$(BIN)/ruff format --check .

lint: $(READY) ## lint the sources
	$(BIN)/ruff check .

types: $(READY) ## check the types strictly, including the tests
	$(BIN)/mypy

layers: $(READY) ## check that no layer imports from a layer above it
	$(BIN)/lint-imports

# The SDK selects the versions of gRPC and protobuf, and pydantic that of pydantic-core.
dependencies: $(READY)
	$(BIN)/deptry . --per-rule-ignores 'DEP003=grpc|grpc_reflection|google|pydantic_core,DEP004=nats|atheris|selenium'

# At 60 %, vulture also reports names that only pydantic, pytest, or protobuf use.
dead-code: $(READY)
	$(BIN)/vulture function tools --min-confidence 80

generate: $(READY) ## write XRDs, schemas, roles, and reference pages from the models
	$(BIN)/python -m tools.generate

golden: $(READY) ## write the expected outputs; review the diff before you commit it
	$(BIN)/python tools/golden.py
	$(BIN)/python -m tests.status.table

verdicts: $(READY) ## write the verdicts of the API server's code, platformctl, and the function on all test cases (needs Go)
	$(BIN)/python -m tests.verdicts.record

picture: $(READY) ## draw the picture in the README
	$(BIN)/python -m tools.picture

site-pictures: $(READY) ## draw the pictures of the reference site (needs Debian's chromium and chromium-driver)
	$(BIN)/python -m tools.site_pictures

site-test: $(READY) ## use the reference site in a browser: search, keyboard, narrow screen, colors (needs chromium and chromium-driver)
	REQUIRE_BROWSER=1 $(BIN)/pytest tests/browser $(PYTEST_ARGS)

time-zones: $(READY) ## write the names of time zones from the database of this machine
	$(BIN)/python tools/time_zones.py

tools: ## build the pinned Go programs into the cache (needs Go; takes minutes the first time)
	@tools/build

up-test: $(READY) ## run the parts of a compose file of `platformctl up` as processes, with a real NATS server (needs Go)
	@tools/build nats-server natscli >/dev/null
	REQUIRE_NATS=1 $(BIN)/pytest tests/compose $(PYTEST_ARGS)

crossplane-render: $(READY) ## render and validate every example with the real crossplane CLI (needs Go)
	@tools/build >/dev/null
	REQUIRE_CROSSPLANE=1 $(BIN)/pytest tests/crossplane $(PARALLEL) $(PYTEST_ARGS)

image: $(READY) ## build the runtime image build/image.tar without a container engine (needs Debian 12 on amd64)
	tools/image/rootfs build/rootfs
	$(BIN)/python tools/image/archive.py build/rootfs build/image.tar

packages: $(READY) ## build the packages in build/packages (needs Go, and Debian 12 on amd64 or IMAGE=ARCHIVE)
	tools/packages build/packages

packages-test: packages ## read the packages, build them a second time, start the image, and install as CI files do (needs root)
	REQUIRE_PACKAGES=1 $(BIN)/pytest tests/packages $(PARALLEL) $(PYTEST_ARGS)

# Variables: SCOPE=claims|namespaced, KEDA=0 to leave out NATS and KEDA, PLAYGROUND=NAME for a second playground.
playground: $(READY) ## start a control plane with the product installed (needs root and Go; takes half an hour the first time)
	@$(BIN)/python -m tools.playground up

playground-down: $(READY) ## stop the playground and remove its data; keep the programs that were built
	@$(BIN)/python -m tools.playground down

playground-status: $(READY) ## show which parts of the playground run
	@$(BIN)/python -m tools.playground status

e2e: $(READY) ## run the scenarios on new control planes, or on KUBECONFIG; ONLY=smoke or SCOPE=claims selects some
	@$(BIN)/python -m tools.e2e $(if $(ONLY),--only $(ONLY)) $(if $(SCOPE),--scope $(SCOPE))

smoke: $(READY) ## run the scenario that needs no KEDA, in both scopes (needs root and Go)
	@$(BIN)/python -m tools.e2e --only smoke --no-keda

fuzz: $(READY) $(FUZZER) ## fuzz for SECONDS=600: requests, bytes, files and edits; corpus and findings go to build/fuzz
	@$(BIN)/python -m tools.fuzz --seconds $(SECONDS)

# Variables: ROUNDS=5 measurements of each row, a minute each; CALLS=10000 over which memory is watched.
bench: $(READY) ## compare with other functions and write docs/performance.md (needs Go); QUICK=1 compares with the last figures
	@$(BIN)/python -m tools.bench $(if $(QUICK),--quick,--rounds $(ROUNDS) --calls $(CALLS))

$(FUZZER): $(READY) tools/fuzz/requirements.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r tools/fuzz/requirements.txt
	@touch $@

lock: $(READY) ## update the lock files from pyproject.toml
	@tools/lock

clean: ## remove all generated files, including .venv
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find function tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
