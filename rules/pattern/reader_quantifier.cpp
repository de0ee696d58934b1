#include <algorithm>
#include <string>

#include "rules/origin/ascii.h"
#include "rules/pattern/reader.h"

namespace corslint::pattern {
namespace {

constexpr std::uint32_t count_limit = 100'000'000;

// The digits at the cursor; capped, as no engine counts so far.
struct Count {
  std::uint32_t value = 0;
  std::size_t length = 0;
  bool leading_zero = false;
};

Count count_at(std::string_view text) {
  Count count;
  while (count.length < text.size() && is_ascii_digit(text[count.length])) {
    const auto digit = static_cast<std::uint32_t>(text[count.length] - '0');
    count.value = std::min(count_limit, count.value * 10 + digit);
    ++count.length;
  }
  count.leading_zero = count.length > 1 && text[0] == '0';
  return count;
}

}  // namespace

// Leaves the cursor in place where the braces are not a count in this syntax.
Reader::Braces Reader::read_braces(std::uint32_t& minimum, std::uint32_t& maximum) {
  const std::string_view rest = pattern_.substr(position_ + 1);
  const Count low = count_at(rest);
  std::size_t length = low.length;
  const bool comma = length < rest.size() && rest[length] == ',';
  Count high;
  if (comma) {
    high = count_at(rest.substr(length + 1));
    length += 1 + high.length;
  }
  const bool closed = length < rest.size() && rest[length] == '}';
  const bool open_below = is(Syntax::python) || is(Syntax::ruby);
  bool counted = closed && (low.length > 0 || (comma && open_below));
  if (is(Syntax::ruby) && low.length == 0 && high.length == 0) counted = false;
  if (is_re2()) {
    counted = counted && !low.leading_zero && !high.leading_zero && low.value < count_limit &&
              high.value < count_limit;
  }
  if (!counted && is(Syntax::java)) {
    reject(position_, "illegal repetition");
    return Braces::failed;
  }
  if (!counted) return Braces::literal;
  minimum = low.value;
  maximum = !comma ? low.value : high.length > 0 ? high.value : unbounded;
  const std::uint32_t begin = here();
  position_ += length + 2;
  return braces_are_valid(begin, minimum, maximum) ? Braces::counted : Braces::failed;
}

bool Reader::braces_are_valid(std::uint32_t begin, std::uint32_t minimum, std::uint32_t maximum) {
  if (maximum < minimum)
    return reject(begin, "the repetition's minimum is greater than its maximum");
  const std::uint32_t most = maximum == unbounded ? minimum : maximum;
  if (is_re2() && most > 1000) return reject(begin, "bad repetition operator: more than 1000");
  if (is(Syntax::pcre) && most > 65535) return reject(begin, "number too big in {} quantifier");
  if (is(Syntax::ruby) && most > 100000) return reject(begin, "too big number in {} quantifier");
  return true;
}

bool Reader::can_repeat(std::uint32_t begin) {
  const bool something = items_.size() > frames_.back().first_item;
  if (!something) return reject(begin, "nothing to repeat");
  const Node& item = result_.tree.at(items_.back());
  const bool assertion = item.kind == NodeKind::assertion;
  if (assertion && (is(Syntax::python) || is(Syntax::javascript) || is(Syntax::pcre)))
    return reject(begin, "nothing to repeat");
  if (is(Syntax::javascript) && item.kind == NodeKind::look && item.direction == Direction::behind)
    return reject(begin, "nothing to repeat");
  if (is(Syntax::python) && item.kind == NodeKind::repeat) return reject(begin, "multiple repeat");
  if (after_quantifier_ == begin && !is(Syntax::python) && !is(Syntax::ruby) && !is(Syntax::java))
    return reject(begin, "bad repetition operator: a quantifier behind a quantifier");
  return true;
}

bool Reader::quantify() {
  const std::uint32_t begin = here();
  const char sign = peek();
  std::uint32_t minimum = sign == '+' ? 1 : 0;
  std::uint32_t maximum = sign == '?' ? 1 : unbounded;
  if (sign == '{') {
    const Braces braces = read_braces(minimum, maximum);
    if (braces == Braces::failed) return false;
    if (braces == Braces::literal) {
      ++position_;
      add_code_point('{', begin);
      return true;
    }
  } else {
    ++position_;
  }
  // A Java count behind a quantifier or at the beginning repeats the empty text.
  const bool java_empty =
      is(Syntax::java) && sign == '{' &&
      (after_quantifier_ == begin || items_.size() == frames_.back().first_item);
  if (is(Syntax::java) && sign != '{' && after_quantifier_ == begin)
    return reject(begin, "dangling meta character");
  if (!java_empty && !can_repeat(begin)) return false;
  // PCRE2 takes a comment between a quantifier and the mark behind it.
  while (is(Syntax::pcre) && looking_at("(?#"))
    if (!skip_comment(here())) return false;
  const bool possessive_counts = !is(Syntax::ruby) || sign != '{';
  if (!take('?') && !is_re2() && !is(Syntax::javascript) && possessive_counts && take('+'))
    result_.tree.relaxed = true;
  after_quantifier_ = position_;
  if (java_empty) return true;
  const NodeIndex item = items_.back();
  const std::uint32_t item_begin = result_.tree.at(item).begin;
  items_.back() = add({.kind = NodeKind::repeat,
                       .counted = sign == '{',
                       .begin = item_begin,
                       .end = here(),
                       .first_child = item,
                       .minimum = minimum,
                       .maximum = maximum});
  return true;
}

}  // namespace corslint::pattern
