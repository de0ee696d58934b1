// libidn2 holds the tables, yet it is stricter than a browser: after the mapping and the validity
// check of UTS #46 it applies IDNA 2008, which refuses symbols such as emoji, and it always checks
// hyphens and refuses punctuation. What an A-label is refused for shows in the status code, so a
// browser's verdict on an A-label can be told from libidn2's; where hyphens or punctuation are the
// reason, letters are asked about in their stead, which works because punycode counts the ASCII
// characters of a label and does not look at them. A label in Unicode that libidn2 refuses is
// mapped one code point at a time, written as punycode here and then judged like any A-label. That
// misses normalization across code points: a label that holds both symbols and decomposed letters
// is refused.
#include "rules/origin/domain_to_ascii.h"

#include <idn2.h>
#include <memory>

#include "rules/origin/ascii.h"
#include "rules/origin/punycode.h"
#include "rules/origin/utf8.h"

namespace corslint {
namespace {

/// A name that DNS can hold comes from far fewer bytes of UTF-8, whatever the mapping drops from
/// them. What a name becomes is held to it as well, so that it can be converted again.
constexpr std::size_t maximum_size = 4096;

constexpr std::string_view ace_prefix = "xn--";

/// Any letter that no mark combines with into another letter.
constexpr char letter = 'q';

struct Conversion {
  int status = IDN2_OK;
  std::string ascii;
};

Conversion convert(const std::string& label) {
  if (label.find('\0') != std::string::npos) return {IDN2_DISALLOWED, {}};
  char* converted = nullptr;
  const int status =
      idn2_to_ascii_8z(label.c_str(), &converted, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
  const std::unique_ptr<char, decltype(&idn2_free)> owner{converted, &idn2_free};
  if (status != IDN2_OK) return {status, {}};
  return {status, converted};
}

bool is_ascii_punctuation(char c) {
  return is_ascii(c) && !is_ascii_alpha(c) && !is_ascii_digit(c);
}

/// The same A-label with letters where it holds ASCII punctuation, hyphens included.
std::string without_punctuation(std::string a_label) {
  const std::size_t delimiter = a_label.rfind('-');
  for (std::size_t i = ace_prefix.size(); i < delimiter; ++i) {
    if (is_ascii_punctuation(a_label[i])) a_label[i] = letter;
  }
  return a_label;
}

/// Whether a browser takes an A-label in lower case.
bool is_valid_a_label(const std::string& a_label) {
  int status = convert(a_label).status;
  if (status == IDN2_2HYPHEN || status == IDN2_HYPHEN_STARTEND ||
      status == IDN2_PUNYCODE_BAD_INPUT) {
    status = convert(without_punctuation(a_label)).status;
  }
  return status == IDN2_OK || status == IDN2_DISALLOWED || status == IDN2_CONTEXTO;
}

std::optional<std::string> to_unicode(const std::string& a_label) {
  char* converted = nullptr;
  const int status = idn2_to_unicode_8z8z(a_label.c_str(), &converted, IDN2_NONTRANSITIONAL);
  const std::unique_ptr<char, decltype(&idn2_free)> owner{converted, &idn2_free};
  if (status != IDN2_OK) return std::nullopt;
  return converted;
}

/// What UTS #46 maps one non-ASCII code point to; the code point itself where libidn2 refuses it.
std::string mapped(std::string_view code_point) {
  // Behind a letter a combining mark may stand, and what is ignored leaves something to convert.
  const Conversion conversion = convert(letter + std::string{code_point});
  if (conversion.status != IDN2_OK) return std::string{code_point};
  const std::optional<std::string> unicode = to_unicode(conversion.ascii);
  if (!unicode || !unicode->starts_with(letter)) return std::string{code_point};
  return unicode->substr(1);
}

std::string mapped_by_code_point(std::string_view label) {
  std::string text;
  for (std::size_t i = 0; i < label.size();) {
    const std::size_t length = decode_utf8(label, i).length;
    text += is_ascii(label[i]) ? std::string(1, ascii_lowered(label[i]))
                               : mapped(label.substr(i, length));
    i += length;
  }
  return text;
}

std::optional<std::string> symbols_to_ascii(std::string_view label) {
  const std::string text = mapped_by_code_point(label);
  if (text.starts_with(ace_prefix)) return std::nullopt;
  if (is_ascii(text)) return text;
  const std::optional<std::string> punycode = to_punycode(text);
  if (!punycode) return std::nullopt;
  std::string a_label = std::string{ace_prefix} + *punycode;
  if (!is_valid_a_label(a_label)) return std::nullopt;
  return a_label;
}

bool is_well_formed(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint here = decode_utf8(text, i);
    if (here.value == replacement_character) return false;
    i += here.length;
  }
  return true;
}

std::optional<std::string> label_to_ascii(std::string_view label) {
  const std::string lower = ascii_lowered(label);
  const bool has_only_ascii = is_ascii(label);
  if (has_only_ascii && !lower.starts_with(ace_prefix)) return lower;
  if (!is_well_formed(label)) return std::nullopt;
  if (has_only_ascii) return is_valid_a_label(lower) ? std::optional{lower} : std::nullopt;
  const Conversion conversion = convert(std::string{label});
  if (conversion.status == IDN2_OK) return conversion.ascii;
  return symbols_to_ascii(label);
}

bool needs_tables(std::string_view domain) {
  return !is_ascii(domain) || ascii_lowered(domain).find(ace_prefix) != std::string::npos;
}

bool is_dot(char32_t c) {
  return c == '.' || c == 0x3002 || c == 0xFF0E || c == 0xFF61;
}

}  // namespace

std::optional<std::string> domain_to_ascii(std::string_view domain) {
  const bool is_bounded = needs_tables(domain);
  if (is_bounded && domain.size() > maximum_size) return std::nullopt;
  std::string ascii;
  std::size_t label_start = 0;
  for (std::size_t i = 0; i <= domain.size();) {
    const bool is_end = i == domain.size();
    const DecodedCodePoint here = is_end ? DecodedCodePoint{0, 1} : decode_utf8(domain, i);
    if (is_end || is_dot(here.value)) {
      const std::optional<std::string> label =
          label_to_ascii(domain.substr(label_start, i - label_start));
      if (!label) return std::nullopt;
      ascii += *label;
      if (!is_end) ascii += '.';
      label_start = i + here.length;
    }
    i += here.length;
  }
  if (is_bounded && ascii.size() > maximum_size) return std::nullopt;
  return ascii;
}

}  // namespace corslint
