#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "lint/lsp/framing.h"
#include "lint/lsp/server.h"
#include "tests/process.h"

namespace corslint {
namespace {

using lsp::framed;
using test::run_corslint;

/// What a run may take, with room for the sanitizers' own memory.
constexpr long memory_bound_kilobytes = 1024L * 1024;

const std::string initialize = framed(
    R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{"textDocument":{
       "codeAction":{"codeActionLiteralSupport":{}}}}}})");
const std::string open = framed(
    R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{
       "uri":"file:///work/cors.toml","languageId":"toml","version":1,
       "text":"[cors]\nallow_origins = [\"null\"]\n"}}})");
const std::string hover = framed(
    R"({"jsonrpc":"2.0","id":"hover","method":"textDocument/hover","params":{
       "textDocument":{"uri":"file:///work/cors.toml"},"position":{"line":1,"character":19}}})");
const std::string shut_down = framed(R"({"jsonrpc":"2.0","id":"last","method":"shutdown"})") +
                              framed(R"({"jsonrpc":"2.0","method":"exit"})");

test::ProcessResult served(const std::string& input) {
  return run_corslint({"lsp", "--stdio"}, {.stdin_text = input});
}

}  // namespace

TEST_CASE("a conversation over standard input and output ends as the protocol says") {
  const auto result = served(initialize + open + hover + shut_down);
  CHECK(result.status == 0);
  CHECK(result.standard_error.empty());
  CHECK_THAT(result.standard_output,
             Catch::StartsWith("Content-Length: ") && Catch::Contains("Who is admitted"));
  CHECK(served(initialize).status == 1);
  CHECK(served(initialize + framed(R"({"jsonrpc":"2.0","method":"exit"})")).status == 1);
  CHECK(served("").status == 1);
}

TEST_CASE("after any rubbish the next request is answered") {
  const std::vector<std::string> rubbish{
      framed(""),
      framed("{"),
      framed("null"),
      framed("[]"),
      framed(R"([{"jsonrpc":"2.0","id":7,"method":"shutdown"}])"),
      framed("{}"),
      framed(R"({"jsonrpc":"1.0","id":7,"method":"shutdown"})"),
      framed(R"({"jsonrpc":"2.0","id":{},"method":"shutdown"})"),
      framed(R"({"jsonrpc":"2.0","id":null,"method":"shutdown"})"),
      framed(R"({"jsonrpc":"2.0","id":7,"method":7})"),
      framed(R"({"jsonrpc":"2.0","id":7,"result":[]})"),
      framed(R"({"jsonrpc":"2.0","method":"textDocument/didOpen"})"),
      framed(R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":[1]})"),
      framed(R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{
        "uri":"file:///work/cors.toml"},"contentChanges":[{"text":1}]}})"),
      framed(R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{
        "uri":"file:///work/cors.toml"},"contentChanges":[{"range":{},"text":"a"}]}})"),
      framed("\"\xFF\xFE\""),
      framed(std::string(5'000'000, '[')),
      framed(std::string(lsp::largest_message + 1, '[')),
      "Content-Length: -1\r\n\r\n",
      "Content-Length: 1e3\r\n\r\n",
      "Content-Type: x\r\n\r\n",
      "\r\n\r\n",
      std::string(100'000, 'x'),
      std::string("\0\0\0", 3),
  };
  std::string input = initialize + open;
  for (const auto& piece : rubbish) input += piece;
  const auto result = served(input + hover + shut_down);
  INFO(result.standard_error.substr(0, 2000));
  CHECK(result.status == 0);
  CHECK_THAT(result.standard_output, Catch::Contains("Who is admitted"));
  CHECK_THAT(result.standard_error, Catch::Contains("a message is not understood"));
  CHECK(result.peak_kilobytes < memory_bound_kilobytes);
}

TEST_CASE("random messages neither stop the server nor confuse it") {
  // The seed is fixed, so that a failure can be looked at again.
  std::mt19937 random(20240612);
  const auto one_of = [&](const std::vector<std::string>& words) {
    return words[random() % words.size()];
  };
  const std::vector<std::string> methods{"initialize",
                                         "initialized",
                                         "shutdown",
                                         "textDocument/didOpen",
                                         "textDocument/didChange",
                                         "textDocument/didSave",
                                         "textDocument/didClose",
                                         "textDocument/hover",
                                         "textDocument/codeAction",
                                         "textDocument/diagnostic",
                                         "workspace/executeCommand",
                                         "workspace/didChangeWorkspaceFolders",
                                         "$/cancelRequest"};
  const std::vector<std::string> texts{R"([cors]\nallow_origins = [\"null\", \"https://a.io/\"]\n)",
                                       R"(\ud83d\ude00\r\n)",
                                       R"({\"cors\": {\"origins\": \"*\"}})",
                                       "",
                                       R"(# corslint: ignore[null-origin]\n)",
                                       "\\u0000"};
  const auto place = [&] {
    return R"({"line":)" + one_of({"0", "1", "2", "-1", "99999999999", "1.5", "\"x\""}) +
           R"(,"character":)" + one_of({"0", "7", "19", "4294967296", "null"}) + '}';
  };
  const auto range = [&] { return R"({"start":)" + place() + R"(,"end":)" + place() + '}'; };
  const auto params = [&] {
    return R"({"capabilities":{},"textDocument":{"uri":)" +
           one_of({"\"file:///work/cors.toml\"", "\"file:///work/.env\"", "\"x:y.json\"", "7"}) +
           R"(,"languageId":"toml","version":3,"text":")" + one_of(texts) + R"("},"position":)" +
           place() + R"(,"range":)" + range() + R"(,"context":{"only":)" +
           one_of({"null", "[\"quickfix\"]", "[1]", "\"x\""}) + R"(},"contentChanges":[{"range":)" +
           one_of({range(), "null", "3"}) + R"(,"text":")" + one_of(texts) +
           R"("}],"command":"corslint.showDocumentation","arguments":)" +
           one_of({"[\"null-origin\"]", "[]", "{}"}) + R"(,"event":{"added":[{"uri":3}]}})";
  };
  for (int conversation = 0; conversation < 40; ++conversation) {
    lsp::LanguageServer server;
    server.receive(initialize + open);
    server.work();
    for (int i = 0; i < 50; ++i) {
      auto message = R"({"jsonrpc":"2.0",)" + one_of({"", "\"id\":1,", "\"id\":\"x\","}) +
                     R"("method":")" + one_of(methods) + R"(","params":)" +
                     one_of({params(), params(), params(), "[]", "null"}) + '}';
      if (random() % 10 == 0) message[random() % message.size()] = static_cast<char>(random());
      auto bytes = framed(message);
      if (random() % 50 == 0) bytes[random() % bytes.size()] = static_cast<char>(random());
      server.receive(bytes);
      if (random() % 3 == 0) server.work();
    }
    lsp::FrameReader reader;
    // Whatever a broken header made of what came before, this is read again.
    server.receive(std::string(20'000, ' ') + "\r\n\r\n" + framed("{}") + shut_down);
    reader.feed(server.work());
    CHECK(server.has_ended());
    while (const auto frame = reader.next()) REQUIRE(frame->kind == lsp::Frame::Kind::message);
  }
}

}  // namespace corslint
