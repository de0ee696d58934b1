# Gives the headers of a folder to its library as a file set, so that with CMAKE_VERIFY_INTERFACE_HEADER_SETS
# the target all_verify_interface_header_sets compiles each of them alone.
function(corslint_verify_headers target folder)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.h)
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${headers})
endfunction()
