// The list's tree is walked from the last label down. The deepest node on the way that is a suffix
// gives the longest suffix of the name: a listed name, the name of a wildcard, or the child of a
// wildcard that is not excepted.
#include "rules/origin/public_suffix.h"

#include <variant>

#include "rules/origin/public_suffix_trie.h"

namespace corslint {
namespace {

SuffixKind kind_of(SuffixSection section) {
  switch (section) {
    case SuffixSection::icann_domains:
      return SuffixKind::icann;
    case SuffixSection::private_domains:
      return SuffixKind::private_use;
    case SuffixSection::unlisted:
      break;
  }
  return SuffixKind::none;
}

struct LongestSuffix {
  SuffixKind kind = SuffixKind::none;
  /// Where it begins in the name.
  std::size_t offset = 0;
};

/// The kind of the name one label below `parent`, whose own node is `node` where the list has one.
SuffixKind kind_at(SuffixNode parent, std::optional<SuffixNode> node) {
  const SuffixRules rules = node ? rules_at(*node) : SuffixRules{};
  if (rules.exception) return SuffixKind::none;
  if (rules.name != SuffixSection::unlisted) return kind_of(rules.name);
  if (rules.wildcard != SuffixSection::unlisted) return kind_of(rules.wildcard);
  return kind_of(rules_at(parent).wildcard);
}

std::size_t start_of_last_label(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? 0 : dot + 1;
}

/// Every name has one: without a rule it is the last label.
LongestSuffix longest_suffix(std::string_view name) {
  std::size_t offset = start_of_last_label(name);
  LongestSuffix longest{SuffixKind::unlisted, offset};
  SuffixNode parent = suffix_root();
  std::size_t end = name.size();
  while (true) {
    const std::optional<SuffixNode> node = child(parent, name.substr(offset, end - offset));
    const SuffixKind kind = kind_at(parent, node);
    if (kind != SuffixKind::none) longest = {kind, offset};
    if (!node || offset == 0) return longest;
    parent = *node;
    end = offset - 1;
    offset = start_of_last_label(name.substr(0, end));
  }
}

std::string_view without_final_dot(std::string_view name) {
  if (name.ends_with('.')) name.remove_suffix(1);
  return name;
}

}  // namespace

SuffixKind suffix_kind(std::string_view domain) {
  const std::string_view name = without_final_dot(domain);
  if (name.empty() || ends_in_a_number(name)) return SuffixKind::none;
  const LongestSuffix longest = longest_suffix(name);
  return longest.offset == 0 ? longest.kind : SuffixKind::none;
}

bool is_public_suffix(std::string_view domain) {
  return suffix_kind(domain) != SuffixKind::none;
}

std::optional<std::string> registrable_domain(std::string_view domain) {
  const std::string_view name = without_final_dot(domain);
  const bool has_empty_label = name.empty() || name.starts_with('.') || name.ends_with('.') ||
                               name.find("..") != std::string_view::npos;
  if (has_empty_label || ends_in_a_number(name)) return std::nullopt;
  const LongestSuffix longest = longest_suffix(name);
  if (longest.offset == 0) return std::nullopt;
  const std::size_t dot = longest.offset - 1;
  return std::string{domain.substr(start_of_last_label(name.substr(0, dot)))};
}

std::optional<std::string> registrable_domain(const Host& host) {
  const auto* domain = std::get_if<Domain>(&host);
  return domain != nullptr ? registrable_domain(domain->name) : std::nullopt;
}

}  // namespace corslint
