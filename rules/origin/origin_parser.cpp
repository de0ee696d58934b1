// The text is first freed from what surrounds it, with a table of where each remaining byte stood;
// then it is read from left to right, in the order of the URL Standard's states. What a browser
// would silently mend becomes a note, and the notes are put back to the places of the original text
// at the end.
#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "rules/origin/ascii.h"
#include "rules/origin/blanks.h"
#include "rules/origin/host_parser.h"
#include "rules/origin/joined_origins.h"
#include "rules/origin/origin.h"
#include "rules/origin/plain_origin.h"
#include "rules/origin/scheme_splitter.h"
#include "rules/origin/utf8.h"

namespace corslint {
namespace {

/// Reads the text behind the blanks; its notes count in cleaned bytes.
class OriginReader {
 public:
  explicit OriginReader(std::string_view text) : text_{text} {}

  std::optional<Origin> read() {
    if (ascii_lowered(text_) == "null") return read_null();
    if (!read_scheme()) return std::nullopt;
    if (has_opaque_origin(origin_.scheme)) return read_opaque();
    const std::string_view path_starts = is_special_scheme(origin_.scheme) ? "/?#\\" : "/?#";
    const std::size_t end = std::min(text_.find_first_of(path_starts, position_), text_.size());
    if (!read_authority(end)) return std::nullopt;
    read_path(end);
    return origin_;
  }

  const std::vector<OriginNote>& notes() const { return notes_; }

 private:
  void note(OriginProblem problem, std::size_t begin, std::size_t end) {
    notes_.push_back({problem, begin, end - begin});
  }

  bool refuse(OriginProblem problem, std::size_t begin, std::size_t end) {
    note(problem, begin, end);
    return false;
  }

  Origin read_null() {
    if (text_ != "null") note(OriginProblem::null_wrong_case, 0, text_.size());
    return {};
  }

  Origin read_opaque() {
    note(OriginProblem::opaque_scheme, 0, text_.size());
    return {};
  }

  bool read_scheme() {
    SchemeSplit split = split_scheme(text_);
    if (split.scheme.empty() && !refuse_blank(0, split.notes.back().length)) return false;
    notes_ = std::move(split.notes);
    origin_.scheme = std::move(split.scheme);
    position_ = split.authority_offset;
    return !origin_.scheme.empty();
  }

  /// False, with a note, where there is a blank between the two places.
  bool refuse_blank(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      const DecodedCodePoint here = decode_utf8(text_, i);
      if (is_blank(here.value)) return refuse(OriginProblem::whitespace, i, i + here.length);
      i += here.length;
    }
    return true;
  }

  bool read_authority(std::size_t end) {
    const std::size_t at = text_.substr(0, end).rfind('@');
    if (at != std::string_view::npos && at >= position_) {
      note(OriginProblem::user_info, position_, at + 1);
      position_ = at + 1;
    }
    if (!refuse_blank(position_, end)) return false;
    const std::size_t bracket = text_[std::min(position_, text_.size() - 1)] == '['
                                    ? text_.find(']', position_)
                                    : position_;
    const std::size_t colon = std::min(text_.find(':', bracket), end);
    return read_host(colon) && read_port(colon, end);
  }

  bool read_host(std::size_t end) {
    const std::string_view text = text_.substr(position_, end - position_);
    if (text.empty()) return refuse(OriginProblem::empty_host, position_, end);
    ParsedHost parsed =
        is_special_scheme(origin_.scheme) ? parse_special_host(text) : parse_opaque_host(text);
    for (const OriginNote& found : parsed.notes) {
      note(found.problem, position_ + found.offset, position_ + found.offset + found.length);
    }
    if (!parsed.host) return false;
    origin_.host = std::move(*parsed.host);
    return true;
  }

  bool read_port(std::size_t colon, std::size_t end) {
    if (colon == end) return true;
    const std::string_view digits = text_.substr(colon + 1, end - colon - 1);
    if (digits.empty()) {
      note(OriginProblem::empty_port, colon, end);
      return true;
    }
    std::uint16_t port = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc{} || stop != digits.data() + digits.size()) {
      return refuse(OriginProblem::invalid_port, colon + 1, end);
    }
    if (digits.size() > 1 && digits.front() == '0') {
      note(OriginProblem::non_canonical_port, colon + 1, end);
    }
    if (port == default_port(origin_.scheme)) {
      note(OriginProblem::default_port, colon, end);
    } else {
      origin_.port = port;
    }
    return true;
  }

  void read_path(std::size_t begin) {
    const std::string_view rest = text_.substr(begin);
    if (rest == "/") return note(OriginProblem::trailing_slash, begin, text_.size());
    const std::size_t hash = std::min(text_.find('#', begin), text_.size());
    const std::size_t question = std::min(text_.find('?', begin), hash);
    if (question > begin) note(OriginProblem::path, begin, question);
    if (hash > question) note(OriginProblem::query, question, hash);
    if (text_.size() > hash) note(OriginProblem::fragment, hash, text_.size());
  }

  std::string_view text_;
  std::size_t position_ = 0;
  Origin origin_;
  std::vector<OriginNote> notes_;
};

OriginNote in_original(OriginNote note, const CleanedText& cleaned) {
  const std::size_t begin = cleaned.places[note.offset];
  const std::size_t end =
      note.length == 0 ? begin : cleaned.places[note.offset + note.length - 1] + 1;
  return {note.problem, begin, end - begin};
}

ParsedOrigin fatal(OriginProblem problem, std::string_view text) {
  return {std::nullopt, {{problem, 0, text.size()}}};
}

}  // namespace

ParsedOrigin Origin::parse(std::string_view text) {
  if (auto plain = plain_origin(text)) return {std::move(plain), {}};
  if (split_joined_origins(text).size() > 1) return fatal(OriginProblem::several_origins, text);
  CleanedText cleaned = without_blanks(text);
  if (cleaned.text.empty()) return fatal(OriginProblem::empty, text);
  OriginReader reader{cleaned.text};
  ParsedOrigin parsed{reader.read(), std::move(cleaned.notes)};
  for (const OriginNote& found : reader.notes()) {
    parsed.notes.push_back(in_original(found, cleaned));
  }
  const auto sorted_end = parsed.notes.end() - (parsed.origin ? 0 : 1);
  std::stable_sort(parsed.notes.begin(), sorted_end,
                   [](const OriginNote& a, const OriginNote& b) { return a.offset < b.offset; });
  return parsed;
}

}  // namespace corslint
