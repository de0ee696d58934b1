#!/usr/bin/env bash
# Tests what SECURITY.md promises, by what the release build asks of the kernel: no socket is opened, no program is started
# but git, and nothing is opened for writing but what was asked for.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=$root/build/release/lint/corslint
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

# traced COMMAND...: runs it in the scratch folder and keeps its calls.
traced() {
  (cd "$scratch/tree" && strace -f -qq -e trace=network,process,%file -o "$scratch/calls" "$@") >"$scratch/out" 2>"$scratch/err" </dev/null || true
}

# promised WHAT COMMAND...: COMMAND succeeds.
promised() {
  local what=$1
  shift
  if "$@"; then return; fi
  failures=$((failures + 1))
  printf 'not so: %s\n' "$what"
  cat "$scratch/calls" "$scratch/err"
}

calls() { grep -E "$1" "$scratch/calls" || true; }
opens_no_socket() { [[ -z $(calls '\b(socket|connect|bind|sendto|socketpair)\(') ]]; }
starts_nothing_but_git() { [[ -z $(calls '\bexecve(at)?\(' | sed 1d | grep -vE 'execve\("[^"]*/git"|/libexec/git-core/|ENOENT') ]]; }
# Git itself may refresh its index; what it opens is not ours.
writes_nothing() { [[ -z $(calls '\b(open|openat|creat)\(.*O_(WRONLY|RDWR|CREAT)' | grep -vE '"/dev/(null|tty)"|\.git/|/tmp/|ENOENT') && -z $(calls '\b(rename|unlink|mkdir|symlink|link|chmod|chown|truncate)[a-z0-9]*\(' | grep -v '\.git/') ]]; }
writes_only() { [[ -z $(calls '\b(open|openat|creat)\(.*O_(WRONLY|RDWR|CREAT)' | grep -vE "\"/dev/(null|tty)\"|\.git/|ENOENT|$1") ]]; }

mkdir "$scratch/tree"
cp -r "$root/samples/." "$scratch/tree"
git -C "$scratch/tree" init -q
for format in full json; do
  traced "$program" check -f "$format" .
  promised "check starts and says something" test -s "$scratch/out"
  promised "check opens no socket" opens_no_socket
  promised "check starts nothing but git" starts_nothing_but_git
  promised "check writes nothing" writes_nothing
done
traced "$program" check -f json=report.json wildcard-with-credentials
promised "a report is written where it was asked for" test -s "$scratch/tree/report.json"
promised "a report is all that is written" writes_only 'report\.json'
traced "$program" check --fix krakend
promised "check --fix opens no socket" opens_no_socket
promised "check --fix starts nothing but git" starts_nothing_but_git
promised "check --fix writes only into the folder that it was given" writes_only 'krakend'
for command in "simulate krakend/krakend.json --origin https://a.com" "pattern ^https://.*\.acme\.io$" "explain null-origin" rules dialects "schema report"; do
  read -ra words <<<"$command"
  traced "$program" "${words[@]}"
  promised "$command says something" test -s "$scratch/out"
  promised "$command opens no socket" opens_no_socket
  promised "$command starts nothing but git" starts_nothing_but_git
  promised "$command writes nothing" writes_nothing
done

((failures == 0))
