#include "lint/run/configuration/date.h"

#include <algorithm>

namespace corslint {
namespace {

/// The number that these digits write; the caller has seen that they are digits.
unsigned number_of(std::string_view digits) {
  unsigned number = 0;
  for (const char digit : digits) number = 10 * number + static_cast<unsigned>(digit - '0');
  return number;
}

std::string padded(unsigned number, std::size_t width) {
  auto digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

std::optional<Date> date_of(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  const auto fits = [](char wanted, char c) {
    return wanted == 'd' ? c >= '0' && c <= '9' : c == wanted;
  };
  if (!std::ranges::equal(form, text, fits)) return std::nullopt;
  const Date date{std::chrono::year(static_cast<int>(number_of(text.substr(0, 4)))),
                  std::chrono::month(number_of(text.substr(5, 2))),
                  std::chrono::day(number_of(text.substr(8, 2)))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string date_text(Date date) {
  return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + '-' +
         padded(static_cast<unsigned>(date.month()), 2) + '-' +
         padded(static_cast<unsigned>(date.day()), 2);
}

Date today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

}  // namespace corslint
