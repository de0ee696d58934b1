#!/usr/bin/env bash
# Tests tools/run in a copy of it, with stand-ins for the package manager, the user and the build, whose calls they
# note in `calls`. The build's product prints its arguments and its folder, and exits with status 7.
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../tools" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tree="$scratch/a tree" stubs=$scratch/stubs calls=$scratch/calls
failures=0

# stub NAME BODY: puts a program NAME first in PATH.
stub() {
  printf '#!/bin/bash\necho "%s $*" >>"%s"\n%s\n' "$1" "$calls" "$2" >"$stubs/$1"
  chmod +x "$stubs/$1"
}

# A machine with only what a bare Debian has; `$1` is the user's id, `$2` what dpkg-query knows.
new_machine() {
  rm -rf "$tree" "$stubs" "$calls"
  mkdir -p "$tree"/{cmake,lint,rules,schemas} "$stubs" "$scratch/elsewhere"
  touch "$tree"/{CMakeLists.txt,CMakePresets.json} "$calls"
  cp -r "$tools" "$tree/tools"
  local program
  for program in bash env cat cp chmod find flock id mkdir mv nproc readlink rm sed sleep sort tail touch true uniq; do
    ln -s "$(type -P "$program")" "$stubs/$program"
  done
  rm "$stubs/id"
  stub id "echo $1"
  stub dpkg-query "$2"
  stub cmake '[[ $1 == --build ]] || exit 0
    mkdir -p build/release/lint
    [[ ! -e building ]] || { echo "two builds at once"; exit 1; }
    touch building; sleep "${BUILD_SECONDS:-0}"; rm building
    cat >build/release/lint/corslint <<<"#!/bin/bash
printf \"[%s]\" \"\$@\"; echo \" in \$PWD\"; exit 7"
    chmod +x build/release/lint/corslint'
}

# The first three arguments are options; not to know the fourth is to miss the first package.
all_installed='shift 3; for name; do echo "$name installed"; done'
all_but_one='shift 4; for name; do echo "$name installed"; done'

run() {
  status=0
  (cd "$scratch/elsewhere" && PATH=$stubs "$tree/tools/run" "$@" >"$scratch/out" 2>"$scratch/err") || status=$?
  out=$(<"$scratch/out") err=$(<"$scratch/err")
}

expect() {
  local what=$1
  shift
  if ! "$@"; then
    failures=$((failures + 1))
    printf 'not so: %s\nstatus %s\nout: %s\nerr: %s\ncalls:\n%s\n\n' "$what" "$status" "$out" "$err" "$(<"$calls")"
  fi
}
called() { grep -q "^$1" "$calls"; }
same() { [[ $1 == "$2" ]]; }
matches() { [[ $1 == *"$2"* ]]; }
not() { ! "$@"; }

new_machine 0 "$all_but_one"
run check
expect "without apt-get the status is 2" same "$status" 2
expect "without apt-get standard output stays empty" same "$out" ""
expect "without apt-get the missing package is named" matches "$err" "there is no apt-get here; install these packages by hand: cmake"
expect "without apt-get nothing is built" not called cmake

new_machine 1000 "$all_but_one"
stub apt-get ""
run check
expect "without sudo the status is 2" same "$status" 2
expect "without sudo the missing package is named" matches "$err" "needs root; install these packages by hand: cmake"
expect "without sudo apt-get is not called" not called apt-get
stub sudo "exit 1"
run check
expect "with a sudo that asks for a password the status is 2" same "$status" 2
expect "with a sudo that asks for a password apt-get is not called" not called apt-get
stub sudo 'shift; exec "$@"'
run check
expect "with sudo the package is installed" called "apt-get .*install -y --no-install-recommends cmake$"
expect "with sudo corslint runs" same "$status" 7

new_machine 0 "$all_but_one"
stub apt-get 'echo the mirror is down; exit 100'
run check
expect "a failed installation has status 2" same "$status" 2
expect "a failed installation shows the output of apt-get" matches "$err" "the mirror is down"
expect "a failed installation is tried again with new lists" called "apt-get .*update"
expect "a failed installation names the packages" matches "$err" "by hand: cmake"

new_machine 0 "$all_installed"
rm "$stubs/dpkg-query"
run check
expect "outside Debian the status is 2" same "$status" 2
expect "outside Debian all packages are named" matches "$err" "this is not Debian: install what these Debian packages hold"

new_machine 0 "$all_installed"
stub apt-get ""
run check "a b" -
expect "the status is that of corslint" same "$status" 7
expect "arguments and folder are the caller's, and standard output is the report alone" same "$out" "[check][a b][-] in $scratch/elsewhere"
expect "a build says so in one line" same "$err" "corslint: building (less than ten minutes on two cores) ..."
expect "with everything installed apt-get is not called" not called apt-get

: >"$calls"
run rules
expect "the second run is quiet" same "$err" ""
expect "the second run runs" same "$out" "[rules] in $scratch/elsewhere"
expect "the second run asks nobody" same "$(<"$calls")" ""

sleep 0.01
touch "$tree/rules/new.cpp"
run rules
expect "a new source is built" called "cmake --build"
: >"$calls"
touch "$tree/README.md"
run rules
expect "what is no source is not built" not called cmake

mv "$tree" "$tree moved"
tree="$tree moved"
run rules
expect "a tree that was moved is built anew" called "cmake --preset release --fresh"

new_machine 0 "$all_installed"
stub cmake 'echo "an error in the sources"; exit 1'
run rules
expect "a failed build has status 2" same "$status" 2
expect "a failed build shows its output" matches "$err" "an error in the sources"
expect "a failed build leaves standard output empty" same "$out" ""
: >"$calls"
run rules
expect "a failed build is tried again" called cmake

new_machine 0 "$all_installed"
touch "$tree/build"
run rules
expect "where nothing can be written the status is 2" same "$status" 2
expect "where nothing can be written the folder is named" matches "$err" "cannot write to $tree/build"

new_machine 0 "$all_installed"
for caller in 1 2 3; do
  (cd "$scratch" && BUILD_SECONDS=0.3 PATH=$stubs "$tree/tools/run" >"$scratch/out$caller" 2>&1) || echo "$?" >"$scratch/status$caller" &
done
wait
expect "three at once all run" same "$(cat "$scratch"/status[123])" $'7\n7\n7'
expect "three at once build once" same "$(grep -c '^cmake --build' "$calls")" 1

echo "$failures failed"
((failures == 0))
