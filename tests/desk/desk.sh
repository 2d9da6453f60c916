# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A desk for the real program: a display of its own with a window manager, a shop whose rows wait for a human, keys.
# Sourced by the scripts beside it, with $bin and $sample set. They end with 77 where a tool is missing.

needs() {
  for tool in "$@"; do command -v "$tool" >/dev/null || { echo "no $tool here" >&2; exit 77; }; done
}

work=$(mktemp -d)
file=$work/shop.pricewright
export PRICEWRIGHT_WITNESS=$work/witness XDG_CONFIG_HOME=$work/config XDG_RUNTIME_DIR=$work LC_ALL=C.UTF-8
unset QT_QPA_PLATFORM DBUS_SESSION_BUS_ADDRESS
processes=()
finish() {
  for p in "${processes[@]}"; do kill "$p" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
fail() {
  [ -z "${picture:-}" ] || scrot -o "$picture" 2>/dev/null || true
  echo "FAILED: $*" >&2
  exit 1
}
nap() { read -rt "$1" <> <(:) || true; }

engine() { "$bin/pricewright-engine" --workspace "$file" "$@"; }
ask() { sqlite3 -readonly "$file" "$1"; }
in_state() { ask "SELECT count(*) FROM decision WHERE state = '$1'"; }

# In this shop a human sees every change.
make_shop() {
  engine init --sample "$sample" >/dev/null
  for limit in guardrail.step.percent guardrail.step-24h.percent guardrail.step-7d.percent; do
    engine settings set $limit 1 >/dev/null
  done
  engine cycle >/dev/null || [ $? -eq 8 ]
}

open_desk() {
  export DISPLAY=:$((90 + RANDOM % 400))
  Xvfb $DISPLAY -screen 0 1440x900x24 >/dev/null 2>&1 & processes+=($!)
  for ((i = 0; i < 200; ++i)); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; nap 0.05; done
  openbox >/dev/null 2>&1 & processes+=($!)
}

# Starts the program on the shop and waits for its window.
open_program() {
  began=$(date +%s%N)
  "$bin/pricewright" --workspace "$file" >"$work/program.log" 2>&1 & program=$!
  processes+=($program)
  window=$(timeout 30 xdotool search --sync --onlyvisible --name 'Orange juice.*Pricewright' | head -1)
  [ -n "$window" ] || fail "no window: $(cat "$work/program.log")"
  echo "usable after $((($(date +%s%N) - began) / 1000000)) ms"
  xdotool windowactivate --sync "$window"
}
keys() { xdotool key --clearmodifiers --delay 30 "$@"; }
