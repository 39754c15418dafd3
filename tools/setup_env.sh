#!/bin/sh
# Prepares .venv at the top of the checkout. Called by the Makefile: sh tools/setup_env.sh run|dev
#
#   run   the package and what it needs to score
#   dev   the same, the tools that check it, and (where it can be built) the optional engine
#
# Returns at once when the environment is up to date. What was done is recorded only at the end
# of each step, so an interrupted run is simply done again.
#
# PAR_INDEX_PYTHON   the interpreter to use (otherwise the first suitable one)
# PAR_INDEX_ENGINE   no: leave the optional engine out, silently
set -u

venv=.venv
mine=$venv/.par-index         # we made this environment, hence may remove it
made=$venv/.par-index-made    # it is complete: where it is, which interpreter made it
engine=$venv/.par-index-engine
pip_log=$venv/pip.log
engine_log=$venv/engine-build.log
fresh=no                      # is it being made by this very run?

say() { printf '%s\n' "$@" >&2; }
stop() { say "$@"; exit 1; }

on_exit() {
    status=$?
    trap - EXIT
    # An environment that did not get finished is worse than none.
    if [ "$fresh" = yes ] && [ "$status" -ne 0 ]; then rm -rf "$venv"; fi
    exit "$status"
}

# --- finding an interpreter --------------------------------------------------------------------

version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

new_enough() {
    case $1 in
        3.[0-9] | 3.10) return 1 ;;
        3.[1-9][0-9]) return 0 ;;
        *) return 1 ;;
    esac
}

can_make_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

stop_without_python() {
    stop "Cần Python 3.11 trở lên, nhưng không tìm thấy (đã thử: $*)." \
        "Trên Debian 12, Ubuntu 24.04 trở lên:  sudo apt install python3 python3-venv" \
        "Trên Ubuntu 22.04:                     sudo apt install python3.11 python3.11-venv" \
        "" \
        "Python 3.11 or newer is needed, but none was found (tried: $*)." \
        "On Debian 12, Ubuntu 24.04 or newer:   sudo apt install python3 python3-venv" \
        "On Ubuntu 22.04:                       sudo apt install python3.11 python3.11-venv"
}

stop_without_venv() {
    package=python3-venv
    case ${1##*/} in python3.*) package=${1##*/}-venv ;; esac
    stop "$1 không tạo được môi trường ảo (thiếu mô-đun venv hoặc ensurepip)." \
        "Trên Debian, Ubuntu:  sudo apt install $package" \
        "" \
        "$1 cannot make a virtual environment (its venv or ensurepip module is missing)." \
        "On Debian, Ubuntu:    sudo apt install $package"
}

# Sets $python. An interpreter that is new enough but cannot make environments is passed over as
# long as another one can.
find_python() {
    without_venv=
    if [ -n "${PAR_INDEX_PYTHON:-}" ]; then
        set -- "$PAR_INDEX_PYTHON"
    else
        set -- python3.13 python3.12 python3.11 python3
    fi
    for python in "$@"; do
        new_enough "$(version_of "$python")" || continue
        if can_make_venv "$python"; then return; fi
        without_venv=$python   # the last one is the most usual name
    done
    [ -z "$without_venv" ] || stop_without_venv "$without_venv"
    stop_without_python "$@"
}

# --- the environment ---------------------------------------------------------------------------

works() { new_enough "$(version_of "$venv/bin/python")"; }

# Still the one this script made: in this very place, by the interpreter asked for (if any was)?
still_ours() {
    [ -f "$made" ] && works || return 1
    { IFS= read -r place && IFS= read -r maker; } <"$made" || return 1
    [ "$place" = "$here" ] || return 1
    [ -z "${PAR_INDEX_PYTHON:-}" ] || [ "$maker" = "$PAR_INDEX_PYTHON" ]
}

make_venv() {
    find_python
    writable && rm -rf "$venv" || stop_not_writable
    fresh=yes
    mkdir "$venv" && : >"$mine" || stop_not_writable
    say "Đang tạo môi trường / making the environment: .venv ($python)"
    if ! "$python" -m venv "$venv" >"$venv/make.log" 2>&1 || ! works; then
        sed 's/^/  | /' "$venv/make.log" >&2 || :
        stop_without_venv "$python"
    fi
    rm -f "$venv/make.log"
    printf '%s\n%s\n' "$here" "$python" >"$made"
}

writable() { [ ! -e "$venv" ] || [ -w "$venv" ]; }

stop_not_writable() {
    stop "Không ghi được vào .venv (có thể do tài khoản khác, ví dụ root, tạo ra)." \
        "Hãy xoá rồi chạy lại:  sudo rm -rf .venv" \
        "" \
        "Cannot write to .venv (another account, perhaps root, may have made it)." \
        "Remove it and try again:  sudo rm -rf .venv"
}

ensure_venv() {
    if [ -e "$venv" ] && [ ! -e "$mine" ]; then
        # Made by hand: used when it works, never removed.
        works && "$venv/bin/python" -m pip --version >/dev/null 2>&1 && return
        stop "Đã có .venv nhưng không dùng được, và không phải do dự án này tạo ra." \
            "Hãy dời đi hoặc xoá rồi chạy lại:  rm -rf .venv" \
            "" \
            "There is a .venv that does not work and that this project did not make." \
            "Move it away or remove it, then try again:  rm -rf .venv"
    fi
    still_ours || make_venv
}

pip_install() {
    "$venv/bin/python" -m pip install -q --disable-pip-version-check --no-input \
        -c tools/constraints.txt "$@" >"$pip_log" 2>&1
}

stop_without_packages() {
    tail -n 40 "$pip_log" | sed 's/^/  | /' >&2
    stop "pip không cài được các gói cần thiết (lý do ở ngay trên)." \
        "Hãy kiểm tra kết nối mạng (hoặc cấu hình proxy của pip) rồi chạy lại lệnh vừa rồi." \
        "" \
        "pip could not install the packages that are needed (its reason is just above)." \
        "Check the network (or pip's proxy settings), then run the same command again."
}

# --- the optional engine -----------------------------------------------------------------------

can_build() {
    { command -v cc || command -v gcc; } >/dev/null 2>&1 && "$venv/bin/python" -c '
import os, sys, sysconfig
sys.exit(not os.path.exists(os.path.join(sysconfig.get_config_var("INCLUDEPY") or "", "Python.h")))
' >/dev/null 2>&1
}

# Never fails. Its outcome is remembered: "absent" is tried again once a compiler is there,
# the rest once the requirements change.
add_engine() {
    [ "${PAR_INDEX_ENGINE:-}" != no ] && writable || return 0
    case $(version_of "$venv/bin/python") in 3.11 | 3.12) ;; *) return 0 ;; esac
    before=
    if [ -f "$engine" ]; then before=$(cat "$engine"); fi
    case $before in "installed $inputs" | "failed $inputs") return 0 ;; esac
    if ! can_build; then
        [ "$before" != "absent $inputs" ] || return 0
        say "Ghi chú: không cài durable-rules (tuỳ chọn) vì thiếu trình biên dịch C hoặc Python.h." \
            "  Việc chấm điểm không thay đổi. Nếu muốn có:  sudo apt install gcc python3-dev" \
            "Note: durable-rules (optional) is left out, a C compiler or Python.h is missing." \
            "  Scoring works the same without it. To have it:  sudo apt install gcc python3-dev"
        outcome=absent
    elif pip_install --use-pep517 durable-rules; then
        outcome=installed
    else
        mv "$pip_log" "$engine_log"
        say "Ghi chú: không dựng được durable-rules (tuỳ chọn), xem $engine_log." \
            "  Việc chấm điểm không thay đổi." \
            "Note: durable-rules (optional) could not be built, see $engine_log." \
            "  Scoring works the same without it."
        outcome=failed
    fi
    printf '%s\n' "$outcome $inputs" >"$engine"
}

# --- putting it together -----------------------------------------------------------------------

level=${1:-}
case $level in run | dev) ;; *) stop "usage: sh tools/setup_env.sh run|dev" ;; esac

cd "$(dirname "$0")/.." || exit 1
here=$(pwd -P)
trap on_exit EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Settings of the caller that would install somewhere else, or nag.
unset PYTHONHOME PYTHONPATH
PIP_USER=0 PIP_ROOT_USER_ACTION=ignore
export PIP_USER PIP_ROOT_USER_ACTION

# What an installation depends on, by content: a copied or switched checkout is noticed too.
inputs=$({ pwd -P && cat pyproject.toml tools/constraints.txt tools/setup_env.sh; } | cksum) || exit 1

up_to_date() { [ -f "$venv/.par-index-$1" ] && [ "$(cat "$venv/.par-index-$1")" = "$inputs" ]; }

ensure_venv
if ! up_to_date dev && { [ "$level" = dev ] || ! up_to_date run; }; then
    say "Đang cài đặt / installing: par-index ($level)"
    writable && rm -f "$venv/.par-index-run" "$venv/.par-index-dev" || stop_not_writable
    what=.
    if [ "$level" = dev ]; then what='.[dev]'; fi
    pip_install hatchling editables || stop_without_packages
    pip_install --no-build-isolation -e "$what" || stop_without_packages
    rm -f "$pip_log"
    printf '%s\n' "$inputs" >"$venv/.par-index-$level"
    fresh=no
fi
if [ "$level" = dev ]; then add_engine; fi
