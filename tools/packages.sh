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
  python3
)
# The programs and engines that are compared with what corslint says of them.
test_packages+=(
  chromium
  golang-github-gin-contrib-cors-dev
  golang-github-gorilla-handlers-dev
  golang-github-rs-cors-dev
  golang-go
  libnginx-mod-http-headers-more-filter
  libpcre2-dev
  libservlet-api-java
  libspring-web-java
  nginx-light
  openjdk-17-jdk-headless
  openssl
  python3-django-cors-headers
  python3-fastapi
  python3-flask-cors
  python3-starlette
  ruby
  ruby-rack-cors
)
command -v node >/dev/null || test_packages+=(nodejs)
command -v npm >/dev/null || test_packages+=(npm)
