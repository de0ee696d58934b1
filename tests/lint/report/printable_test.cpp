#include "lint/report/printable.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace corslint {
namespace {

struct Case {
  std::string_view what;
  std::string_view text;
  std::string_view shown;
  std::size_t width;
};

const std::vector<Case> cases{
    {"nothing", "", "", 0},
    {"ASCII", "https://a.com", "https://a.com", 13},
    {"escape", "\x1b[31m", "\\u{1b}[31m", 10},
    {"a NUL byte", std::string_view("\0", 1), "\\u{0}", 5},
    {"a line end", "a\nb", "a\\u{a}b", 7},
    {"a tab", "\t", "\\u{9}", 5},
    {"delete", "\x7f", "\\u{7f}", 6},
    {"a control of the second set", "\xC2\x9B", "\\u{9b}", 6},
    {"an override of direction", "\xE2\x80\xAE", "\\u{202e}", 8},
    {"an isolate", "\xE2\x81\xA6", "\\u{2066}", 8},
    {"a blank without width", "\xE2\x80\x8B", "\\u{200b}", 8},
    {"a byte order mark", "\xEF\xBB\xBF", "\\u{feff}", 8},
    {"a tag character", "\xF3\xA0\x81\x81", "\\u{e0041}", 9},
    {"a letter with a diacritic", "\xC3\xA9", "\xC3\xA9", 1},
    {"a combining mark", "e\xCC\x81", "e\xCC\x81", 1},
    {"a wide character", "\xE4\xB8\xAD", "\xE4\xB8\xAD", 2},
    {"an emoji", "\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80", 2},
    {"a byte that is no UTF-8", "\xFF", "\\x{ff}", 6},
    {"a cut sequence", "\xE4\xB8", "\\x{e4}\\x{b8}", 12},
    {"an overlong form", "\xC0\xAF", "\\x{c0}\\x{af}", 12},
    {"a surrogate", "\xED\xA0\x80", "\\x{ed}\\x{a0}\\x{80}", 18},
    {"the replacement character itself", "\xEF\xBF\xBD", "\xEF\xBF\xBD", 1},
};

}  // namespace

TEST_CASE("what could drive a terminal or hide text is spelled out") {
  for (const auto& [what, text, shown, width] : cases) {
    INFO(what);
    CHECK(printable(text) == shown);
    CHECK(display_width(printable(text)) == width);
  }
}

TEST_CASE("every single byte is printed without a control character") {
  for (int byte = 0; byte < 256; ++byte) {
    const auto shown = printable(std::string(1, static_cast<char>(byte)));
    CHECK_FALSE(shown.empty());
    for (const char c : shown) CHECK((c >= ' ' && c < '\x7f'));
  }
}

}  // namespace corslint
