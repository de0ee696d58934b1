#include "rules/enforcers/python_values.h"

#include <algorithm>

#include "rules/enforcers/answering.h"
#include "rules/origin/ipv6.h"
#include "rules/pattern/parser.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool is_letter(char c) {
  const char lowered = ascii_lowered(c);
  return lowered >= 'a' && lowered <= 'z';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_hexadecimal(char c) {
  const char lowered = ascii_lowered(c);
  return is_digit(c) || (lowered >= 'a' && lowered <= 'f');
}

/// The text without the control characters and blanks it begins with, tabs and line ends.
std::string without_ignored(std::string_view text) {
  while (!text.empty() && text.front() >= '\0' && text.front() <= ' ') text.remove_prefix(1);
  std::string kept(text);
  std::erase_if(kept, [](char c) { return c == '\t' || c == '\r' || c == '\n'; });
  return kept;
}

bool is_scheme(std::string_view text) {
  return !text.empty() && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
         });
}

/// `v`, hexadecimal digits, a dot, and anything:
/// https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2
bool is_future_address(std::string_view host) {
  const auto dot = host.find('.');
  if (dot == std::string_view::npos || dot < 2 || dot + 1 == host.size()) return false;
  const auto digits = host.substr(1, dot - 1);
  return std::all_of(digits.begin(), digits.end(), is_hexadecimal);
}

bool is_bracketed_host(std::string_view host) {
  if (!host.empty() && host.front() == 'v') return is_future_address(host);
  const auto zone = host.find('%');
  const bool has_zone = zone != std::string_view::npos;
  if (has_zone && (zone + 1 == host.size() || host.find('%', zone + 1) != std::string_view::npos))
    return false;
  return parse_ipv6(host.substr(0, zone)).has_value();
}

/// Whether square brackets stand where urlsplit accepts them: around the whole host.
bool has_valid_brackets(std::string_view netloc) {
  const auto open = netloc.find('[');
  const auto close = netloc.find(']');
  if ((open == std::string_view::npos) != (close == std::string_view::npos)) return false;
  if (open == std::string_view::npos) return true;
  const auto at = netloc.rfind('@');
  const auto host_and_port = at == std::string_view::npos ? netloc : netloc.substr(at + 1);
  const auto bracket = host_and_port.find('[');
  if (bracket == std::string_view::npos)
    return is_bracketed_host(host_and_port.substr(0, host_and_port.find(':')));
  if (bracket != 0) return false;
  const auto end = host_and_port.find(']');
  if (end == std::string_view::npos) return is_bracketed_host(host_and_port.substr(1));
  const auto rest = host_and_port.substr(end + 1);
  return (rest.empty() || rest.front() == ':') &&
         is_bracketed_host(host_and_port.substr(1, end - 1));
}

/// Takes what follows the first `delimiter` off the end of `text`.
std::string cut_behind(std::string& text, char delimiter) {
  const auto position = text.find(delimiter);
  if (position == std::string::npos) return {};
  std::string rest = text.substr(position + 1);
  text.resize(position);
  return rest;
}

}  // namespace

std::vector<std::string> python_items(const TextList& list) {
  if (list.form != ListForm::single) return values_of(list);
  std::vector<std::string> characters;
  for (const char c : list.entries.front().value) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (continues && !characters.empty()) {
      characters.back() += c;
    } else {
      characters.emplace_back(1, c);
    }
  }
  return characters;
}

bool python_contains(const TextList& list, std::string_view value) {
  if (list.form != ListForm::single) return holds(list, value);
  return list.entries.front().value.find(value) != std::string::npos;
}

std::string python_repr(std::string_view text) {
  const bool has_apostrophe = text.find('\'') != std::string_view::npos;
  const bool has_quote = text.find('"') != std::string_view::npos;
  const char quote = has_apostrophe && !has_quote ? '"' : '\'';
  std::string result(1, quote);
  for (const char c : text) {
    if (c == quote || c == '\\') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else if (c == '\r') {
      result += "\\r";
    } else if (c == '\t') {
      result += "\\t";
    } else {
      result += c;
    }
  }
  return result + quote;
}

bool python_compiles(std::string_view pattern, LetterCase letter_case) {
  return pattern::parse(pattern, Syntax::python, letter_case).status !=
         pattern::ParseStatus::rejected;
}

std::optional<PythonUrl> python_urlsplit(std::string_view text) {
  PythonUrl url;
  std::string rest = without_ignored(text);
  const auto colon = rest.find(':');
  if (colon != std::string::npos && is_scheme(std::string_view(rest).substr(0, colon))) {
    url.scheme = ascii_lowered(std::string_view(rest).substr(0, colon));
    rest.erase(0, colon + 1);
  }
  if (rest.starts_with("//")) {
    const auto end = rest.find_first_of("/?#", 2);
    url.netloc = rest.substr(2, end == std::string::npos ? end : end - 2);
    rest.erase(0, end);
    if (!has_valid_brackets(url.netloc)) return std::nullopt;
  }
  url.fragment = cut_behind(rest, '#');
  url.query = cut_behind(rest, '?');
  url.path = std::move(rest);
  return url;
}

}  // namespace corslint
