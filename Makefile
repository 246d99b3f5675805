# Two commands do all the set-up: `make demo` and `make test`. Both need Python 3.11–3.14 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# Compiled bytecode makes a start four times faster: keep it even where the environment says not to.
export PYTHONDONTWRITEBYTECODE :=
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test format lint types contracts unit wheel picture keys lock lock-check bench clean

demo: $(READY)
	@$(BIN)/teui demo

test: lint types contracts unit wheel

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --compile --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q teui screens
	@touch $@

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

contracts: $(READY)
	$(BIN)/lint-imports

unit: $(READY)
	$(BIN)/python -m pytest -n auto --dist worksteal

# The wheel, installed in an environment of its own with no checkout near.
wheel: $(READY)
	$(BIN)/python tests/wheel.py

# The pictures in docs/, taken anew.
picture: $(READY)
	$(BIN)/python -m tests.picture

# How many keys whole interviews take.
keys: $(READY)
	@$(BIN)/python -m tests.keys

bench: $(READY)
	$(BIN)/python -m pytest tests/benchmarks -n 0 -s -p benchmark --benchmark-only -o python_files='bench_*.py'

# Needs uv; every other target does without it.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	  --no-emit-index-url --no-emit-find-links --group dev --no-header pyproject.toml -o requirements.lock

# Downloads the lock for every Python and system that README names; needs uv.
lock-check:
	@for python in 3.11 3.12 3.13 3.14; do \
	  for system in x86_64-unknown-linux-gnu x86_64-pc-windows-msvc aarch64-apple-darwin; do \
	    folder=$$(mktemp -d); \
	    uv pip install --quiet --target $$folder --python-platform $$system --python-version $$python \
	      --only-binary :all: --require-hashes --no-deps -r requirements.lock || exit 1; \
	    rm -rf $$folder; echo "$$python $$system: wheels alone"; \
	  done; \
	done

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
