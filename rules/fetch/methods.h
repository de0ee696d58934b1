#pragma once

#include <span>
#include <string>
#include <string_view>

namespace corslint {

/// The method that a browser sends for what a script writes: DELETE, GET, HEAD, OPTIONS, POST and
/// PUT in any case become upper case, every other text stays, `patch` too.
/// https://fetch.spec.whatwg.org/#concept-method-normalize
std::string normalized_method(std::string_view method);

/// Whether normalising changes or keeps the method as one of its six names, in any case.
bool is_normalized_name(std::string_view method);

/// GET, HEAD or POST: sent without asking unless a header makes the browser ask. Case counts.
/// https://fetch.spec.whatwg.org/#cors-safelisted-method
bool is_cors_safelisted_method(std::string_view method);

/// CONNECT, TRACE or TRACK in any case: `fetch()` throws before anything is sent.
/// https://fetch.spec.whatwg.org/#forbidden-method
bool is_forbidden_method(std::string_view method);

/// The registered HTTP methods, with those of WebDAV and QUERY, and TRACK, which is not registered
/// but known. https://www.iana.org/assignments/http-methods/http-methods.xhtml
std::span<const std::string_view> registered_methods();

/// Whether the method is a registered one in exactly this case.
bool is_registered_method(std::string_view method);

}  // namespace corslint
