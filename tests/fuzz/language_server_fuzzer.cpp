// The language server. An input that begins with a header is a stream of bytes as it stands; any
// other one is taken apart into lines, each the content of a message, behind what opens a
// conversation. Whatever comes, the server answers with whole messages.
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "lint/lsp/server.h"
#include "tests/fuzz/invariants.h"

namespace {

using namespace corslint;

constexpr std::string_view opening =
    R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})";

void require_sound_answers(std::string_view output) {
  lsp::FrameReader reader;
  reader.feed(output);
  while (const auto frame = reader.next()) {
    fuzz::require(frame->kind == lsp::Frame::Kind::message, "the server writes whole messages");
    fuzz::require(nlohmann::json::accept(frame->content), "the server writes JSON");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input(reinterpret_cast<const char*>(data), size);
  lsp::LanguageServer server{LintOptions{}};
  if (input.starts_with("Content-Length")) {
    server.receive(input);
    require_sound_answers(server.work());
    return 0;
  }
  server.receive(lsp::framed(opening));
  while (!input.empty() && !server.has_ended()) {
    const auto line = input.substr(0, input.find('\n'));
    input.remove_prefix(std::min(input.size(), line.size() + 1));
    server.receive(lsp::framed(line));
    require_sound_answers(server.work());
  }
  return 0;
}
