#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/policy/policy.h"

namespace corslint::lsp {

/// Whom one entry of a policy lets in, in Markdown, and where the entry stands.
struct Admission {
  Span span;
  std::string markdown;
};

/// Whom the origin or origin pattern at this offset lets in, by the meaning that its enforcer gives
/// it; nothing where no such entry stands there. Policies that share the entry, as overlays do, and
/// admit the same are named together.
std::optional<Admission> admission_at(const std::vector<Policy>& policies, std::uint32_t offset);

}  // namespace corslint::lsp
