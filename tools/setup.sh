#!/bin/sh
# Makes .venv with everything the course needs, at the versions of constraints.txt. Called by make.
set -eu
python=${1:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "setup: Python 3.11 or later is needed; '$python' is $("$python" --version 2>&1 || echo missing)." >&2
    echo "       Name another: make PYTHON=/path/to/python3.11" >&2
    exit 1
fi

as_root() { # run a package command where we may; say nothing where we may not
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && DEBIAN_FRONTEND=noninteractive "$@" >/dev/null 2>&1
}

if [ ! -x .venv/bin/python ]; then
    echo "setup: making .venv"
    if ! "$python" -m venv .venv 2>/dev/null; then
        rm -rf .venv
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        as_root apt-get update && as_root apt-get install -y "python$version-venv" || true
        "$python" -m venv .venv || {
            rm -rf .venv
            echo "setup: Debian's Python needs the package python$version-venv: sudo apt-get install python$version-venv" >&2
            exit 1
        }
    fi
fi

echo "setup: installing packages (some minutes the first time)"
.venv/bin/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e ".[dev]"

if ! command -v bwrap >/dev/null; then
    as_root apt-get update && as_root apt-get install -y bubblewrap libseccomp2 ||
        echo "setup: the sandbox is missing; install it before you grade: sudo apt-get install bubblewrap libseccomp2" >&2
fi
.venv/bin/python -c 'import course_lib, torch; print("setup: ready, course_lib", course_lib.__version__, "torch", torch.__version__)'
