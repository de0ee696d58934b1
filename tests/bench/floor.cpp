// What nobody can do without: finds the same files by name, reads each, and parses it with the
// library that corslint parses it with, and does nothing with what comes out. The benchmarks divide
// by its time.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <libfyaml.h>
#include <string>
#include <string_view>
#include <vector>

#include "lint/read/reader.h"
#include "lint/read/source_file.h"
#include "lint/read/toml_library.h"
#include "lint/run/reading.h"

namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_of(const std::string& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(path))
    if (corslint::format_of(entry.path().filename().string()) && entry.is_regular_file())
      files.push_back(entry.path().string());
  std::ranges::sort(files);
  return files;
}

/// How many events the parser gives.
std::size_t parse_json(const std::string& text) {
  fy_parse_cfg configuration{};
  configuration.flags = static_cast<fy_parse_cfg_flags>(
      static_cast<unsigned>(FYPCF_QUIET) | static_cast<unsigned>(FYPCF_JSON_FORCE) |
      static_cast<unsigned>(FYPCF_DISABLE_DEPTH_LIMIT));
  fy_parser* const parser = fy_parser_create(&configuration);
  fy_parser_set_string(parser, text.data(), text.size());
  std::size_t events = 0;
  while (fy_event* const event = fy_parser_parse(parser)) {
    ++events;
    fy_parser_event_free(parser, event);
  }
  fy_parser_destroy(parser);
  return events;
}

std::size_t parse(const std::string& path, std::string text) {
  switch (corslint::format_of(path).value_or(corslint::Format::env)) {
    case corslint::Format::toml:
      return toml::parse(std::string_view(text)).table().size();
    case corslint::Format::json:
      return parse_json(text);
    case corslint::Format::env:
      break;
  }
  return corslint::read_env(corslint::SourceFile(path, std::move(text))).root.members.size();
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view mode = argc > 2 ? argv[1] : "";
  if (mode != "read" && mode != "parse") {
    std::fputs("usage: corslint_floor read|parse PATH...\n", stderr);
    return 2;
  }
  std::size_t total = 0;
  for (int i = 2; i < argc; ++i) {
    for (const auto& path : files_of(argv[i])) {
      auto reading = corslint::read_path(path);
      total += mode == "parse" ? parse(path, std::move(reading.text)) : reading.text.size();
    }
  }
  std::printf("%zu\n", total);
}
