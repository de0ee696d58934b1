#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/policy/policy.h"

namespace corslint {

/// An origin at which a front end is developed, and which a development policy must admit. Without
/// a `server` it was asked for. With one it was found in the project: `server` serves the pages of
/// `folder` there, because of `reason`, which is a clause ("`vite.config.ts:5` sets port 5174").
/// `proxy` names the place where that server is told to forward requests; it is empty where it is
/// not.
struct DevOrigin {
  std::string origin;
  std::string server = {};
  std::string folder = {};
  std::string reason = {};
  std::string proxy = {};
};

/// How a program takes the text of one environment variable apart.
enum class ListReader {
  json_only,         ///< a list field of pydantic-settings: JSON or no start
  fastapi_template,  ///< `parse_cors` of the FastAPI template: JSON, or commas with blanks cut off
  untrimmed_commas,  ///< django-environ's `env.list()`: commas, and blanks stay
  trimmed_commas,    ///< python-decouple's `Csv()`: commas, blanks cut off
  whole_text,        ///< handed to Express's cors as one origin
};

/// What reads one variable: found at `place`, in the program beside the env file.
struct VariableReader {
  std::string variable;
  ListReader reader = ListReader::json_only;
  std::string place;
};

/// A policy of another env file in the same folder.
struct FamilyPolicy {
  std::string file;
  Policy policy;
};

/// What lies beside a policy's file, as far as rules are concerned with it.
struct Surroundings {
  bool is_example = false;  ///< whether the file's own name says that it is one to be copied
  std::vector<DevOrigin> dev_origins = {};
  std::vector<VariableReader> readers = {};
  std::vector<FamilyPolicy> family = {};
};

/// What reads the variable of that name; null where nothing is known to.
const VariableReader* reader_of(const Surroundings& surroundings, std::string_view variable);

}  // namespace corslint
