#!/bin/sh
# How long pictures and films take, from the start of the process to its end: medians of 21 runs
# (films: 5). Build first: cargo build --release.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
program=${CARGO_TARGET_DIR:-$here/target}/release/outage-tui
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Milliseconds of one run.
once() {
    begun=$(date +%s%N)
    "$program" "$@" --force
    echo $((($(date +%s%N) - begun) / 100000))
}

# name, goal in milliseconds, runs, then the command.
measure() {
    name=$1 goal=$2 runs=$3
    shift 3
    once "$@" >/dev/null
    middle=$(for _ in $(seq "$runs"); do once "$@"; done | sort -n | sed -n "$((runs / 2 + 1))p")
    printf '| %s | %d.%d ms | %s |\n' "$name" $((middle / 10)) $((middle % 10)) "$goal"
}

october=$here/incidents/oct-outage.yaml
printf '| what | median | goal |\n|---|---|---|\n'
for lang in en bn; do
    measure "PNG, 120x40, scale 2, $lang" "80 ms" 21 shot "$october" --lang $lang -o "$folder/a.png"
    measure "SVG, 120x40, $lang" "15 ms" 21 shot "$october" --lang $lang -o "$folder/a.svg"
    measure "GIF of the October outage, 120x40, $lang" "1500 ms" 5 replay "$october" --lang $lang -o "$folder/a.gif"
    printf '| its size, %s | %d bytes | 1000000 bytes |\n' $lang "$(wc -c <"$folder/a.gif")"
done
