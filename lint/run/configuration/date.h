#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace corslint {

/// A day of the proleptic Gregorian calendar.
using Date = std::chrono::year_month_day;

/// The day that `YYYY-MM-DD` names; nothing for any other text and for days that no month has.
std::optional<Date> date_of(std::string_view text);

/// `YYYY-MM-DD`, for years up to 9999.
std::string date_text(Date date);

/// The day that it is now in UTC, so that a laptop and a server agree.
Date today();

}  // namespace corslint
