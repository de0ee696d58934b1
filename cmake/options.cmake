# What every target of this project is compiled and linked with.
set(CMAKE_CXX_EXTENSIONS OFF)
add_library(corslint_options INTERFACE)
target_compile_features(corslint_options INTERFACE cxx_std_20)
target_include_directories(corslint_options INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
target_compile_options(
  corslint_options
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wconversion
            -Wsign-conversion
            -Wshadow
            -Wnon-virtual-dtor
            -Woverloaded-virtual
            -Wold-style-cast
            -Wundef
            -ffunction-sections
            -fdata-sections)
target_link_options(corslint_options INTERFACE -Wl,--gc-sections $<$<CONFIG:Release>:-s>)

if(CORSLINT_WERROR)
  target_compile_options(corslint_options INTERFACE -Werror)
endif()

if(CORSLINT_STATIC)
  target_link_options(corslint_options INTERFACE -static)
endif()

if(CORSLINT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(CCACHE_PROGRAM ccache)
  mark_as_advanced(CCACHE_PROGRAM)
  if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
  endif()
endif()

# A changed list of checks makes every file stale: the sum is part of each file's command.
if(CMAKE_CXX_CLANG_TIDY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/.clang-tidy)
  file(SHA256 ${PROJECT_SOURCE_DIR}/.clang-tidy checks)
  list(APPEND CMAKE_CXX_CLANG_TIDY --extra-arg=-DCORSLINT_CHECKS_${checks})
endif()
