#pragma once

#include "rules/enforcers/exchange.h"

namespace corslint {

/// The versions of rs/cors that answer differently, oldest first; each stands for all up to the
/// next.
enum class RsCorsVersion { since_1_7, since_1_8, since_1_10, since_1_11_0, since_1_11_1 };

/// What a program that builds on rs/cors makes of a policy without header names: leaves it to the
/// library, whose default is a short list, or asks for every name.
enum class MissingHeaderNames { usual, every };

/// What it makes of a list that is written as one string: its only entry, or as if it were not
/// there.
enum class StringAsList { one_entry, dropped };

/// The program around the library.
struct RsCorsProgram {
  RsCorsVersion version = RsCorsVersion::since_1_11_1;
  MissingHeaderNames missing_header_names = MissingHeaderNames::usual;
  StringAsList string_as_list = StringAsList::one_entry;
};

/// What a program with rs/cors answers.
Response rs_cors_answer(const Exchange& exchange, const RsCorsProgram& program);

}  // namespace corslint
