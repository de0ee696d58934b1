#include "rules/policy/nearest.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

using corslint::edit_distance;
using corslint::nearest_of;

namespace {

/// Every text of at most `longest` letters out of two.
std::vector<std::string> all_texts(std::size_t longest) {
  std::vector<std::string> texts{""};
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (texts[i].size() < longest)
      for (const char letter : {'a', 'b'}) texts.push_back(texts[i] + letter);
  return texts;
}

/// The definition of the optimal string alignment distance, letter by letter.
std::size_t distance_by_definition(const std::string& left, const std::string& right) {
  if (left.empty() || right.empty()) return left.size() + right.size();
  const auto front = [](const std::string& text) { return text.substr(0, text.size() - 1); };
  const auto last = [](const std::string& text, std::size_t n) { return text[text.size() - n]; };
  std::size_t least = std::min(distance_by_definition(front(left), right),
                               distance_by_definition(left, front(right))) +
                      1;
  const std::size_t replaced = last(left, 1) == last(right, 1) ? 0 : 1;
  least = std::min(least, distance_by_definition(front(left), front(right)) + replaced);
  if (left.size() > 1 && right.size() > 1 && last(left, 1) == last(right, 2) &&
      last(left, 2) == last(right, 1))
    least = std::min(least, distance_by_definition(front(front(left)), front(front(right))) + 1);
  return least;
}

}  // namespace

TEST_CASE("an edit distance is that of the definition, with any bound") {
  const auto texts = all_texts(4);
  for (const auto& left : texts) {
    for (const auto& right : texts) {
      CAPTURE(left, right);
      const auto distance = distance_by_definition(left, right);
      CHECK(edit_distance(left, right) == distance);
      for (std::size_t most = 0; most <= 5; ++most)
        CHECK(edit_distance(left, right, most) == std::min(distance, most + 1));
    }
  }
}

TEST_CASE("the nearest name is the first of the nearest, and none where all are far") {
  constexpr std::array<std::string_view, 4> names{"origins", "methods", "headers", "method"};
  CHECK(nearest_of("orgins", names) == "origins");
  CHECK(nearest_of("methosd", names) == "methods");
  CHECK(nearest_of("method", names) == "method");
  CHECK(nearest_of("heaedrs", names) == "headers");
  CHECK(nearest_of("credentials", names).empty());
  CHECK(nearest_of("x", names).empty());
  CHECK(nearest_of(std::string(200, 'a'), names).empty());
}
