#!/bin/sh
# Runs one of the tests here with a corslint; 77 says that what it needs is not installed.
# usage: run.sh CORSLINT TEST.mjs
folder=$(cd "$(dirname "$0")" && pwd)
for needed in node "$folder/node_modules/.package-lock.json"; do
  command -v "$needed" >/dev/null 2>&1 || [ -e "$needed" ] || {
    echo "SKIPPED: $needed is missing" >&2
    [ "$CORSLINT_REQUIRE_PROGRAMS" = 1 ] && exit 1
    exit 77
  }
done
CORSLINT=$1 exec node "$folder/$2"
