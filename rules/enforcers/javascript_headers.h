#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rules/enforcers/exchange.h"

namespace corslint {

/// Whether Node's HTTP server sends that header value, UTF-8 here: it throws for control characters
/// other than the tab, and for characters above U+00FF.
bool node_sends(std::string_view value);

/// Whether the `Headers` object of web runtimes takes that value: it throws for NUL and for line
/// breaks that are not at the ends, and for characters above U+00FF.
bool web_headers_take(std::string_view value);

/// A number of the policy as JavaScript writes it: exact up to 2^53, beyond that the shortest
/// digits of the nearest double.
std::string javascript_number(std::int64_t number);

/// A response that a program puts together header by header, until a value makes its server throw:
/// then the status is 500 and nothing more is added. Values are written without blanks at their
/// ends, as they arrive.
class HeaderWriter {
 public:
  using Taking = bool (*)(std::string_view value);

  /// `takes` says which values the server sends.
  explicit HeaderWriter(Taking takes) : takes_{takes} {}

  void write(std::string_view name, std::string_view value);

  /// Writes the header unless the value is empty.
  void write_unless_empty(std::string_view name, std::string_view value);

  void vary(std::string_view element);

  /// The program itself throws here.
  void fail();

  bool failed() const { return failed_; }

  /// What is sent: with `status` unless something failed.
  Response answered(int status) const;

 private:
  Taking takes_;
  bool failed_ = false;
  Response response_;
};

}  // namespace corslint
