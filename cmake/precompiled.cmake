# Parses once the standard headers that most files share. A file that forgets an include still compiles then; tools/tidy
# reads each without this. Libraries stay out: as large as theirs, a precompiled header costs more than it saves.
if(CORSLINT_PRECOMPILE)
  foreach(library corslint_rules corslint_lint)
    target_precompile_headers(
      ${library}
      PRIVATE <algorithm>
              <array>
              <cstddef>
              <cstdint>
              <functional>
              <map>
              <memory>
              <optional>
              <span>
              <string>
              <string_view>
              <utility>
              <vector>)
    # From a precompiled header GCC 12 reports its false alarms about std::string, which it keeps to itself elsewhere.
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
      target_compile_options(${library} PRIVATE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow
                                                -Wno-stringop-overread)
    endif()
  endforeach()
endif()

# Most of a test's time goes into the headers of Catch2 and nlohmann-json.
if(CORSLINT_TESTS AND CORSLINT_PRECOMPILE_TESTS)
  foreach(tests corslint_tests corslint_enforcer_tests)
    target_precompile_headers(${tests} PRIVATE <catch2/catch.hpp> ${PROJECT_SOURCE_DIR}/tests/json_instances.h)
  endforeach()
endif()
