# Every command works on a machine with Python 3.12 or 3.13 and nothing else: `tools/run` brings uv
# and the locked packages into the project first. Type `make` to see the list.

.DEFAULT_GOAL := help
.PHONY: help demo test leaks briefing check bench load format catalogs

help: ## this list
	@grep -hE '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

demo: ## start everything, assemble the sample briefing, serve it until Ctrl-C (PORT=8001 for another port)
	@tools/run python manage.py demo

briefing: ## assemble the sample briefing and leave its files in out/
	@tools/run python manage.py demo --export out

test: ## every test, browser and PDF conformance included
	@tools/run --test python -m pytest --numprocesses=3 --dist=loadfile --no-loadscope-reorder

leaks: ## the walk of the leak tests without turns: every reader, edition, address, method and language
	@LEAKS_WHOLE=1 tools/run --test python -m pytest -p no:xdist --timeout=3600 tests/leaks

check: ## lint, format, types, architecture, migrations, catalogs, deployment, lock file
	@tools/run --check tools/check

bench: ## benchmarks, as ratios to a floor measured in the same run
	@tools/run --bench python -m benchmarks

load: ## five minutes of readers at twice the rate that two workers can serve, beside an assembly of 10,000 items
	@tools/run python -m benchmarks.load

format: ## put code and templates into their form
	@tools/run ruff format . && tools/run ruff check --fix . && tools/run djhtml --tabwidth 2 templates

catalogs: ## extract and compile the interface's texts
	@tools/run --check python manage.py catalogs
