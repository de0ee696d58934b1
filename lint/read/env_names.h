#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lint/read/field_names.h"
#include "rules/policy/environment.h"

namespace corslint {

/// What, besides its name, makes a variable one about CORS.
enum class EnvEvidence {
  name,      ///< the name says it
  comment,   ///< a front end's address: only a comment that says CORS makes it the origin
  value,     ///< `STORE_CORS`: origins or a switch, whichever the value is
  everyone,  ///< its product reads entries in a way of its own: `*` alone is what it is everywhere
};

/// What a variable of an env file is for. `group` is what comes before the part that names the
/// field, in lower case and joined by `_` (`backend` for `BACKEND_CORS_ORIGINS`, empty for
/// `CORS_ORIGINS`), without a word for the environment, which stands in `environment`. `dialect` is
/// set where the variable belongs to one product; it may be one that no enforcer is known for.
/// `is_element` says that the name ends in a number (`Cors__AllowedOrigins__0`): the variable holds
/// one entry of a list.
struct EnvRole {
  Field field = Field::origins;
  EnvEvidence evidence = EnvEvidence::name;
  std::string group = {};
  Environment environment = Environment::unknown;
  std::string_view dialect = {};
  bool is_element = false;
};

/// The role of a variable by its name; none for one that has nothing to do with CORS, neighbours
/// such as `CSRF_TRUSTED_ORIGINS` included.
std::optional<EnvRole> env_role(std::string_view name);

}  // namespace corslint
