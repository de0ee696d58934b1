#include "lint/run/configuration/version_requirement.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

#include "rules/policy/ascii.h"

namespace corslint {
namespace {

struct Version {
  std::array<unsigned, 3> numbers{};
  std::size_t count = 0;
};

std::optional<Version> version_of(std::string_view text) {
  Version version;
  while (version.count < version.numbers.size()) {
    const auto dot = std::min(text.find('.'), text.size());
    const auto part = text.substr(0, dot);
    auto& number = version.numbers.at(version.count++);
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc{} || end != part.data() + part.size()) return std::nullopt;
    if (dot == text.size()) return version;
    text.remove_prefix(dot + 1);
  }
  return std::nullopt;
}

/// How `left` compares with `right` in as many numbers as `count` says: below, equal or above 0.
int compared(const Version& left, const Version& right, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (left.numbers.at(i) != right.numbers.at(i))
      return left.numbers.at(i) < right.numbers.at(i) ? -1 : 1;
  }
  return 0;
}

struct Operator {
  std::string_view sign;
  bool is_about_whole_version;
  bool (*holds)(int comparison);
};

// Of two signs that begin alike the longer one stands first.
constexpr auto operators = std::to_array<Operator>({
    {">=", true, [](int comparison) { return comparison >= 0; }},
    {"<=", true, [](int comparison) { return comparison <= 0; }},
    {"==", false, [](int comparison) { return comparison == 0; }},
    {"!=", false, [](int comparison) { return comparison != 0; }},
    {">", true, [](int comparison) { return comparison > 0; }},
    {"<", true, [](int comparison) { return comparison < 0; }},
    {"", false, [](int comparison) { return comparison == 0; }},
});

std::optional<bool> satisfies_one(const Version& version, std::string_view comparison) {
  comparison = stripped(comparison);
  const auto* const sign = std::ranges::find_if(
      operators, [&](const Operator& candidate) { return comparison.starts_with(candidate.sign); });
  const auto wanted = version_of(stripped(comparison.substr(sign->sign.size())));
  if (!wanted) return std::nullopt;
  const auto count = sign->is_about_whole_version ? wanted->numbers.size() : wanted->count;
  return sign->holds(compared(version, *wanted, count));
}

}  // namespace

std::optional<bool> satisfies(std::string_view version, std::string_view requirement) {
  const auto own = version_of(version);
  if (!own) return std::nullopt;
  bool result = true;
  while (true) {
    const auto comma = std::min(requirement.find(','), requirement.size());
    const auto holds = satisfies_one(*own, requirement.substr(0, comma));
    if (!holds) return std::nullopt;
    result = result && *holds;
    if (comma == requirement.size()) return result;
    requirement.remove_prefix(comma + 1);
  }
}

}  // namespace corslint
