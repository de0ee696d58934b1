#include "rules/enforcers/javascript_headers.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "rules/enforcers/answering.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr int internal_server_error = 500;

/// Whether the byte begins the UTF-8 of a character above U+00FF.
bool begins_wide_character(char c) {
  constexpr unsigned char first_wide = 0xC4;
  return static_cast<unsigned char>(c) >= first_wide;
}

bool is_refused_by_node(char c) {
  constexpr unsigned char first_printable = 0x20;
  constexpr unsigned char delete_character = 0x7F;
  const auto byte = static_cast<unsigned char>(c);
  return (byte < first_printable && c != '\t') || byte == delete_character ||
         begins_wide_character(c);
}

bool is_refused_by_web_headers(char c) {
  return c == '\0' || c == '\n' || c == '\r' || begins_wide_character(c);
}

/// `value` without HTTP whitespace at its ends.
std::string_view without_blanks(std::string_view value) {
  constexpr std::string_view blanks = "\t\n\r ";
  const auto begin = std::min(value.find_first_not_of(blanks), value.size());
  return value.substr(begin, value.find_last_not_of(blanks) + 1 - begin);
}

}  // namespace

bool node_sends(std::string_view value) {
  return std::none_of(value.begin(), value.end(), is_refused_by_node);
}

bool web_headers_take(std::string_view value) {
  const auto inner = without_blanks(value);
  return std::none_of(inner.begin(), inner.end(), is_refused_by_web_headers);
}

std::string javascript_number(std::int64_t number) {
  constexpr std::int64_t exact_up_to = std::int64_t{1} << 53;
  if (number >= -exact_up_to && number <= exact_up_to) return std::to_string(number);
  std::array<char, 32> buffer{};
  const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                     static_cast<double>(number), std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
  const auto exponent_mark = text.find('e');
  std::size_t exponent = 0;
  std::from_chars(text.data() + exponent_mark + 2, text.data() + text.size(), exponent);
  std::string digits(text.substr(0, exponent_mark));
  std::erase(digits, '.');
  const std::size_t sign = number < 0 ? 1 : 0;
  digits.resize(sign + exponent + 1, '0');
  return digits;
}

void HeaderWriter::write(std::string_view name, std::string_view value) {
  if (failed_) return;
  if (!takes_(value)) return fail();
  response_.headers.push_back({std::string(name), std::string(without_blanks(value))});
}

void HeaderWriter::write_unless_empty(std::string_view name, std::string_view value) {
  if (!value.empty()) write(name, value);
}

void HeaderWriter::vary(std::string_view element) {
  if (!failed_) add_to_vary(response_, element);
}

void HeaderWriter::fail() {
  failed_ = true;
}

Response HeaderWriter::answered(int status) const {
  Response response = response_;
  response.status = failed_ ? internal_server_error : status;
  return response;
}

}  // namespace corslint
