#include "lint/read/env_expansion.h"

#include <algorithm>
#include <utility>

#include "rules/origin/ascii.h"

// One pass over the written text. A reference is delimited first (braces counted, so that a default
// may hold references of its own), then taken apart into name, operator and word. Words are
// expanded by the same function, to a bounded depth.

namespace corslint {
namespace {

constexpr int deepest_default = 32;

bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

std::size_t length_of_name(std::string_view text) {
  if (text.empty() || !starts_name(text.front())) return 0;
  const auto* const end = std::find_if_not(
      text.begin(), text.end(), [](char c) { return starts_name(c) || (c >= '0' && c <= '9'); });
  return static_cast<std::size_t>(end - text.begin());
}

/// What one reference says.
struct Reference {
  std::string_view name;
  std::string_view operation = {};  ///< without its colon
  bool empty_counts_as_unset = false;
  std::string_view word = {};
};

std::optional<Reference> parsed_reference(std::string_view written) {
  written.remove_prefix(1);
  if (!written.starts_with('{')) return Reference{.name = written};
  if (!written.ends_with('}')) return std::nullopt;
  const auto inner = written.substr(1, written.size() - 2);
  const auto length = length_of_name(inner);
  if (length == 0) return std::nullopt;
  Reference reference{.name = inner.substr(0, length)};
  auto rest = inner.substr(length);
  if (rest.empty()) return reference;
  reference.empty_counts_as_unset = rest.front() == ':';
  if (reference.empty_counts_as_unset) rest.remove_prefix(1);
  if (rest.empty() || std::string_view("-=+?").find(rest.front()) == std::string_view::npos)
    return std::nullopt;
  reference.operation = rest.substr(0, 1);
  reference.word = rest.substr(1);
  return reference;
}

class Expander {
 public:
  Expander(Quoting quoting, const VariableLookup& lookup) : quoting_(quoting), lookup_(lookup) {}

  Expansion expand(std::string_view written, int depth) {
    Expansion result;
    std::size_t at = 0;
    while (at < written.size()) {
      at = written[at] == '\\' ? escape(written, at, result.value)
                               : reference_or_byte(written, at, depth, result);
      if (result.resolution != Resolution::literal && result.value.size() > longest_expansion)
        return {std::string(written), Resolution::unresolved};
    }
    return result;
  }

 private:
  std::size_t escape(std::string_view written, std::size_t at, std::string& out) const {
    const char next = at + 1 < written.size() ? written[at + 1] : '\0';
    if (quoting_ == Quoting::env_double) {
      constexpr std::string_view names = "nrt\"\\$";
      constexpr std::string_view values = "\n\r\t\"\\$";
      const auto known = next == '\0' ? std::string_view::npos : names.find(next);
      if (known != std::string_view::npos) {
        out += values[known];
        return at + 2;
      }
    } else if (next == '$' && end_of_reference(written, at + 1) != at + 1) {
      out += next;
      return at + 2;
    }
    out += written[at];
    return at + 1;
  }

  std::size_t reference_or_byte(std::string_view written, std::size_t at, int depth,
                                Expansion& result) {
    const auto end = end_of_reference(written, at);
    if (end == at) {
      result.value += written[at];
      return at + 1;
    }
    const auto reference = written.substr(at, end - at);
    auto replaced = replacement(reference, depth);
    if (!replaced) replaced = Expansion{std::string(reference), Resolution::unresolved};
    result.value += replaced->value;
    const bool known = replaced->resolution != Resolution::unresolved &&
                       result.resolution != Resolution::unresolved;
    result.resolution = known ? Resolution::expanded : Resolution::unresolved;
    return end;
  }

  std::optional<Expansion> replacement(std::string_view written, int depth) {
    const auto reference = parsed_reference(written);
    if (!reference || depth == deepest_default) return std::nullopt;
    auto found = lookup_(reference->name);
    if (reference->operation.empty() || reference->operation == "?") return found;
    const bool is_set = found && !(reference->empty_counts_as_unset && found->value.empty());
    if (reference->operation == "+")
      return is_set ? expand(reference->word, depth + 1) : Expansion{};
    return is_set ? std::move(found) : expand(reference->word, depth + 1);
  }

  Quoting quoting_;
  const VariableLookup& lookup_;
};

}  // namespace

std::size_t end_of_reference(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '$') return at;
  if (!text.substr(at + 1).starts_with('{')) {
    const auto length = length_of_name(text.substr(at + 1));
    return length == 0 ? at : at + 1 + length;
  }
  std::size_t depth = 0;
  for (auto i = at; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text.substr(i).starts_with("${")) {
      ++depth;
    } else if (text[i] == '}' && --depth == 0) {
      return i + 1;
    }
  }
  return text.size();
}

Expansion expanded(std::string_view written, Quoting quoting, const VariableLookup& lookup) {
  const bool is_verbatim =
      quoting == Quoting::env_single || written.find_first_of("$\\") == std::string_view::npos;
  if (is_verbatim) return {std::string(written), Resolution::literal};
  return Expander(quoting, lookup).expand(written, 0);
}

}  // namespace corslint
