#!/bin/sh
# Set up a checkout: setup.sh run   what practising needs
#                    setup.sh test  and what the tests need on top
# Safe to repeat: what is there already is left alone, without touching the network.
set -eu
cd "$(dirname "$0")/.."

MODE=${1:-run}
[ "$MODE" != test ] || unset COACH_HOME
VENV=${VENV:-.venv}
MODELS=${COACH_HOME:-.coach}/models

say() { printf '%s\n' "coach setup: $*" >&2; }

is_root() { [ "$(id -u)" = 0 ]; }

# apt_install WHY PACKAGE...: install, or say the one command to type.
apt_install() {
    why=$1
    shift
    missing=
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    if is_root; then
        say "installing$missing ($why)"
        # shellcheck disable=SC2086  # a list of words on purpose
        if { apt-get update -q && DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -q --no-install-recommends $missing; } >&2; then
            return 0
        fi
        say "the packages could not be installed; go online and type: apt-get install$missing"
        return 1
    fi
    say "for $why, type: sudo apt-get install$missing"
    return 1
}

find_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

make_venv() {
    python=$(find_python) || { say "Python 3.11 or newer is needed; install it and try again."; exit 2; }
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        command -v apt-get >/dev/null 2>&1 || { say "this Python lacks venv; install it and try again."; exit 2; }
        apt_install "Python's virtual environments" "$version" || exit 2
    fi
    say "making the virtual environment $VENV"
    "$python" -m venv "$VENV"
}

# packages STAMP EXTRAS: install the pinned packages once for the present pyproject.toml and constraints.txt.
packages() {
    stamp=$VENV/.$1
    if [ -f "$stamp" ] && [ "$stamp" -nt pyproject.toml ] && [ "$stamp" -nt constraints.txt ]; then
        return 0
    fi
    say "installing the pinned packages; this takes a minute or two"
    "$VENV/bin/python" -m pip install --disable-pip-version-check -c constraints.txt -e ".$2" >&2 ||
        { say "the packages could not be installed; go online and try again."; exit 2; }
    touch "$stamp"
}

# model NAME FOLDER: install a model once; without it the coach still opens.
model() {
    [ ! -f "$MODELS/$2/checked.json" ] || return 0
    say "installing the model $1"
    "$VENV/bin/coach" models install "$1" >&2 ||
        say "the coach opens without it; type 'coach models install $1' when you are online."
}

[ -x "$VENV/bin/python" ] || make_venv
if [ "$MODE" = test ] || [ -f "$VENV/.tests-ready" ]; then
    packages tests-ready '[dev,openai]'
else
    packages ready ''
fi

if [ "$(uname -s)" = Linux ]; then
    if command -v apt-get >/dev/null 2>&1; then
        apt_install "the microphone" libportaudio2 || say "until then, answer from audio files or by typing."
        if [ "$MODE" = test ]; then
            apt_install "the tests of the microphone and the terminal" \
                tmux pulseaudio pulseaudio-utils libasound2-plugins || say "until then those tests are skipped."
        fi
    elif ! "$VENV/bin/python" -c 'import sounddevice' 2>/dev/null; then
        say "for the microphone, install PortAudio with your package manager; until then, answer from files."
    fi
fi

model tiny.en faster-whisper/tiny.en
model minilm embedding/minilm
