#!/bin/sh
# The program beside what users would take instead, in one go: prints tables of Markdown with ratios.
#
#   benches/peers.sh [all|viewers|parsers|viewer]
#
# `less`, `lnav` (0.11), `jless` (0.9) and `csvlens` (0.15) are driven where they are installed; who
# is missing is said to be. The parsers are built from `benches/peers`. Files are generated once into
# PEERS_FOLDER, by default a folder that is removed at the end. It takes about seven minutes.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
what=${1:-all}
target=${CARGO_TARGET_DIR:-$here/target}
export CARGO_TARGET_DIR="$target"
if [ -n "${PEERS_FOLDER:-}" ]; then
    folder=$PEERS_FOLDER
    mkdir -p "$folder"
else
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
fi

cargo build --quiet --release --manifest-path "$here/Cargo.toml" --bin outage-tui --example big_incident
cargo build --quiet --release --manifest-path "$here/benches/peers/Cargo.toml"
for events in 30 1000 100000 1000000; do
    big=$target/release/examples/big_incident
    [ -s "$folder/$events.yaml" ] || "$big" "$events" >"$folder/$events.yaml"
    [ -s "$folder/$events.json" ] || "$big" "$events" --json >"$folder/$events.json"
done
[ -s "$folder/1000000.csv" ] || "$target/release/peers" twins "$folder"
# Read once, so that each finds the files in memory.
cat "$folder"/*.yaml "$folder"/*.json "$folder"/*.log "$folder"/*.csv >/dev/null

"$target/release/peers" "$what" "$target/release/outage-tui" "$folder"
