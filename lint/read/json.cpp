// The text is held to the grammar first; libfyaml then sees strict JSON only and gives events with
// byte offsets, which become a tree on a stack of open tables and lists: no recursion.
#include <algorithm>
#include <charconv>
#include <libfyaml.h>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lint/read/format_duplicates.h"
#include "lint/read/format_removals.h"
#include "lint/read/json_syntax.h"
#include "lint/read/reader.h"
#include "lint/read/utf8.h"

namespace corslint {
namespace {

using Diagnostics = std::unique_ptr<fy_diag, decltype(&fy_diag_destroy)>;
using Parser = std::unique_ptr<fy_parser, decltype(&fy_parser_destroy)>;

/// Takes the parser's messages instead of standard error.
Diagnostics silent_diagnostics() {
  fy_diag_cfg configuration{};
  fy_diag_cfg_default(&configuration);
  configuration.fp = nullptr;
  Diagnostics diagnostics(fy_diag_create(&configuration), &fy_diag_destroy);
  if (diagnostics) fy_diag_set_collect_errors(diagnostics.get(), true);
  return diagnostics;
}

Parser parser_of(const std::string& text, fy_diag* diagnostics) {
  fy_parse_cfg configuration{};
  configuration.flags = static_cast<fy_parse_cfg_flags>(
      static_cast<unsigned>(FYPCF_QUIET) | static_cast<unsigned>(FYPCF_COLLECT_DIAG) |
      static_cast<unsigned>(FYPCF_JSON_FORCE) | static_cast<unsigned>(FYPCF_DISABLE_DEPTH_LIMIT));
  configuration.diag = diagnostics;
  Parser parser(fy_parser_create(&configuration), &fy_parser_destroy);
  if (parser && fy_parser_set_string(parser.get(), text.data(), text.size()) != 0) parser.reset();
  return parser;
}

/// Turns offsets into the parser's text, asked in ascending order, into offsets of the file.
class Offsets {
 public:
  explicit Offsets(const std::vector<std::uint32_t>& breaks) : breaks_(breaks) {}

  std::uint32_t of(const fy_mark* mark) {
    while (passed_ < breaks_.size() && breaks_[passed_] < mark->input_pos) ++passed_;
    return static_cast<std::uint32_t>(mark->input_pos - passed_);
  }

 private:
  const std::vector<std::uint32_t>& breaks_;
  std::size_t passed_ = 0;
};

void read_number(Value& value) {
  const std::string& written = value.text.value;
  value.kind = ValueKind::number;
  const auto* const end = written.data() + written.size();
  const auto [stop, error] = std::from_chars(written.data(), end, value.integer);
  if (error == std::errc() && stop == end) {
    value.kind = ValueKind::integer;
  } else {
    value.integer = 0;
  }
}

std::string decoded(fy_token* token) {
  std::size_t length = 0;
  const char* const text = fy_token_get_text(token, &length);
  return text == nullptr ? std::string() : std::string(text, length);
}

Value scalar_of(fy_token* token, std::string_view text, Span content) {
  Value value;
  if (fy_scalar_token_get_style(token) == FYSS_DOUBLE_QUOTED) {
    value.kind = ValueKind::string;
    value.span = {content.begin - 1, content.end + 1};
    value.text.value = decoded(token);
    value.text.quoting = Quoting::json;
  } else {
    value.span = content;
    value.text.value = text.substr(content.begin, content.end - content.begin);
    const char first = value.text.value.empty() ? 'n' : value.text.value.front();
    if (first == 't' || first == 'f') value.kind = ValueKind::boolean;
    value.boolean = first == 't';
    if (first == '-' || (first >= '0' && first <= '9')) read_number(value);
  }
  value.text.span = value.span;
  value.text.content = content;
  return value;
}

class Builder {
 public:
  explicit Builder(std::string_view text) : text_(text) {}

  bool is_key_next() const {
    return !open_.empty() && open_.back().value.kind == ValueKind::table && !open_.back().has_key;
  }

  void add_key(std::string&& key, Span span) {
    auto& member = open_.back().value.members.emplace_back();
    member.key = std::move(key);
    member.key_span = span;
    open_.back().has_key = true;
  }

  void add(Value&& value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    auto& [parent, has_key] = open_.back();
    if (parent.kind == ValueKind::list) {
      parent.items.push_back(std::move(value));
      return;
    }
    parent.members.back().value = std::move(value);
    has_key = false;
  }

  void open(ValueKind kind, std::uint32_t begin) {
    open_.emplace_back();
    open_.back().value.kind = kind;
    open_.back().value.span = {begin, begin + 1};
  }

  void close(std::uint32_t end) {
    Value value = std::move(open_.back().value);
    open_.pop_back();
    value.span.end = end;
    // Most lists are short, and a large file has many of them; a long one is not worth a second
    // copy.
    constexpr std::size_t large_file = 1'000'000;
    constexpr std::size_t long_list = 64;
    if (text_.size() >= large_file) {
      if (value.items.size() < long_list) value.items.shrink_to_fit();
      if (value.members.size() < long_list) value.members.shrink_to_fit();
    }
    set_removals(text_, value);
    add(std::move(value));
  }

  /// The root; what is still open ends at `end`.
  Value finish(std::uint32_t end) {
    if (!open_.empty() && open_.back().has_key) open_.back().value.members.pop_back();
    while (!open_.empty()) close(end);
    return std::move(root_);
  }

 private:
  struct Open {
    Value value;
    bool has_key = false;
  };

  std::string_view text_;
  std::vector<Open> open_;
  Value root_;
};

void take(Builder& builder, Offsets& offsets, const fy_event& event, std::string_view text) {
  const auto begin_of = [&](fy_token* token) { return offsets.of(fy_token_start_mark(token)); };
  const auto end_of = [&](fy_token* token) { return offsets.of(fy_token_end_mark(token)); };
  switch (event.type) {
    case FYET_MAPPING_START:
      return builder.open(ValueKind::table, begin_of(event.mapping_start.mapping_start));
    case FYET_SEQUENCE_START:
      return builder.open(ValueKind::list, begin_of(event.sequence_start.sequence_start));
    case FYET_MAPPING_END:
      return builder.close(end_of(event.mapping_end.mapping_end));
    case FYET_SEQUENCE_END:
      return builder.close(end_of(event.sequence_end.sequence_end));
    case FYET_SCALAR: {
      const std::uint32_t begin = begin_of(event.scalar.value);
      const Span content{begin, end_of(event.scalar.value)};
      if (builder.is_key_next())
        return builder.add_key(decoded(event.scalar.value), {content.begin - 1, content.end + 1});
      return builder.add(scalar_of(event.scalar.value, text, content));
    }
    default:
      return;
  }
}

/// Feeds every event to the builder; the offset where the parser refused to go on, if it did.
std::optional<std::uint32_t> build(Builder& builder, const StrictJson& json,
                                   std::string_view text) {
  const auto diagnostics = silent_diagnostics();
  const auto parser = parser_of(json.text, diagnostics.get());
  Offsets offsets(json.breaks);
  std::uint32_t reached = 0;
  bool has_ended = false;
  while (auto* const event = parser ? fy_parser_parse(parser.get()) : nullptr) {
    if (const auto* const mark = fy_event_start_mark(event); mark != nullptr)
      reached = offsets.of(mark);
    take(builder, offsets, *event, text);
    has_ended = event->type == FYET_STREAM_END;
    fy_parser_event_free(parser.get(), event);
  }
  if (has_ended) return std::nullopt;
  return reached;
}

}  // namespace

Document read_json(const SourceFile& file) {
  Document document{.format = Format::json};
  document.root.kind = ValueKind::table;
  auto json = strict_json(file.text());
  if (json.error) {
    document.irregularities.push_back(*std::move(json.error));
    return document;
  }
  Builder builder(file.text());
  const auto stopped = build(builder, json, file.text());
  document.root = builder.finish(static_cast<std::uint32_t>(file.text().size()));
  if (stopped)
    document.irregularities.push_back({.kind = IrregularityKind::syntax_error,
                                       .span = code_point_span(file.text(), *stopped),
                                       .detail = "the parser cannot read on from here"});
  report_duplicate_keys(document, "the last one counts");
  return document;
}

}  // namespace corslint
