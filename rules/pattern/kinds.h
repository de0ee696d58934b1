#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/pattern/product.h"

namespace corslint::pattern {

/// The origins that an automaton admits, by kind; each text is the shortest of its kind, empty
/// where there is none.
struct Kinds {
  std::string domain;
  std::string public_address;
  std::string private_network;
  std::string loopback;
  std::string single_label;
  std::string insecure;  // http, and not loopback
  std::string secure;    // https
  std::string plain;     // http
  std::string null_origin;
  std::string custom_scheme;
  std::string extension;
  bool any_address = false;                 // ten and more public addresses
  bool any_extension = false;               // ten and more extensions
  bool any_scheme = false;                  // ten and more other schemes
  std::vector<std::string> custom_schemes;  // at most ten
  std::uint32_t ports = 0;  // that one web host is admitted with, the default one not counted
  std::string with_port;
  std::vector<std::string> port_list;  // where there are at most ten, sorted
  bool without_port = false;
};

/// Whether the questions that only colour the answer are asked as well: ports, schemes, subdomains,
/// and whatever else gets in where foreign domains do.
enum class Depth : std::uint8_t { breadth_only, everything };

/// Adds what `product` with `part` admits; kinds that are known already stay as they are.
void note_kinds(const Product& product, OriginPart part, Depth depth, Kinds& kinds);

}  // namespace corslint::pattern
