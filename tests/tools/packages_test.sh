#!/usr/bin/env bash
# Tests what tools/package builds, as its users get it: the archive runs, the Debian package holds what it should, npx runs
# the npm packages without an install script, and a program builds against the installed library.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
packages=$root/build/packages
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

# so WHAT COMMAND...: COMMAND succeeds.
so() {
  local what=$1
  shift
  if "$@" >"$scratch/out" 2>&1; then return; fi
  failures=$((failures + 1))
  printf 'not so: %s\n' "$what"
  cat "$scratch/out"
}

version=$(sed -n 's/^project(corslint VERSION \([0-9.]*\) .*/\1/p' "$root/CMakeLists.txt")
"$root/tools/package" >/dev/null

mkdir "$scratch/tgz" "$scratch/npm" "$scratch/library"
tar -xzf "$packages/corslint-$version-linux-x86_64.tar.gz" -C "$scratch/tgz" --strip-components=1
so "the archive's program runs" "$scratch/tgz/bin/corslint" --version
so "the archive has the licence" test -s "$scratch/tgz/share/doc/corslint/copyright"
so "the archive has the notices of what it holds" grep -q "^==== libre2-dev ====" "$scratch/tgz/share/doc/corslint/third-party-notices"
so "the manual page has no fault" bash -c "man --warnings -E UTF-8 -l -Tutf8 -Z '$scratch/tgz/share/man/man1/corslint.1' 2>&1 >/dev/null | { ! grep .; }"
so "bash takes the completions" bash -n "$scratch/tgz/share/bash-completion/completions/corslint"
so "bash completes a rule" bash -c ". '$scratch/tgz/share/bash-completion/completions/corslint'; COMP_WORDS=(corslint explain null-or); COMP_CWORD=2; _corslint; [[ \${COMPREPLY[*]} == null-origin ]]"
so "bash completes an option" bash -c ". '$scratch/tgz/share/bash-completion/completions/corslint'; COMP_WORDS=(corslint --fix-o); COMP_CWORD=1; _corslint; [[ \${COMPREPLY[*]} == --fix-only ]]"
so "bash completes the second of several rules" bash -c ". '$scratch/tgz/share/bash-completion/completions/corslint'; COMP_WORDS=(corslint check --ignore null-origin,trailing-s); COMP_CWORD=3; _corslint; [[ \${COMPREPLY[*]} == null-origin,trailing-slash ]]"
so "bash completes a format" bash -c ". '$scratch/tgz/share/bash-completion/completions/corslint'; COMP_WORDS=(corslint check -f conc); COMP_CWORD=3; _corslint; [[ \${COMPREPLY[*]} == concise ]]"
if command -v zsh >/dev/null; then so "zsh takes the completions" zsh -n "$scratch/tgz/share/zsh/site-functions/_corslint"; fi
if command -v fish >/dev/null; then
  so "fish takes the completions" fish --no-execute "$scratch/tgz/share/fish/vendor_completions.d/corslint.fish"
fi

deb=$packages/corslint_${version}_amd64.deb
so "the Debian package names its licence" bash -c "dpkg-deb -c '$deb' | grep -q usr/share/doc/corslint/copyright"
so "the Debian package's program may be run" bash -c "dpkg-deb -c '$deb' | grep -q -- '-rwxr-xr-x root/root .* ./usr/bin/corslint\$'"
so "the Debian package's manual page is compressed" bash -c "dpkg-deb -c '$deb' | grep -q usr/share/man/man1/corslint.1.gz"
so "the Debian package has a long description" bash -c "dpkg-deb -f '$deb' Description | grep -q '^ '"
so "the Debian package needs no other" bash -c "! dpkg-deb -f '$deb' Depends | grep ."

for package in corslint linux-x64; do
  so "npm's version of $package is the project's" grep -q "\"version\": \"$version\"" "$root/integrations/npm/$package/package.json"
done
so "the npm packages install without scripts" npm install --prefix "$scratch/npm" --ignore-scripts --no-audit --no-fund --offline \
  "$packages/corslint-linux-x64-$version.tgz" "$packages/corslint-$version.tgz"
so "the npm package has the notices" test -s "$scratch/npm/node_modules/@corslint/linux-x64/third-party-notices"
printf '[cors]\nallow_origins = ["null"]\n' >"$scratch/npm/cors.toml"
so "npx runs the program and keeps its status" bash -c "cd '$scratch/npm' && npx --offline corslint cors.toml; test \$? = 1"

so "the library installs" cmake --install "$root/build/release" --component library --prefix "$scratch/library/usr"
so "a program finds the library" cmake -S "$root/tests/lint/library/example" -B "$scratch/library/build" -G Ninja -DCMAKE_PREFIX_PATH="$scratch/library/usr"
so "a program builds against the library" cmake --build "$scratch/library/build"
so "the program lints" bash -c "'$scratch/library/build/example' cors.toml <'$scratch/npm/cors.toml' | grep -q '^2:19: null-origin: '"

((failures == 0))
