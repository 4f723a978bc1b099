#!/bin/sh
# Cài Dẫn Chiếu không cần mạng / installs Dẫn Chiếu without a network: sh install.sh [FOLDER]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-danchieu-env}
"${PYTHON:-python3}" -m venv "$target"
"$target/bin/python" -m pip install --disable-pip-version-check --no-index --find-links "$here/wheels" '@WANTED@'
echo "$target/bin/danchieu --help"
