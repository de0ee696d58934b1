#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/read/document.h"
#include "lint/read/source_file.h"
#include "rules/policy/policy.h"

namespace corslint {

/// The format that a file's name tells: `.toml`, `.json` (and its relatives), env files (`.env`,
/// `.env.production`, `prod.env`, `env.example`), with trailing `.example`, `.sample`, `.template`,
/// `.dist` set aside. None for any other name.
std::optional<Format> format_of(std::string_view path);

/// The format that a text without a telling name is most likely in, from its first significant
/// bytes.
Format guessed_format(std::string_view text);

/// The environment that a path tells: `.env.production`, `config.prod.toml`,
/// `appsettings.Development.json`, a folder `prod/`. An example or template file tells nothing
/// beyond what its name holds before that.
Environment environment_of(std::string_view path);

/// Reads a file into a document. Never fails: what is wrong is in the document.
Document read_document(const SourceFile& file, Format format);

/// One reader a format, behind `read_document`.
Document read_toml(const SourceFile& file);
Document read_json(const SourceFile& file);
Document read_env(const SourceFile& file);

/// What a configuration knows of the policies of a file: with a name, of the policy with that name
/// only. It stands in for what a policy does not say itself, and goes before what its file's name
/// or its product's shape tells.
struct PolicySettings {
  std::string name = {};     ///< empty: every policy of the file
  std::string dialect = {};  ///< empty: not said
  Environment environment = Environment::unknown;
};

/// What the policies of a document are read with, beyond the file itself.
struct ReadOptions {
  std::optional<Environment> environment = {};  ///< overrides what is detected
  std::string dialect = {};                     ///< overrides what is detected; empty: nothing
  std::map<std::string, std::string, std::less<>> env_names =
      {};  ///< which variables carry what, beyond the usual names
  std::map<std::string, std::string, std::less<>> base_variables =
      {};  ///< what an env file's references find where the file has none of that name
  std::vector<PolicySettings> settings =
      {};  ///< of several that say one thing, the last one counts
};

/// Every policy of a document, in the order of the file; none where nothing in it is about CORS.
/// Irregularities of the file itself are the linter's to report, those of a policy are in it.
std::vector<Policy> read_policies(const SourceFile& file, const Document& document,
                                  const ReadOptions& options);

}  // namespace corslint
