# Shared by tools/run and tools/test, which set `root`: builds a preset, and installs what that needs,
# where this is not done yet. Nothing is printed unless there is something to do.

# What the executable is made from: a change to any of these makes a build stale.
sources=("$root/CMakeLists.txt" "$root/CMakePresets.json" "$root/cmake" "$root/lint" "$root/rules"
  "$root/schemas" "$root/tools/packages.sh")

say() { printf 'corslint: %s\n' "$*" >&2; }

give_up() {
  say "$@"
  exit 2
}

# is_built PRESET INPUT...: the last build of PRESET began after the last change to each INPUT. The stamp holds the
# folder that it was made in, because a build folder does not survive being moved.
is_built() {
  local stamp=$root/build/$1/built made_in=
  shift
  [[ -e $stamp ]] || return 1
  read -r made_in <"$stamp"
  [[ $made_in == "$root" && -z $(find "$@" -newer "$stamp" -print -quit 2>&1) ]]
}

# logged NAME COMMAND...: runs COMMAND with its output in build/NAME.log; where it fails, shows the end of that.
logged() {
  local log=$root/build/$1.log
  shift
  "$@" >"$log" 2>&1 && return
  tail -n 200 "$log" >&2
  say "failed: $* (all output: $log)"
  return 1
}

missing_packages() {
  dpkg-query --show --showformat '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
    { sed -n 's/ installed$//p'; printf '%s\n' "$@"; } | sort | uniq -u
}

apt() {
  local run=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600)
  (($(id -u) == 0)) || run=(sudo -n "${run[@]}")
  "${run[@]}" "$@"
}

# Package lists that are there are tried first; on a new machine there are none.
apt_install() {
  apt install -y --no-install-recommends "$@" || { apt update && apt install -y --no-install-recommends "$@"; }
}

install_missing() {
  local missing by_hand
  command -v dpkg-query >/dev/null || give_up "this is not Debian: install what these Debian packages hold, then run" \
    "cmake --workflow --preset release in $root: $*"
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  by_hand="install these packages by hand: ${missing[*]}"
  command -v apt-get >/dev/null || give_up "there is no apt-get here; $by_hand"
  (($(id -u) == 0)) || sudo -n true 2>/dev/null || give_up "installing packages needs root; $by_hand"
  say "installing Debian packages: ${missing[*]} ..."
  logged packages apt_install "${missing[@]}" || give_up "$by_hand"
}

configure_and_build() {
  local preset=$1 moved=()
  [[ ! -e build/$preset/built || $(<"build/$preset/built") == "$root" ]] || moved=(--fresh)
  cmake --preset "$preset" "${moved[@]}" && cmake --build --preset "$preset" --parallel "$(nproc)"
}

# prepare PRESET MESSAGE INPUT...: installs `packages` and builds PRESET unless is_built; one at a time, whoever asks.
# The stamp is as old as the beginning of the build, so a change made meanwhile counts. Status 2 where packages or
# permissions are missing, 1 where the build fails.
prepare() (
  preset=$1 message=$2
  shift 2
  cd "$root" && mkdir -p "build/$preset" && exec 9>build/lock || give_up "cannot write to $root/build"
  flock --nonblock 9 || {
    say "waiting for another build ..."
    flock 9
  }
  ! is_built "$preset" "$@" || exit 0
  install_missing "${packages[@]}"
  say "$message ..."
  echo "$root" >"build/$preset/built.new"
  logged "$preset" configure_and_build "$preset" && mv "build/$preset/built.new" "build/$preset/built" || exit 1
) </dev/null
