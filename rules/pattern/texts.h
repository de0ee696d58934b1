#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "rules/pattern/product.h"

namespace corslint::pattern {

/// Up to `limit` different texts of at most `length_limit` characters that lead from the start of
/// `product` to a state for which `ends` holds.
std::vector<std::string> texts_to(const Product& product, const std::function<bool(State)>& ends,
                                  std::size_t limit, std::size_t length_limit);

/// The shortest origin with a mark of `wanted` that begins with `beginning`.
std::optional<std::string> complete(const Product& product, const std::string& beginning,
                                    Marks wanted);

/// The shortest domain origin whose labels have at most 63 characters and whose host has at most
/// 253.
std::optional<std::string> shortest_resolvable(const Product& product);

/// Whether the host of `origin` keeps the limits of the DNS: 63 characters a label, 253 in all.
bool is_resolvable(std::string_view origin);

/// How many different ports follow the first host that takes any in `product`; counts up to the
/// most that some host takes among the first 64 places where ports begin. `origin` gets a short
/// origin with such a port.
std::uint32_t count_ports(const Product& product, Marks wanted, std::string& origin);

}  // namespace corslint::pattern
