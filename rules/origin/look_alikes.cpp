// Each label that begins with `xn--` is decoded, and every letter outside ASCII replaced by the
// ASCII letter that it looks like. Only where all of them have one does the host read like plain
// ASCII: a word of Cyrillic letters of which some look foreign deceives nobody.

#include "rules/origin/look_alikes.h"

#include <algorithm>
#include <array>
#include <idn2.h>
#include <memory>
#include <optional>

#include "rules/origin/utf8.h"

namespace corslint {
namespace {

struct LookAlike {
  char32_t letter;
  char ascii;
};

/// Lower-case letters that domain names may hold, sorted.
constexpr auto look_alikes = std::to_array<LookAlike>({
    {0x0131, 'i'},  // Latin small letter dotless i
    {0x0251, 'a'},  // Latin small letter alpha
    {0x0261, 'g'},  // Latin small letter script g
    {0x0269, 'i'},  // Latin small letter iota
    {0x028b, 'u'},  // Latin small letter v with hook
    {0x028f, 'y'},  // Latin letter small capital y
    {0x03b1, 'a'},  // Greek small letter alpha
    {0x03b3, 'y'},  // Greek small letter gamma
    {0x03b9, 'i'},  // Greek small letter iota
    {0x03bd, 'v'},  // Greek small letter nu
    {0x03bf, 'o'},  // Greek small letter omicron
    {0x03c1, 'p'},  // Greek small letter rho
    {0x03c3, 'o'},  // Greek small letter sigma
    {0x03c5, 'u'},  // Greek small letter upsilon
    {0x0430, 'a'},  // Cyrillic small letter a
    {0x0435, 'e'},  // Cyrillic small letter ie
    {0x043e, 'o'},  // Cyrillic small letter o
    {0x0440, 'p'},  // Cyrillic small letter er
    {0x0441, 'c'},  // Cyrillic small letter es
    {0x0443, 'y'},  // Cyrillic small letter u
    {0x0445, 'x'},  // Cyrillic small letter ha
    {0x0455, 's'},  // Cyrillic small letter dze
    {0x0456, 'i'},  // Cyrillic small letter Byelorussian-Ukrainian i
    {0x0458, 'j'},  // Cyrillic small letter je
    {0x0475, 'v'},  // Cyrillic small letter izhitsa
    {0x04af, 'y'},  // Cyrillic small letter straight u
    {0x04bb, 'h'},  // Cyrillic small letter shha
    {0x04cf, 'l'},  // Cyrillic small letter palochka
    {0x0501, 'd'},  // Cyrillic small letter komi de
    {0x051b, 'q'},  // Cyrillic small letter qa
    {0x051d, 'w'},  // Cyrillic small letter we
    {0x0566, 'q'},  // Armenian small letter za
    {0x0570, 'h'},  // Armenian small letter ho
    {0x0578, 'n'},  // Armenian small letter vo
    {0x057d, 'u'},  // Armenian small letter seh
    {0x0581, 'g'},  // Armenian small letter co
    {0x0585, 'o'},  // Armenian small letter oh
});

std::optional<char> ascii_like(char32_t letter) {
  const auto* const found =
      std::lower_bound(look_alikes.begin(), look_alikes.end(), letter,
                       [](const LookAlike& entry, char32_t code) { return entry.letter < code; });
  if (found == look_alikes.end() || found->letter != letter) return std::nullopt;
  return found->ascii;
}

/// The host in Unicode; empty where libidn2 does not decode it.
std::string decoded(std::string_view host) {
  char* unicode = nullptr;
  const int status =
      idn2_to_unicode_8z8z(std::string(host).c_str(), &unicode, IDN2_NONTRANSITIONAL);
  const std::unique_ptr<char, decltype(&idn2_free)> owner{unicode, &idn2_free};
  return status == IDN2_OK ? std::string(unicode) : std::string();
}

}  // namespace

std::string ascii_look_alike(std::string_view host) {
  if (host.find("xn--") == std::string_view::npos) return {};
  std::string result;
  const std::string unicode = decoded(host);
  for (std::size_t offset = 0; offset < unicode.size();) {
    const auto [letter, length] = decode_utf8(unicode, offset);
    const auto ascii = letter < 0x80 ? static_cast<char>(letter) : ascii_like(letter);
    if (!ascii) return {};
    result += *ascii;
    offset += length;
  }
  return result == host ? std::string() : result;
}

}  // namespace corslint
