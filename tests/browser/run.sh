#!/bin/sh
# Runs the browser test where Node.js is installed; 77 says that it is not.
if ! command -v node >/dev/null 2>&1; then
  echo 'SKIPPED: Node.js is not installed' >&2
  [ "$CORSLINT_REQUIRE_PROGRAMS" = 1 ] && exit 1
  exit 77
fi
exec node "$(dirname "$0")/browser_test.mjs" "$@"
