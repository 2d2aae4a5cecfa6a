# Every command of this repository; `make` alone lists them. PYTHON chooses the interpreter: make setup PYTHON=python3.12
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready-$(subst /,_,$(PYTHON))
PYTEST_ARGS ?=
SECONDS ?= 600
FUZZER := .venv/.ready-fuzzer
export PYTHON

.DEFAULT_GOAL := help
.SUFFIXES:
.PHONY: help setup demo test coverage check static format format-check lint types layers dependencies dead-code \
	generate golden crossplane-render tools image packages packages-test playground playground-down playground-status \
	e2e smoke fuzz lock clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv with the commands function and platformctl (seconds; Python 3.11+ is enough)

# The stamp comes last, so that an interrupted set-up is not taken for a whole one.
$(READY): pyproject.toml requirements-dev.txt tools/bootstrap.txt tools/setup
	@rm -f .venv/.ready-*
	@tools/setup
	@touch $@

demo: $(READY) ## the main job: a claim of 30 lines becomes a running worker's objects
	@$(BIN)/python tools/demo.py

test: $(READY) ## all tests that need no cluster and no further tool, in random order
	$(BIN)/pytest $(PYTEST_ARGS)

coverage: $(READY) ## the tests, and what of function/ none of them runs; fails below the floor (nearly twice the time)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest $(PYTEST_ARGS)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

check: static test ## what must pass before a commit; with the real crossplane CLI too if `make tools` has built it

static: format-check lint types layers dependencies dead-code

format: $(READY) ## rewrite the sources in the one format
	$(BIN)/ruff check --select I --fix .
	$(BIN)/ruff format .

format-check: $(READY)
	$(BIN)/ruff format --check .

lint: $(READY) ## look for mistakes and bad habits
	$(BIN)/ruff check .

types: $(READY) ## check the types, strictly, tests included
	$(BIN)/mypy

layers: $(READY) ## check that no layer imports what it must not know
	$(BIN)/lint-imports

# gRPC and protobuf come with the SDK, pydantic-core with pydantic: which version is theirs to say.
dependencies: $(READY)
	$(BIN)/deptry . --per-rule-ignores 'DEP003=grpc|grpc_reflection|google|pydantic_core,DEP004=nats|atheris'

# At 60 % vulture also names what only pydantic, pytest or protobuf use.
dead-code: $(READY)
	$(BIN)/vulture function tools --min-confidence 80

generate: $(READY) ## rewrite XRDs, schemas and reference pages from the models
	$(BIN)/python tools/generate.py

golden: $(READY) ## rewrite the expected outputs of the examples; read the difference before you commit it
	$(BIN)/python tools/golden.py
	$(BIN)/python -m tests.status.table

tools: ## build the pinned Go programs into the cache (needs Go; minutes the first time)
	@tools/build

crossplane-render: $(READY) ## render and validate every example with the real crossplane CLI (needs Go)
	@tools/build >/dev/null
	REQUIRE_CROSSPLANE=1 $(BIN)/pytest tests/crossplane $(PYTEST_ARGS)

image: $(READY) ## the runtime image without a container engine: build/image.tar, for docker load (Debian 12, amd64)
	tools/image/rootfs build/rootfs
	$(BIN)/python tools/image/archive.py build/rootfs build/image.tar

packages: $(READY) ## the packages to push, in build/packages (needs Go; Debian 12 on amd64, or IMAGE=archive of the Dockerfile)
	tools/packages build/packages

packages-test: packages ## read the packages back, build them again, start the image (needs root)
	REQUIRE_PACKAGES=1 $(BIN)/pytest tests/packages $(PYTEST_ARGS)

# Read by the command as variables: SCOPE=claims|namespaced, KEDA=0 without NATS and KEDA, PLAYGROUND=name of a second one.
playground: $(READY) ## start a control plane with the product on it (needs root and Go; half an hour the first time)
	@$(BIN)/python -m tools.playground up

playground-down: $(READY) ## stop it, and leave nothing but what was built
	@$(BIN)/python -m tools.playground down

playground-status: $(READY) ## say what of it runs
	@$(BIN)/python -m tools.playground status

e2e: $(READY) ## scenarios on fresh control planes, or on KUBECONFIG; ONLY=smoke for one, SCOPE=claims for one scope
	@$(BIN)/python -m tools.e2e $(if $(ONLY),--only $(ONLY)) $(if $(SCOPE),--scope $(SCOPE))

smoke: $(READY) ## the scenario that needs no KEDA, in both scopes (needs root and Go)
	@$(BIN)/python -m tools.e2e --only smoke --no-keda

fuzz: $(READY) $(FUZZER) ## hostile requests, bytes, files and edits for SECONDS (600); corpus and findings in build/fuzz
	@$(BIN)/python -m tools.fuzz --seconds $(SECONDS)

$(FUZZER): $(READY) tools/fuzz/requirements.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r tools/fuzz/requirements.txt
	@touch $@

lock: $(READY) ## resolve the locked versions anew from pyproject.toml
	@tools/lock

clean: ## remove what was made here, the environment included
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find function tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
