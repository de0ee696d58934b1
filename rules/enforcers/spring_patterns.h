#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace corslint {

/// How Spring takes the texts in allowedOrigins and allowedOriginPatterns apart.
/// https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/web/cors/CorsConfiguration.html

/// The text without one `/` at its end, where there is one.
std::string_view without_final_slash(std::string_view text);

/// The parts of an entry as Spring 6.0 splits it, at commas outside of port lists, each without the
/// blanks around it and without its final slash. An entry without a comma keeps its blanks.
std::vector<std::string_view> split_spring_entry(std::string_view entry);

/// A regular expression for that origin alone.
std::string regex_of_spring_origin(std::string_view origin);

/// The regular expression that an origin pattern stands for, for Java and a match of the whole
/// origin: `*` is any run of characters; `:[8080,9090]` at the end one of these ports, `:[*]` any
/// port or none.
std::string regex_of_spring_pattern(std::string_view pattern);

}  // namespace corslint
