#!/bin/sh
# Runs spring.java with Debian's Spring (libspring-web-java, libservlet-api-java) and a JDK.
# Exit status 77: not installed here.
jars=/usr/share/java
class_path=
for jar in spring3-web spring3-core servlet-api commons-logging; do
  if [ ! -e $jars/$jar.jar ]; then
    echo "$jars/$jar.jar is not installed" >&2
    exit 77
  fi
  class_path=$class_path:$jars/$jar.jar
done
if ! command -v javac >/dev/null; then
  echo "a JDK is not installed" >&2
  exit 77
fi
exec java -cp "${class_path#:}" "$(dirname "$0")/spring.java"
