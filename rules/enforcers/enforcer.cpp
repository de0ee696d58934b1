#include "rules/enforcers/enforcer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "rules/enforcers/all.h"
#include "rules/policy/ascii.h"
#include "rules/policy/nearest.h"

namespace corslint {
namespace {

constexpr std::array all_enforcers{
#define CORSLINT_ENFORCER(name) &enforcer::name,
#include "rules/enforcers/enforcers.def"
#undef CORSLINT_ENFORCER
};

using Version = std::array<unsigned, 3>;

/// The leading numbers of a version; what is missing or no number counts as 0, so that `3.6` comes
/// before `3.6.22`.
Version version_numbers(std::string_view text) {
  Version version{};
  for (auto& part : version) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part);
    if (error != std::errc{}) break;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.empty() || text.front() != '.') break;
    text.remove_prefix(1);
  }
  return version;
}

std::string_view unaliased(std::string_view name) {
  return name == "fastapi" ? std::string_view("starlette") : name;
}

}  // namespace

std::span<const Enforcer* const> enforcers() {
  return all_enforcers;
}

const Enforcer& generic_enforcer() {
  return enforcer::generic;
}

const Enforcer* find_enforcer(std::string_view dialect) {
  const auto lowered = ascii_lowered(dialect);
  const auto at = lowered.find('@');
  const auto name = unaliased(std::string_view(lowered).substr(0, at));
  const Enforcer* oldest = nullptr;
  for (const Enforcer* candidate : all_enforcers) {
    if (candidate->name != name) continue;
    if (at == std::string::npos) return candidate;
    if (version_numbers(candidate->since) <=
        version_numbers(std::string_view(lowered).substr(at + 1)))
      return candidate;
    oldest = candidate;
  }
  return oldest;
}

std::string_view nearest_dialect(std::string_view dialect) {
  const auto lowered = ascii_lowered(dialect.substr(0, dialect.find('@')));
  std::vector<std::string_view> names{"fastapi"};
  for (const Enforcer* candidate : all_enforcers) names.push_back(candidate->name);
  return nearest_of(lowered, names);
}

}  // namespace corslint
