# Every target sets up what it needs; `make` alone lists them.
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup site serve test check fix lock train bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/ready ## install everything into .venv, the command .venv/bin/briefwright included

.venv/ready: requirements.lock pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh

site: setup ## read the articles in seeds/ and build the site into site/
	@$(BIN)/briefwright build

serve: setup ## show the site in a browser while you edit fact sheets
	@$(BIN)/briefwright serve

test: setup ## run all tests, the browser ones included
	@sh scripts/browser.sh
	@$(BIN)/pytest

check: setup ## lint, types and the dependency rules between stages
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fix: setup ## format, and mend what ruff can mend
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: setup ## pin all dependencies anew, with hashes
	@$(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --extra dev --upgrade \
		--custom-compile-command "make lock" pyproject.toml --output-file requirements.lock

train: setup ## train the attribution tagger anew: make train DATA=FOLDER (training/README.md)
	@sh training/train.sh "$(DATA)"

bench: setup ## measure speed against peers in one run
	@for script in bench/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

clean: ## remove what the other targets made, but for fact sheets
	@rm -rf site .cache .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
