#include "rules/pattern/code_points.h"

namespace corslint::pattern {

CharacterClass fold_case(const CodePoints& points, Syntax syntax) {
  CharacterClass result = fold_ascii(points.ascii);
  const bool simple_folding =
      syntax == Syntax::re2 || syntax == Syntax::go || syntax == Syntax::python;
  if (simple_folding && points.long_s) result = result | any_of("sS");
  if (simple_folding && points.kelvin_sign) result = result | any_of("kK");
  if (syntax == Syntax::python && (points.dotted_capital_i || points.dotless_i))
    result = result | any_of("iI");
  return result;
}

}  // namespace corslint::pattern
