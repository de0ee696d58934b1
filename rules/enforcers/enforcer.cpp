#include "rules/enforcers/enforcer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
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

/// Whether a text begins as a version does.
bool is_version(std::string_view text) {
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

/// Names that people know an enforcer by.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> aliases{
    {{"fastapi", "starlette"}, {"django", "django-cors-headers"}}};

std::string_view unaliased(std::string_view name) {
  const auto* const alias = std::ranges::find(aliases, name, &decltype(aliases)::value_type::first);
  return alias == aliases.end() ? name : alias->second;
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
  if (at != std::string::npos && !is_version(std::string_view(lowered).substr(at + 1)))
    return nullptr;
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

std::vector<std::string_view> dialect_names() {
  std::vector<std::string_view> names;
  names.reserve(aliases.size() + all_enforcers.size());
  for (const auto& [alias, name] : aliases) names.push_back(alias);
  for (const Enforcer* candidate : all_enforcers) names.push_back(candidate->name);
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string_view nearest_dialect(std::string_view dialect) {
  return nearest_of(ascii_lowered(dialect.substr(0, dialect.find('@'))), dialect_names());
}

}  // namespace corslint
