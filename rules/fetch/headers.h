#pragma once

#include <span>
#include <string_view>

namespace corslint {

/// Whether no script can set a request header of this name, because the browser sets it itself:
/// Host, Cookie, Origin, Sec-*, Proxy-* and their like, in any case. Names that are forbidden for
/// some values only (X-HTTP-Method-Override) are not meant, nor is User-Agent.
/// https://fetch.spec.whatwg.org/#forbidden-request-header
bool is_forbidden_request_header_name(std::string_view name);

/// Whether no script can set this request header: its name is forbidden, or it overrides the method
/// and one of the methods that its value lists is forbidden.
/// https://fetch.spec.whatwg.org/#forbidden-request-header
bool is_forbidden_request_header(std::string_view name, std::string_view value);

/// Whether a request header of this name can be sent without asking, in any case: Accept,
/// Accept-Language, Content-Language, Content-Type, Range. The name alone does not decide it: the
/// value has to be a harmless one, which for Content-Type excludes `application/json`.
/// https://fetch.spec.whatwg.org/#cors-safelisted-request-header
bool is_cors_safelisted_request_header_name(std::string_view name);

/// Whether `*` does not stand for this request header: Authorization, in any case.
/// https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
bool is_cors_non_wildcard_request_header_name(std::string_view name);

/// Whether scripts may read a response header of this name without it being exposed, in any case.
/// https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
bool is_cors_safelisted_response_header_name(std::string_view name);

/// Set-Cookie or Set-Cookie2, in any case: no script ever reads it.
/// https://fetch.spec.whatwg.org/#forbidden-response-header-name
bool is_forbidden_response_header_name(std::string_view name);

/// Whether a name belongs to responses only, in any case: the Access-Control-* answers, ETag,
/// Location and their like. Names that uploads carry too (Cache-Control, Content-Disposition) are
/// not meant. https://www.iana.org/assignments/http-fields/http-fields.xhtml
bool is_response_only_header_name(std::string_view name);

/// Whether a header of this name usually carries a secret that authenticates, in any case.
bool is_secret_header_name(std::string_view name);

/// Header names that are long and common enough for a near miss to be a slip of the keyboard, as
/// they are usually written.
std::span<const std::string_view> well_known_header_names();

}  // namespace corslint
