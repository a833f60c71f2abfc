#!/bin/sh
# Makes .venv with exactly the locked packages and this project in it; says in plain words what is missing.
set -eu
cd "$(dirname "$0")/.."

python=""
for candidate in python3 python3.11 python3.12 python3.13; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "briefwright needs Python 3.11 or newer; install it (on Debian and Ubuntu: python3) and run make again." >&2
    exit 2
fi

# Debian and Ubuntu split the module that makes virtual environments off Python itself.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    package=$("$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq
        apt-get install -y -qq "$package"
    else
        echo "Python's venv module is missing; install it (sudo apt-get install $package) and run make again." >&2
        exit 2
    fi
fi

echo "Setting up .venv (about two minutes the first time) …"
.venv/bin/python -c '' 2>/dev/null || "$python" -m venv --clear .venv
pip=".venv/bin/python -m pip --quiet --disable-pip-version-check"
$pip install --require-hashes -r requirements.lock
$pip install --no-deps --no-build-isolation --editable .
touch .venv/ready
