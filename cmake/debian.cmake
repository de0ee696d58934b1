# Run by CPack on what it has laid out for a package: what Debian's policy asks of a Debian package alone.
if(NOT CPACK_GENERATOR STREQUAL DEB)
  return()
endif()

function(write_document package name text)
  file(WRITE ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${package}/usr/share/${name} "${text}")
endfunction()

set(copyright
    "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: corslint

Files: *
Copyright: 2026 the authors of corslint
License: Apache-2.0
 On Debian systems, the full text of the Apache License 2.0 is in
 /usr/share/common-licenses/Apache-2.0.
")
write_document(program doc/corslint/copyright "${copyright}")
write_document(library doc/libcorslint-dev/copyright "${copyright}")

# The program runs anywhere because it is static, and the repository's history says what has changed.
write_document(program lintian/overrides/corslint
               "corslint: no-changelog\ncorslint: statically-linked-binary [usr/bin/corslint]\n")
write_document(library lintian/overrides/libcorslint-dev "libcorslint-dev: no-changelog\n")

file(GLOB manual_pages ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/program/usr/share/man/man1/*.1)
execute_process(COMMAND gzip -9nf ${manual_pages} COMMAND_ERROR_IS_FATAL ANY)
