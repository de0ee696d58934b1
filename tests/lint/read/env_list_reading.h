#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/read/env_list.h"
#include "lint/read/reader.h"

namespace corslint {

/// A list read from `NAME=` and what is written, in a file that defines three other variables.
struct EnvListReading {
  explicit EnvListReading(const std::string& written)
      : text("PAGE=https://home.acme.io\nPAIR=https://x,https://y\nJSON=[\"https://j\"]\nNAME=" +
             written + "\n"),
        document(read_env(SourceFile(".env", text))) {}

  EnvList list(EnvItems items) const {
    const VariableLookup lookup = [this](std::string_view name) -> std::optional<Expansion> {
      const Member* member = find_member(document.root, name);
      if (member == nullptr) return std::nullopt;
      return Expansion{member->value.text.value, member->value.text.resolution};
    };
    return read_env_list(text, find_member(document.root, "NAME")->value.text, items, lookup);
  }

  std::string slice(Span span) const { return text.substr(span.begin, span.end - span.begin); }

  std::string text;
  Document document;
};

/// What the entries of a list say.
inline std::vector<std::string> values_of(const EnvList& list) {
  std::vector<std::string> values;
  for (const auto& entry : list.entries) values.push_back(entry.value);
  return values;
}

}  // namespace corslint
