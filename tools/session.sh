#!/bin/bash
# Runs a command inside a throwaway desktop session: a message bus of its own, a real and
# unlocked key ring (gnome-keyring), and a virtual screen that tests may use.
#
#   tools/session.sh .venv/bin/python -m pytest
#
# Qt paints offscreen unless told otherwise; a test that wants a real X window starts its
# process with DISPLAY="$VIRTUAL_SCREEN" QT_QPA_PLATFORM=xcb. DISPLAY itself stays unset: with a
# display, a locked key ring would wait for ever for somebody to answer its prompt.
# Everything started here is ended by its own process id, whatever way the command ends.
set -euo pipefail
set -m

session=$(mktemp -d "${TMPDIR:-/tmp}/session.XXXXXX")
started=()

finish() {
    local process
    trap '' INT TERM HUP # a second signal must not cut the tidying short
    for process in "${started[@]}"; do
        kill -- "-$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    rm -rf "$session"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

wait_until() {
    local tries
    for ((tries = 0; tries < 100; tries++)); do
        if "$@"; then return 0; fi
        sleep 0.1
    done
    echo "This never came: $*" >&2
    cat "$session"/*.log >&2
    return 1
}

# A bus without service folders: nothing is started behind our back, nothing outlives us.
start_bus() {
    cat >"$session/bus.conf" <<CONF
<busconfig>
  <type>session</type>
  <listen>unix:path=$XDG_RUNTIME_DIR/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF
    dbus-daemon --nofork --nopidfile --config-file="$session/bus.conf" >"$session/bus.log" 2>&1 &
    started=($! "${started[@]}")
    export DBUS_SESSION_BUS_ADDRESS="unix:path=$XDG_RUNTIME_DIR/bus"
    wait_until test -S "$XDG_RUNTIME_DIR/bus"
}

start_key_ring() {
    gnome-keyring-daemon --foreground --unlock --components=secrets \
        < <(printf 'throwaway') >"$session/key-ring.log" 2>&1 &
    started=($! "${started[@]}")
    wait_until key_ring_is_open
}

key_ring_is_open() {
    dbus-send --session --print-reply --dest=org.freedesktop.secrets \
        /org/freedesktop/secrets/aliases/default \
        org.freedesktop.DBus.Properties.Get \
        string:org.freedesktop.Secret.Collection string:Locked 2>/dev/null |
        grep -q 'boolean false'
}

start_screen() {
    Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp \
        3>"$session/screen" >"$session/screen.log" 2>&1 &
    started=($! "${started[@]}")
    wait_until test -s "$session/screen"
    VIRTUAL_SCREEN=":$(<"$session/screen")"
    export VIRTUAL_SCREEN
}

export XDG_DATA_HOME="$session/data" XDG_CONFIG_HOME="$session/config"
export XDG_CACHE_HOME="$session/cache" XDG_STATE_HOME="$session/state"
export XDG_RUNTIME_DIR="$session/run"
mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_STATE_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
unset DISPLAY WAYLAND_DISPLAY

start_bus
start_key_ring
start_screen
"$@" &
started=($! "${started[@]}")
code=0
wait "${started[0]}" || code=$?
exit "$code"
