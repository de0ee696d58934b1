#pragma once

#include <string_view>

#include "rules/checks/origins/entry.h"

namespace corslint {

/// The web scheme that a scheme was most likely meant to be (`htps`, `htttp`); empty for the web
/// schemes themselves and for others that exist.
std::string_view meant_web_scheme(std::string_view scheme);

/// Whether the entry starts with a mistyped `http` or `https`, or with a mistyped `://`.
bool is_scheme_typo(const Entry& entry);

/// What stands before the first colon or slash of the entry, in lower case.
std::string scheme_text(const Entry& entry);

/// The browser that gives each installation of an extension an origin of its own, with this scheme;
/// empty for every other scheme.
std::string_view browser_with_installation_origins(std::string_view scheme);

}  // namespace corslint
