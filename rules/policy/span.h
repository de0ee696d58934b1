#pragma once

#include <cstdint>

namespace corslint {

/// A half-open range of bytes in one source file. Files are bounded well below 4 GiB (see
/// `SourceFile`), so 32 bits hold every offset. Lines and columns are computed from it only when
/// something is printed.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Span&) const = default;
};

/// Whether `inner` lies within `outer`; an empty span lies within any span that touches it.
constexpr bool contains(Span outer, Span inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

}  // namespace corslint
