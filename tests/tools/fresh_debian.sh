#!/usr/bin/env bash
# Tries the README's two commands where nothing is installed: in a new Debian 12 with bash, git and apt, with a fresh
# clone of REPOSITORY (default: this one; what is not committed is not tried). Needs root and debootstrap; not part of
# tools/test, since it downloads and installs everything (some hundred MB).
# usage: fresh_debian.sh [REPOSITORY [FOLDER]]    the machine is made in FOLDER, which must not exist yet
set -euo pipefail
repository=${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
folder=${2:-/tmp/fresh-root}
log=$folder.log

clean_up() {
  ! mountpoint --quiet "$folder/proc" || umount "$folder/proc"
}
trap clean_up EXIT

# The mirror, the proxy and the keys are those of this machine.
make_machine() {
  local mirror
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Codename: bookworm' | head -n 1)
  debootstrap --variant=minbase --include=git,ca-certificates bookworm "$folder" "${mirror:-http://deb.debian.org/debian}"
  rm -f "$folder/etc/apt/sources.list"
  cp -r /etc/apt/. "$folder/etc/apt/"
  cp /etc/resolv.conf /etc/hosts "$folder/etc/"
  mount -t proc proc "$folder/proc"
}

# inside COMMAND...: runs COMMAND in the clone on the machine, with a clean environment, then prints status and time.
inside() {
  local status=0 start=$SECONDS
  echo "\$ $*"
  chroot "$folder" /usr/bin/env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin CI=true \
    /bin/bash -c 'cd /root/corslint && exec "$@"' bash "$@" </dev/null || status=$?
  echo "exit status $status after $((SECONDS - start)) s"
}

[[ ! -e $folder ]] || {
  echo "$folder exists: remove it first" >&2
  exit 2
}
echo "making a Debian 12 in $folder (log: $log)"
make_machine >"$log" 2>&1
git clone --quiet --no-hardlinks "$repository" "$folder/root/corslint"
chroot "$folder" dpkg-query --show | wc -l | sed 's/$/ packages installed/'
inside tools/run check samples
inside tools/run check samples
inside tools/test
inside tools/test
