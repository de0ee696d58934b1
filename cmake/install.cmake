# What `cmake --install` and CPack deliver: the program with its manual page and completions, and the library.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
include(cmake/notices.cmake)

# Made by the program itself, so that they say what its command line says.
set(documents ${PROJECT_BINARY_DIR}/documents)
file(MAKE_DIRECTORY ${documents})
set(made_documents)
function(make_document name)
  add_custom_command(
    OUTPUT ${documents}/${name}
    COMMAND corslint ${ARGN} > ${documents}/${name}
    DEPENDS corslint
    COMMENT "Writing ${name}"
    VERBATIM)
  set(made_documents ${made_documents} ${documents}/${name} PARENT_SCOPE)
endfunction()
make_document(corslint.1 manual)
make_document(corslint.bash completions bash)
make_document(_corslint completions zsh)
make_document(corslint.fish completions fish)
add_custom_target(corslint_documents ALL DEPENDS ${made_documents})

install(TARGETS corslint RUNTIME COMPONENT program)
install(FILES ${documents}/corslint.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${documents}/corslint.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME corslint
        COMPONENT program)
install(FILES ${documents}/_corslint DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT program)
install(FILES ${documents}/corslint.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright COMPONENT program)
write_third_party_notices(${documents}/third-party-notices)
install(FILES ${documents}/third-party-notices DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)

install(
  TARGETS corslint_library
  EXPORT corslint
  ARCHIVE COMPONENT library)
install(FILES ${PROJECT_SOURCE_DIR}/lint/library/corslint.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/corslint
        COMPONENT library)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/corslint)
install(
  EXPORT corslint
  NAMESPACE corslint::
  FILE corslintTargets.cmake
  DESTINATION ${package_folder}
  COMPONENT library)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/corslintConfig.cmake.in ${PROJECT_BINARY_DIR}/corslintConfig.cmake
                              INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/corslintConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/corslintConfig.cmake ${PROJECT_BINARY_DIR}/corslintConfigVersion.cmake
        DESTINATION ${package_folder} COMPONENT library)

set(CPACK_GENERATOR TGZ DEB)
set(CPACK_PACKAGE_VENDOR corslint)
set(CPACK_PACKAGE_CONTACT "corslint <corslint@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "linter and proof tool for CORS policies")
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION
    "Reads the CORS policies in TOML, JSON and env files, knows how the program\nthat enforces each one behaves, and says what is wrong with them before they\nare deployed."
)
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION
    "The static library and its header: takes the text of a policy, and gives the\nfindings that the program reports."
)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES OFF)
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
set(CPACK_ARCHIVE_PROGRAM_FILE_NAME corslint-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_ARCHIVE_LIBRARY_FILE_NAME libcorslint-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME corslint)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libcorslint-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS "libfyaml-dev, libidn2-dev, libre2-dev, pkg-config")
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian.cmake)
if(NOT CORSLINT_STATIC)
  set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
endif()
include(CPack)
