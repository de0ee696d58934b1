#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "lint/run/configuration/configuration.h"
#include "lint/run/configuration/value_types.h"

namespace corslint {

/// What a key's value holds once it has been checked; a single text is a list of one.
using CheckedTexts = std::vector<LocatedText>;

/// One key of the configuration with everything said about it: reading, messages, `schema config`,
/// `init` and `config show` derive from it.
struct ConfigurationField {
  std::string_view key;
  const ValueType* type = nullptr;
  bool is_required = false;
  std::string_view summary;        ///< one sentence, without a full stop
  std::string_view standard = {};  ///< what holds without it, as TOML; empty: nothing does
  std::string_view example = {};   ///< a value as TOML
  /// Puts the value in its place; a key of a list of tables is put into the last entry.
  void (*store)(Configuration&, const CheckedTexts&) = nullptr;
};

/// How a part of the file is written: keys at its top, a table whose keys are names, or a list of
/// tables.
enum class SectionForm { top, names, list };

/// One part of the configuration file. `fields` are the keys of the top and of a list's tables. In
/// a table of names each key is a `name_type` and each value a `value_type`.
struct ConfigurationSection {
  SectionForm form = SectionForm::top;
  std::string_view name = {};
  std::string_view summary = {};
  std::span<const ConfigurationField> fields = {};
  const ValueType* name_type = nullptr;
  const ValueType* value_type = nullptr;
  std::string_view example = {};  ///< a line of a table of names
  /// Puts a name and its value in their place.
  void (*store)(Configuration&, const LocatedText& name, const LocatedText& value) = nullptr;
  /// Begins a table of a list.
  void (*begin)(Configuration&, Span header) = nullptr;
};

/// All parts, the top first.
std::span<const ConfigurationSection> configuration_sections();

/// The part with that name, the top for an empty one; null if there is none.
const ConfigurationSection* find_section(std::string_view name);

/// The field of a part with that key; null if there is none.
const ConfigurationField* find_field(const ConfigurationSection& section, std::string_view key);

}  // namespace corslint
