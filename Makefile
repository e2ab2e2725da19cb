# make demo   build the releases, make a demo class, grade it, show who got what and why
# make test   run every check of the course and end with the kill matrix
# Both set up everything they need by themselves, and quickly when nothing changed.

PYTHON ?= python3
# Test files that run side by side. Each takes up to 2 GB.
JOBS ?= 2
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: help setup demo test full bench release format clean

help:
	@sed -n 's/^# //p' Makefile

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt tools/setup.sh
	@sh tools/setup.sh "$(PYTHON)"
	@touch $(STAMP)

demo: setup
	@$(BIN)/course demo

test: setup
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet course_lib tests tools nbgrader_config.py
	@$(BIN)/python -m pytest -n $(JOBS) --no-loadscope-reorder

# The same, the statistical checks and the kill matrix with further seeds, and style transfer at full size (COURSE_DATA: trained too).
full: setup
	@COURSE_FULL=1 $(BIN)/python -m pytest -n $(JOBS) --no-loadscope-reorder

# Ours against stock nbgrader on the same files, and what attacks win there: twenty minutes and as many again, on a machine
# where nothing else runs and nothing can be lost (stock nbgrader runs the attacks with your rights).
bench: setup
	@$(BIN)/python tools/bench.py
	@$(BIN)/python tools/attacks.py

release: setup
	@$(BIN)/course build

format: setup
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet course_lib tests tools nbgrader_config.py

clean:
	rm -rf .venv demo build dist *.egg-info .pytest_cache .ruff_cache .hypothesis
