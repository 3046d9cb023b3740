# Sourced by try.sh and test.sh: installs what is missing on Debian, configures
# and builds. Not meant to be run by itself.

set -eu

FLT_SOURCE=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
FLT_JOBS=${FLT_JOBS:-$(nproc)}

fail() {
  printf 'fltcheck: %s\n' "$*" >&2
  exit 1
}

# as_root COMMAND...: runs it as root, through sudo where we are not.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    fail "need root to install packages: run as root, install sudo, or install" \
      "these yourself: $FLT_MISSING"
  fi
}

# install_packages PACKAGE...: installs those that are not there.
install_packages() {
  FLT_MISSING=
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null |
      grep -q 'install ok installed' || FLT_MISSING="$FLT_MISSING $package"
  done
  [ -n "$FLT_MISSING" ] || return 0
  command -v apt-get >/dev/null 2>&1 ||
    fail "this script installs packages with apt-get, which is not here;" \
      "install these and run cmake --preset llvm-22 yourself:$FLT_MISSING"
  echo "Installing:$FLT_MISSING"
  log=$(mktemp)
  as_root apt-get update -qq >"$log" 2>&1 || {
    cat "$log" >&2
    fail "apt-get update failed (see above): check the network and the sources"
  }
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
    --no-install-recommends $FLT_MISSING >"$log" 2>&1 || {
    tail -n 30 "$log" >&2
    fail "could not install:$FLT_MISSING (see above); LLVM 22 is in" \
      "Debian 12's own archive or its backports: check the sources"
  }
  rm -f "$log"
}

# llvm_packages VERSION: what is needed to build against that LLVM.
llvm_packages() {
  echo "llvm-$1-dev libclang-$1-dev libclang-cpp$1-dev clang-$1 clang-tidy-$1" \
    "clang-tools-$1 llvm-$1-tools"
}

FLT_BUILD_PACKAGES="cmake ninja-build python3 libxml2-dev zlib1g-dev"

# build VERSION [TARGET...]: configures the preset and builds. A build from nothing
# reads Clang's headers once; one that is there stays as its owner wants it.
build() {
  version=$1
  shift
  log="$FLT_SOURCE/build/llvm-$version/configure.log"
  mkdir -p "${log%/*}"
  fresh=
  [ -f "$FLT_SOURCE/build/llvm-$version/CMakeCache.txt" ] || fresh=-DFLT_PCH=ON
  # shellcheck disable=SC2086
  (cd "$FLT_SOURCE" &&
    cmake --preset "llvm-$version" $fresh ${FLT_CMAKE_ARGS:-}) >"$log" 2>&1 || {
    cat "$log" >&2
    fail "cmake failed (see above); remove build/llvm-$version and try again"
  }
  cmake --build "$FLT_SOURCE/build/llvm-$version" --parallel "$FLT_JOBS" \
    ${*:+--target "$@"} ||
    fail "the build failed (see above)"
}
