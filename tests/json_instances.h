#pragma once

#include <nlohmann/json.hpp>

// Half of the time for a test that reads JSON went into these, over and over: they are compiled
// once. The tests that are precompiled have this before them, and need not name it.
extern template class nlohmann::basic_json<>;
extern template class nlohmann::detail::serializer<nlohmann::json>;
extern template class std::vector<nlohmann::json>;
