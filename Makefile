# PAR INDEX. Hai lệnh là đủ / two commands do everything:  make score   make test
#
# Every target prepares .venv by itself; tools/setup_env.sh returns at once when nothing changed.
#   make PYTHON=python3.12 …    chọn Python / choose the interpreter
#   make test ARGS="-k exact"   thêm tham số cho pytest / pass arguments to pytest
#   PAR_INDEX_ENGINE=no make …  bỏ qua durable-rules / leave the optional engine out
.POSIX:

UNIT = fixtures/quang-binh-skhcn-2021/unit.yaml
SETUP = PAR_INDEX_PYTHON="$(PYTHON)" sh tools/setup_env.sh

.PHONY: help score test lint types contracts accept schemas bench bench-accept wheel clean \
  env-run env-dev env-bench

help:
	@printf '%s\n' \
	  'make score      chấm điểm đơn vị mẫu / score the sample unit (UNIT=path: another file)' \
	  'make test       chạy mọi kiểm thử / run every test' \
	  '' \
	  'make lint       kiểm tra cách viết mã / check code style' \
	  'make types      kiểm tra kiểu dữ liệu / check types' \
	  'make contracts  kiểm tra phân lớp mô-đun / check module layering' \
	  'make accept     chấp nhận kết quả mới làm chuẩn / accept new golden results' \
	  'make schemas    xuất lược đồ, trang lỗi, trang phát hiện / publish schemas, errors, findings' \
	  'make bench      đo tốc độ bên cạnh các công cụ khác / measure speed beside other tools' \
	  'make wheel      đóng gói vào dist/ / build the packages into dist/' \
	  'make clean      xoá .venv, bản dựng, bộ nhớ đệm / remove .venv, builds, caches'

score: env-run
	@.venv/bin/par-score "$(UNIT)"

# On all cores: most tests start a command and wait for it. ARGS="-n 0 …" runs them in turn.
test: env-dev
	@.venv/bin/pytest -n auto --dist worksteal $(ARGS)

lint: env-dev
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check

types: env-dev
	@.venv/bin/mypy

contracts: env-dev
	@.venv/bin/lint-imports --no-logo

accept: env-dev
	@PAR_INDEX_ACCEPT=1 .venv/bin/pytest tests/golden tests/fixtures $(ARGS)

schemas: env-dev
	@.venv/bin/python tools/publish_schemas.py
	@.venv/bin/python tools/publish_errors.py
	@.venv/bin/python tools/publish_findings.py

# Some minutes; ARGS="--help" says what can be left out. docs/performance.md explains the tables.
bench: env-bench
	@.venv-bench/bin/python -m benchmarks $(ARGS)

bench-accept: env-bench
	@.venv-bench/bin/python -m benchmarks --accept $(ARGS)

# The wheel is built from the source archive, so that the archive is known to be complete.
wheel: env-dev
	@rm -rf build dist
	@.venv/bin/python -m hatchling build -t sdist
	@.venv/bin/python -m pip wheel -qq --disable-pip-version-check --no-deps \
	  --no-build-isolation -w dist dist/*.tar.gz
	@ls dist

clean:
	rm -rf .venv .venv-bench build dist
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

env-run:
	@$(SETUP) run

env-dev:
	@$(SETUP) dev

env-bench: env-run
	@sh benchmarks/setup_env.sh
