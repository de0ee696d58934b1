// Two policies are the same policy in two environments when their names agree once the segments
// that name an environment are left out: `cors.production` and `cors.development`, `prod.cors` and
// `dev.cors`. Each is compared with the first one before it in the file, or in the env files that
// sort before its own, so a pair is reported once. Two env files are compared in what both of them
// set: what one leaves out it usually has from `.env`.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/policy/ascii.h"
#include "rules/surroundings.h"

namespace corslint {
namespace {

/// Takes the next segment that names no environment off a name; nothing at its end.
std::optional<std::string_view> next_segment(std::string_view& name) {
  while (!name.empty()) {
    const auto end = std::min(name.find('.'), name.size());
    const auto segment = name.substr(0, end);
    name.remove_prefix(std::min(end + 1, name.size()));
    if (!environment_named(segment)) return segment;
  }
  return std::nullopt;
}

/// Whether two names agree but for the segments that name an environment.
bool are_one_name(std::string_view left, std::string_view right) {
  while (true) {
    const auto segment = next_segment(left);
    if (segment != next_segment(right)) return false;
    if (!segment) return true;
  }
}

bool are_one_policy(const Policy& left, const Policy& right) {
  return right.environment != Environment::unknown && left.environment != right.environment &&
         left.enabled.value.value_or(true) && right.enabled.value.value_or(true) &&
         left.dialect == right.dialect && are_one_name(left.name, right.name);
}

using Spelling = std::string (*)(std::string_view);

std::string as_written(std::string_view text) {
  return std::string(text);
}

std::vector<std::string> sorted_names(const TextList& list, Spelling spelling) {
  std::vector<std::string> names;
  for (const auto& entry : list.entries) names.push_back(spelling(entry.value));
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool is_known(const TextList& list) {
  return std::all_of(list.entries.begin(), list.entries.end(), is_judged);
}

bool differ(const TextList& left, const TextList& right, Spelling spelling) {
  return is_known(left) && is_known(right) &&
         (is_set(left) != is_set(right) ||
          sorted_names(left, spelling) != sorted_names(right, spelling));
}

/// Which settings of two policies are compared.
enum class Comparison { all, set_in_both };

/// The keys in which two policies differ, origins aside, with their places in the first policy.
class Differences {
 public:
  Differences(const Policy& policy, const Policy& other, Comparison comparison)
      : comparison_(comparison) {
    compare(policy.methods, other.methods, as_written);
    compare(policy.headers, other.headers, ascii_lowered);
    compare(policy.exposed_headers, other.exposed_headers, ascii_lowered);
    compare(policy.credentials, other.credentials);
    compare(policy.private_network, other.private_network);
    compare(policy.vary, other.vary);
    compare(policy.max_age, other.max_age);
  }

  const std::vector<std::string_view>& keys() const { return keys_; }

  /// The first differing key that stands in the policy's own table.
  Span place(Span table) const { return place_.value_or(table); }

 private:
  bool is_compared(bool here, bool there) const {
    return comparison_ == Comparison::all || (here && there);
  }

  void compare(const TextList& list, const TextList& other, Spelling spelling) {
    if (is_compared(is_set(list), is_set(other)) && differ(list, other, spelling))
      add(is_set(list), list.key, list.key_span, other.key);
  }

  template <typename T>
  void compare(const Setting<T>& setting, const Setting<T>& other) {
    const bool is_judged_here = is_compared(setting.value.has_value(), other.value.has_value());
    if (is_judged_here && setting.value != other.value)
      add(setting.value.has_value(), setting.key, setting.key_span, other.key);
  }

  void add(bool here, std::string_view key, Span key_span, std::string_view other_key) {
    keys_.push_back(here ? key : other_key);
    if (here && !place_) place_ = key_span;
  }

  Comparison comparison_;
  std::vector<std::string_view> keys_;
  std::optional<Span> place_;
};

/// The finding about two policies, without what says where the other one is.
std::optional<Finding> difference(const Policy& policy, const Policy& other,
                                  Comparison comparison) {
  const Differences differences(policy, other, comparison);
  if (differences.keys().empty()) return std::nullopt;
  return Finding{
      .span = differences.place(policy.span),
      .message = "The policy for " + std::string(environment_name(policy.environment)) +
                 " differs from that for " + std::string(environment_name(other.environment)) +
                 " in " + listed_in_backticks(differences.keys()),
      .consequence = "What has been tried in one environment says little about the other",
      .help = "Keep everything but the origins the same, or ignore this where it is meant",
  };
}

void compare_with_family(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& member : context.surroundings.family) {
    if (!are_one_policy(policy, member.policy)) continue;
    auto finding = difference(policy, member.policy, Comparison::set_in_both);
    if (!finding) continue;
    finding->label = "compared with " + in_backticks(member.file);
    findings.push_back(*std::move(finding));
    return;
  }
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (policy.environment == Environment::unknown) return;
  for (const auto& other : context.siblings) {
    if (&other == &policy) break;
    if (!are_one_policy(policy, other)) continue;
    auto finding = difference(policy, other, Comparison::all);
    if (!finding) continue;
    finding->labels = {{other.span, "compared with this policy"}};
    findings.push_back(*std::move(finding));
    return;
  }
  compare_with_family(policy, context, findings);
}

}  // namespace

constinit const Rule rules::environments_differ{
    .id = "environments-differ",
    .group = Group::credentials,
    .severity = Severity::info,
    .summary = "One policy differs between environments in more than its origins",
    .rationale =
        "Origins have to differ between development and production. Where methods, headers or "
        "credentials differ as well, a request that works on a developer's machine fails only "
        "after it is deployed, or a permission that development needed lives on unnoticed in "
        "production.",
    .remedy =
        "Keep what all environments share in one place and let each environment set its origins "
        "alone.",
    .exception =
        "Fine where the difference is wanted: a shorter max-age while developing, a method that "
        "only a test tool uses.",
    .bad = R"([cors.development]
allow_origins = ["http://localhost:5173", "http://127.0.0.1:5173"]
allow_methods = ["PUT", "DELETE"]

[cors.production]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT"]
)",
    .good = R"([cors.development]
allow_origins = ["http://localhost:5173", "http://127.0.0.1:5173"]
allow_methods = ["PUT", "DELETE"]

[cors.production]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT", "DELETE"]
)",
    .reference = "https://12factor.net/dev-prod-parity",
    .check = check,
};

}  // namespace corslint
