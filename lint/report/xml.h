#pragma once

#include <string>
#include <string_view>

namespace corslint {

/// A text as the value of an XML 1.0 attribute (between double quotes) or as content: markup and
/// line ends are escaped, and U+FFFD stands for what XML does not take at all: most controls,
/// noncharacters and bytes that are not UTF-8. https://www.w3.org/TR/xml/#charsets
std::string xml_escaped(std::string_view text);

/// ` name="value"` with the value escaped.
std::string xml_attribute(std::string_view name, std::string_view value);

}  // namespace corslint
