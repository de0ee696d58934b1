#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/pattern/place_graph.h"

namespace corslint::pattern {

/// A text that leads from `place` back to itself in more ways than one, or on which several loops
/// run one behind the other.
struct Pump {
  std::uint32_t place = 0;
  std::string text;
  bool exponential = false;
};

/// A pump for every part of `graph` where a place has two ways back to itself on one text: each
/// repetition doubles the ways.
std::vector<Pump> exponential_pumps(const PlaceGraph& graph);

/// Pumps on which three loops and more run, each also leading to the next: the ways grow with a
/// power of the length. Two loops alone take a square, which an 8,000 byte header keeps below a
/// second in Python's re and in V8; they are no pumps here.
std::vector<Pump> polynomial_pumps(const PlaceGraph& graph);

}  // namespace corslint::pattern
