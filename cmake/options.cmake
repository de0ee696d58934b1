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
            $<$<CXX_COMPILER_ID:Clang>:-Wreserved-identifier>
            -ffunction-sections
            -fdata-sections)
target_link_options(corslint_options INTERFACE -Wl,--gc-sections $<$<CONFIG:Release>:-s>)

if(CORSLINT_WERROR)
  target_compile_options(corslint_options INTERFACE -Werror)
endif()

# What fuzzers learn from: which edges of the code an input reaches.
if(CORSLINT_FUZZERS)
  target_compile_options(corslint_options INTERFACE -fsanitize=fuzzer-no-link)
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

