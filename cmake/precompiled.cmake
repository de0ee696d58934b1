# The headers that most files share, and the libraries that take longest, are parsed once. Only where this is asked
# for: elsewhere a file that forgets an include must not compile.
if(CORSLINT_PRECOMPILE)
  set(common_headers
      <algorithm>
      <array>
      <cstddef>
      <cstdint>
      <optional>
      <span>
      <string>
      <string_view>
      <utility>
      <vector>)
  target_precompile_headers(corslint_rules PRIVATE ${common_headers})
  target_precompile_headers(corslint_lint PRIVATE ${common_headers} <CLI/CLI.hpp> <nlohmann/json.hpp>)
endif()
