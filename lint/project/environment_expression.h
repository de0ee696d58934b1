#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "lint/project/javascript_tokens.h"

namespace corslint {

/// Where a script takes a variable from: the process, or what it loaded from env files itself.
enum class VariableSource { process, loaded };

/// A number that comes from an environment variable: `Number(process.env.PORT)`,
/// `parseInt(env.VITE_PORT, 10) || 5173` and the like. `otherwise` is what follows `||` or `??`.
struct EnvironmentExpression {
  std::string variable;
  VariableSource source = VariableSource::process;
  std::optional<std::int64_t> otherwise = {};
};

/// Recognises such an expression as a whole; nothing for any other.
std::optional<EnvironmentExpression> environment_expression(std::span<const ScriptToken> tokens);

}  // namespace corslint
