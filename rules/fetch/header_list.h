#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace corslint {

/// A header: a name in any case, and its value. https://fetch.spec.whatwg.org/#concept-header
struct Header {
  std::string name;
  std::string value;

  friend bool operator==(const Header&, const Header&) = default;
};

/// Headers in the order in which they are sent; a name may stand there several times.
/// https://fetch.spec.whatwg.org/#concept-header-list
using HeaderList = std::vector<Header>;

/// The values of all headers of that name, in any case, joined by `, `; nothing if there is none.
/// https://fetch.spec.whatwg.org/#concept-header-list-get
std::optional<std::string> get(const HeaderList& list, std::string_view name);

/// Removes all headers of that name but the first, and gives that one the value; appends it if
/// there is none. https://fetch.spec.whatwg.org/#concept-header-list-set
void set(HeaderList& list, std::string_view name, std::string_view value);

/// A header value without the HTTP whitespace (blank, tab, CR, LF) at its ends.
/// https://fetch.spec.whatwg.org/#concept-header-value-normalize
std::string normalized_value(std::string_view value);

/// What a header that holds a list of tokens says: `names` are its elements, without the empty
/// ones. `failure` is a value that is no such list; then nothing of it counts. `absent` is a list
/// without that header.
struct ExtractedValues {
  enum class Outcome { absent, failure, values };
  Outcome outcome = Outcome::absent;
  std::vector<std::string> names;
};

/// The elements of Access-Control-Allow-Methods, -Allow-Headers and their like.
/// https://fetch.spec.whatwg.org/#extract-header-list-values
ExtractedValues extract_header_list_values(std::string_view name, const HeaderList& list);

}  // namespace corslint
