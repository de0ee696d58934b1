# The Debian 12 packages that corslint is built with, and those that its tests need on top.
run_packages=(
  cmake
  g++
  libcli11-dev
  libfyaml-dev
  libidn2-dev
  libre2-dev
  libtomlplusplus-dev
  libunistring-dev
  ninja-build
  nlohmann-json3-dev
  pkg-config
  publicsuffix
)
test_packages=(
  catch2
  clang
  clang-format
  clang-tidy
  libpsl-dev
)
command -v node >/dev/null || test_packages+=(nodejs)
