#include "tests/fuzz/invariants.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "lint/run/edits.h"

namespace corslint::fuzz {
namespace {

bool is_within(Span span, std::string_view text) {
  return span.begin <= span.end && span.end <= text.size();
}

// In TOML a table's header may stand anywhere, so only JSON nests by place.
void require_sound_value(const Value& value, Span outer, Format format, std::string_view text) {
  require(is_within(value.span, text), "a value has its place in the text");
  if (format == Format::json)
    require(contains(outer, value.span), "a value lies within what holds it");
  if (value.kind == ValueKind::string && is_verbatim(value.text)) {
    const Span content = value.text.content;
    require(text.substr(content.begin, content.end - content.begin) == value.text.value,
            "a verbatim text is what stands in the file");
  }
  for (const Value& item : value.items) require_sound_value(item, value.span, format, text);
  for (const Member& member : value.members) {
    require(is_within(member.key_span, text), "a key has its place in the text");
    require_sound_value(member.value, value.span, format, text);
  }
}

}  // namespace

void require(bool holds, std::string_view message) {
  if (holds) return;
  std::fprintf(stderr, "not so: %.*s\n", static_cast<int>(message.size()), message.data());
  std::abort();
}

void require_sound_document(const Document& document, std::string_view text) {
  const Span whole{0, static_cast<std::uint32_t>(text.size())};
  require_sound_value(document.root, whole, document.format, text);
  for (const auto& irregularity : document.irregularities)
    require(is_within(irregularity.span, text), "an irregularity has its place in the text");
}

void require_sound_report(const FileReport& report) {
  const auto text = report.file.text();
  std::uint32_t last = 0;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const Finding& finding = diagnostic.finding;
    require(diagnostic.rule != nullptr, "a diagnostic has its rule");
    require(is_within(finding.span, text), "a finding has its place in the text");
    require(finding.span.begin >= last, "findings stand in order");
    last = finding.span.begin;
    require(!finding.message.empty(), "a finding has a message");
    for (const Label& label : finding.labels)
      require(is_within(label.span, text), "a label has its place in the text");
    for (const Fix& fix : finding.fixes) {
      for (const Edit& edit : fix.edits)
        require(is_within(edit.span, text), "an edit has its place in the text");
      require(TakenSpans().take(fix.edits), "the edits of a fix do not meet");
    }
  }
}

void require_printable(std::string_view report) {
  for (const char c : report) {
    const auto byte = static_cast<unsigned char>(c);
    require(byte >= 0x20 || c == '\n', "a report holds no control character");
    require(byte != 0x7F, "a report holds no control character");
  }
  for (const std::string_view mark :
       {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069",
        "\u200B", "\u200E", "\u200F", "\uFEFF", "\u0085", "\u009B"})
    require(report.find(mark) == std::string_view::npos, "a report holds no hidden character");
}

}  // namespace corslint::fuzz
