#!/bin/sh
# Builds the Go program that is named with Debian's packages of its libraries, once for its text,
# and runs it. conversation.go is part of each. Exit status 77: the compiler or a library is not installed here.
source=$1 common=$(dirname "$1")/conversation.go
export GO111MODULE=off GOPATH=/usr/share/gocode
if ! command -v go >/dev/null; then
  echo "Go is not installed" >&2
  exit 77
fi
packages=$(cd "$(dirname "$source")" && go list -f '{{join .Imports " "}}' "$(basename "$source")")
for package in $packages; do
  case $package in
    *.*/*) ;;
    *) continue ;;
  esac
  if [ ! -d "$GOPATH/src/$package" ]; then
    echo "the Go package $package is not installed" >&2
    exit 77
  fi
done
folder=${XDG_CACHE_HOME:-$HOME/.cache}/corslint-tests
mkdir -p "$folder" || exit 1
program=$folder/$(basename "$source" .go)-$( (cat "$source" "$common" && go version) | sha256sum | cut -c1-16)
if [ ! -x "$program" ]; then
  GOFLAGS= go build -o "$program.$$" "$source" "$common" && mv "$program.$$" "$program" || exit 1
fi
exec "$program"
