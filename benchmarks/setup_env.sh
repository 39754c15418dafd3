#!/bin/sh
# Prepares .venv-bench: the peers, beside what par_index needs to be imported with them. Called by
# the Makefile after .venv is ready. Returns at once when nothing changed.
set -eu

cd "$(dirname "$0")/.."
venv=.venv-bench
made=$venv/.made
inputs=$(cat benchmarks/requirements.txt benchmarks/setup_env.sh tools/constraints.txt | cksum)

[ -f "$made" ] && [ "$(cat "$made")" = "$inputs" ] && exit 0

printf '%s\n' "Đang cài đặt / installing: benchmarks" >&2
rm -rf "$venv"
.venv/bin/python -m venv "$venv"
printf '*\n' >"$venv/.gitignore"
log=$venv/pip.log
if ! "$venv/bin/python" -m pip install -q --disable-pip-version-check --no-input \
    -r benchmarks/requirements.txt -c tools/constraints.txt >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    exit 1
fi
printf '%s\n' "$inputs" >"$made"
