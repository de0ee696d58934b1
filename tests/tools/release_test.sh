#!/usr/bin/env bash
# Tests tools/run with the real release build: it is static, quiet, finds what is wrong and is content with what is
# sound, by a path from the caller's folder and on standard input.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

run() {
  status=0
  (cd "$scratch" && "$root/tools/run" "$@" >out 2>err) || status=$?
}

# expect STATUS WHAT COMMAND...: the last run had STATUS, and COMMAND succeeds.
expect() {
  local wanted=$1 what=$2
  shift 2
  if ((status == wanted)) && "$@"; then return; fi
  failures=$((failures + 1))
  printf 'not so: %s\nstatus %s\n' "$what" "$status"
  cat "$scratch/out" "$scratch/err"
}

run --version
run --version
version=$(sed -n 's/^project(corslint VERSION \([0-9.]*\) .*/\1/p' "$root/CMakeLists.txt")
expect 0 "--version prints name and version" grep -qx "corslint $version" "$scratch/out"
expect 0 "a second run is quiet" test ! -s "$scratch/err"
expect 0 "the executable is static" bash -c "! ldd '$root/build/release/lint/corslint' >/dev/null 2>&1"

printf '[cors]\nallow_origins = ["*"]\nallow_credentials = true\n' >"$scratch/wrong.toml"
printf '[cors]\nallow_origins = ["https://app.example.com"]\n' >"$scratch/sound.toml"
run check wrong.toml
expect 1 "a wrong policy is a finding" grep -q wildcard-with-credentials "$scratch/out"
run check sound.toml
expect 0 "a sound policy is clean" test ! -s "$scratch/err"
run check - --stdin-filename cors.toml <"$scratch/wrong.toml"
expect 1 "standard input is read" grep -q wildcard-with-credentials "$scratch/out"
run check missing.toml
expect 2 "a missing path is no finding" grep -q missing.toml "$scratch/err"

((failures == 0))
