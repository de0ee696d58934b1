// A frame is made in three steps. Each annotation is cut into segments, one for its first and one
// for its last line. Segments that stand near each other on one line make a row; on a long line
// there may be several rows, each a cut of it. Each row is printed as the excerpt of the line, one
// line of underlines with the rightmost label behind it, and the remaining labels below, from right
// to left, hanging from their underlines.

#include "lint/report/frame.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "lint/report/excerpt.h"
#include "lint/report/printable.h"

namespace corslint {
namespace {

struct Segment {
  std::uint32_t line = 0;
  Span span;
  std::string label;
  Annotation::Rank rank = Annotation::Rank::secondary;
  Role role = Role::frame;
};

using Row = std::vector<Segment>;

std::uint32_t last_line_of(const SourceFile& file, Span span) {
  return file.position(span.end > span.begin ? span.end - 1 : span.end).line;
}

void add_segments(const SourceFile& file, const Annotation& annotation,
                  std::vector<Segment>& segments) {
  const auto first = file.position(annotation.span.begin).line;
  const auto last = last_line_of(file, annotation.span);
  Segment segment{first, annotation.span, printable(annotation.label), annotation.rank,
                  annotation.role};
  if (first == last) {
    segments.push_back(std::move(segment));
    return;
  }
  Segment head = segment;
  head.label.clear();
  head.span.end = std::max(file.line_span(first).end, head.span.begin);
  segments.push_back(std::move(head));
  const auto blank = file.line(last).find_first_not_of(" \t");
  const auto indentation = static_cast<std::uint32_t>(blank == std::string_view::npos ? 0 : blank);
  segment.line = last;
  segment.span.begin = std::min(file.line_span(last).begin + indentation, segment.span.end);
  segments.push_back(std::move(segment));
}

std::vector<Row> rows_of(const SourceFile& file, const std::vector<Annotation>& annotations) {
  std::vector<Segment> segments;
  for (const auto& annotation : annotations) add_segments(file, annotation, segments);
  std::ranges::stable_sort(segments, {}, [](const Segment& segment) {
    return std::tuple(segment.line, segment.span.begin, segment.span.end);
  });
  constexpr std::uint32_t farthest = 80;
  std::vector<Row> rows;
  for (auto& segment : segments) {
    const bool joins = !rows.empty() && rows.back().front().line == segment.line &&
                       (file.line(segment.line).size() <= longest_whole_line ||
                        segment.span.end - rows.back().front().span.begin <= farthest);
    if (!joins) rows.emplace_back();
    rows.back().push_back(std::move(segment));
  }
  return rows;
}

/// A line of characters that are set one by one, each with its colour.
class Canvas {
 public:
  void set(std::size_t column, char character, Role role) {
    if (column >= cells_.size()) cells_.resize(column + 1, {' ', Role::plain});
    cells_[column] = {character, role};
  }

  std::size_t width() const { return cells_.size(); }

  std::string painted(const Painter& painter) const {
    std::string result;
    for (std::size_t i = 0; i < cells_.size();) {
      const Role role = cells_[i].second;
      std::string run;
      for (; i < cells_.size() && cells_[i].second == role; ++i) run += cells_[i].first;
      result += painter.paint(run, role);
    }
    return result;
  }

 private:
  std::vector<std::pair<char, Role>> cells_;
};

/// A label that is still to be printed, with the column that it hangs from.
struct Hanging {
  std::size_t column = 0;
  const Segment* segment = nullptr;
};

class FramePrinter {
 public:
  FramePrinter(const SourceFile& file, std::size_t gutter, const Painter& painter)
      : file_(file), gutter_(gutter), painter_(painter) {}

  void print(const Row& row) {
    const auto line = row.front().line;
    if (previous_line_ != 0 && line > previous_line_ + 1)
      text_ += painter_.paint("...", Role::frame) + '\n';
    previous_line_ = line;

    Span focus = row.front().span;
    for (const auto& segment : row) focus.end = std::max(focus.end, segment.span.end);
    const auto excerpt = excerpt_of(file_, line, focus);
    add_line(std::to_string(line), excerpt.shown);
    print_underlines(row, excerpt);
  }

  std::string take() { return std::move(text_); }

 private:
  void add_line(const std::string& number, const std::string& content) {
    const auto margin = std::string(gutter_ - number.size() + 1, ' ') + number + " |";
    text_ += painter_.paint(margin, Role::frame);
    if (!content.empty()) text_ += ' ' + content;
    text_ += '\n';
  }

  void print_underlines(const Row& row, const Excerpt& excerpt) {
    Canvas marks;
    for (const auto rank : {Annotation::Rank::secondary, Annotation::Rank::primary}) {
      for (const auto& segment : row) {
        if (segment.rank == rank) underline(segment, excerpt, marks);
      }
    }
    std::vector<Hanging> hanging;
    for (const auto& segment : row) {
      if (!segment.label.empty())
        hanging.push_back({column_of(excerpt, segment.span.begin), &segment});
    }
    auto underlines = marks.painted(painter_);
    if (!hanging.empty() && ends_row(*hanging.back().segment, row)) {
      underlines += ' ' + painted_label(*hanging.back().segment);
      hanging.pop_back();
    }
    add_line("", underlines);
    print_hanging(hanging);
  }

  static bool ends_row(const Segment& last, const Row& row) {
    return std::ranges::all_of(
        row, [&](const Segment& segment) { return segment.span.end <= last.span.end; });
  }

  static void underline(const Segment& segment, const Excerpt& excerpt, Canvas& marks) {
    const char mark = segment.rank == Annotation::Rank::primary ? '^' : '-';
    const auto begin = column_of(excerpt, segment.span.begin);
    const auto end = std::max(column_of(excerpt, segment.span.end), begin + 1);
    for (auto column = begin; column < end; ++column) marks.set(column, mark, segment.role);
  }

  std::string painted_label(const Segment& segment) const {
    return painter_.paint(segment.label, segment.role);
  }

  void print_hanging(std::vector<Hanging> hanging) {
    if (!hanging.empty()) add_line("", connectors(hanging, hanging.back().column + 1));
    while (!hanging.empty()) {
      const Hanging last = hanging.back();
      hanging.pop_back();
      const auto before = connectors(hanging, last.column);
      add_line("", before + painted_label(*last.segment));
    }
  }

  /// Strokes at the columns of the labels, and blanks up to `width`.
  std::string connectors(const std::vector<Hanging>& hanging, std::size_t width) const {
    Canvas strokes;
    for (const auto& label : hanging) {
      if (label.column < width) strokes.set(label.column, '|', label.segment->role);
    }
    return strokes.painted(painter_) + std::string(width - strokes.width(), ' ');
  }

  const SourceFile& file_;
  std::size_t gutter_;
  const Painter& painter_;
  std::uint32_t previous_line_ = 0;
  std::string text_;
};

}  // namespace

std::size_t gutter_width(const SourceFile& file, const std::vector<Annotation>& annotations) {
  std::uint32_t last = 1;
  for (const auto& annotation : annotations)
    last = std::max(last, last_line_of(file, annotation.span));
  return std::to_string(last).size();
}

std::string code_frame(const SourceFile& file, const std::vector<Annotation>& annotations,
                       std::size_t gutter, const Painter& painter) {
  FramePrinter printer(file, gutter, painter);
  for (const auto& row : rows_of(file, annotations)) printer.print(row);
  return printer.take();
}

}  // namespace corslint
