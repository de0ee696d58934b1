#include "lint/read/document.h"

#include <algorithm>
#include <iterator>

namespace corslint {
namespace {

std::string escaped_reference_token(std::string_view key) {
  std::string result;
  for (const char c : key) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else {
      result += c;
    }
  }
  return result;
}

/// A table's own span may be only its header, so what it covers is asked of its members too.
bool covers(const Value& value, Span span) {
  if (contains(value.span, span)) return true;
  return std::any_of(value.members.begin(), value.members.end(),
                     [&](const Member& member) {
                       return contains(member.key_span, span) || covers(member.value, span);
                     }) ||
         std::any_of(value.items.begin(), value.items.end(),
                     [&](const Value& item) { return covers(item, span); });
}

/// Items stand in the order of the file, and a header's table reaches to the next one, so only the
/// last item that begins before the span can cover it.
std::vector<Value>::const_iterator item_covering(const std::vector<Value>& items, Span span) {
  const auto after = std::upper_bound(
      items.begin(), items.end(), span.begin,
      [](std::uint32_t begin, const Value& item) { return begin < item.span.begin; });
  return after != items.begin() && covers(*std::prev(after), span) ? std::prev(after) : items.end();
}

/// Members stand in the order of the file, so the last one that begins before the span covers it,
/// but for TOML tables whose parts lie apart: they may begin anywhere.
std::vector<Member>::const_iterator member_covering(const std::vector<Member>& members, Span span) {
  const auto after = std::upper_bound(
      members.begin(), members.end(), span.begin,
      [](std::uint32_t begin, const Member& member) { return begin < member.key_span.begin; });
  const auto covers_span = [&](const Member& member) {
    return contains(member.key_span, span) || covers(member.value, span);
  };
  const auto before = std::find_if(std::make_reverse_iterator(after), members.rend(), covers_span);
  if (before != members.rend()) return std::prev(before.base());
  return std::find_if(after, members.end(), covers_span);
}

}  // namespace

Irregularity bound_reached(Span span, std::size_t bound, std::string_view what) {
  return {.kind = IrregularityKind::syntax_error,
          .span = span,
          .subject = std::string(what),
          .detail = "more than " + std::to_string(bound) + ' ' + std::string(what)};
}

const Member* find_member(const Value& table, std::string_view key) {
  const auto found = std::find_if(table.members.rbegin(), table.members.rend(),
                                  [&](const Member& member) { return member.key == key; });
  return found == table.members.rend() ? nullptr : &*found;
}

bool is_readable(const Document& document) {
  return std::none_of(document.irregularities.begin(), document.irregularities.end(),
                      [](const Irregularity& irregularity) {
                        return irregularity.kind == IrregularityKind::syntax_error;
                      });
}

std::string pointer_to(const Document& document, Span span) {
  std::string pointer;
  const Value* value = &document.root;
  while (true) {
    const auto member = member_covering(value->members, span);
    if (member != value->members.end()) {
      pointer += '/' + escaped_reference_token(member->key);
      value = &member->value;
      continue;
    }
    const auto item = item_covering(value->items, span);
    if (item == value->items.end()) return pointer;
    pointer += '/' + std::to_string(item - value->items.begin());
    value = &*item;
  }
}

}  // namespace corslint
