#pragma once

#include <array>

#include "rules/pattern/origin_language.h"

namespace corslint::pattern {

inline constexpr std::size_t origin_part_count = 5;

/// The parts in the order of OriginPart, written at build time by `origin_language_generator.cpp`.
extern const std::array<OriginLanguage, origin_part_count> origin_language_tables;

}  // namespace corslint::pattern
