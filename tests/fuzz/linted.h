#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lint/read/reader.h"
#include "lint/run/linter.h"

namespace corslint::fuzz {

/// A fuzzer's input as a file. A first byte below the number of names chooses one, and with it
/// format, environment and product; any other text is a file of the format that it looks like, so
/// that real files are inputs as they are.
struct NamedText {
  std::string path;
  Format format = Format::toml;
  std::string text;
};

inline NamedText named_text(const std::uint8_t* data, std::size_t size) {
  constexpr std::array<std::string_view, 8> names{"cors.toml",        "config.prod.toml",
                                                  ".env.development", ".env.production",
                                                  "cors.json",        "appsettings.Production.json",
                                                  "krakend.json",     "local.settings.json"};
  std::string text(reinterpret_cast<const char*>(data), size);
  if (size > 0 && data[0] < names.size()) {
    const std::string path(names[data[0]]);
    text.erase(0, 1);
    return {path, *format_of(path), std::move(text)};
  }
  const Format format = guessed_format(text);
  const std::string_view name = format == Format::toml   ? "cors.production.toml"
                                : format == Format::json ? "cors.production.json"
                                                         : ".env.production";
  return {std::string(name), format, std::move(text)};
}

inline FileReport linted(const NamedText& named, const LintOptions& options = {}) {
  return lint_file(SourceFile(named.path, named.text), named.format, options);
}

}  // namespace corslint::fuzz
