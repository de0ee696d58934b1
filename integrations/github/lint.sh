#!/usr/bin/env bash
# The step of the GitHub action (../../action.yml): lints with the corslint on PATH, or with the one that is built from
# this checkout, and writes the report to the log, annotations, and SARIF. Its exit status is corslint's.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
corslint=$(command -v corslint || echo "$root/tools/run")
annotations=$(mktemp)
trap 'rm -f "$annotations"' EXIT
read -r -a paths <<<"${CORSLINT_PATHS:-.}"
read -r -a arguments <<<"${CORSLINT_ARGS:-}"

reports=(-f full -f "github=$annotations")
[[ -z ${CORSLINT_SARIF_FILE:-} ]] || {
  rm -f "$CORSLINT_SARIF_FILE"
  reports+=(-f "sarif=$CORSLINT_SARIF_FILE")
}

# Nothing that stands in a linted file may be taken for a workflow command.
token=$(</proc/sys/kernel/random/uuid)
status=0
echo "::stop-commands::$token"
"$corslint" check --color always "${reports[@]}" --fail-level "${CORSLINT_FAIL_LEVEL:-warning}" "${arguments[@]}" "${paths[@]}" 2>&1 || status=$?
echo
echo "::$token::"
cat "$annotations"
[[ -z ${CORSLINT_SARIF_FILE:-} || ! -e $CORSLINT_SARIF_FILE ]] || echo "sarif-file=$CORSLINT_SARIF_FILE" >>"$GITHUB_OUTPUT"
exit "$status"
