#include "lint/run/baseline.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "lint/read/reader.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

constexpr std::string_view path_key = "path";
constexpr std::string_view rule_key = "rule";
constexpr std::string_view place_key = "place";
constexpr std::string_view fingerprint_key = "fingerprint";
constexpr std::string_view count_key = "count";

auto order_of(const KnownFinding& known) {
  return std::tie(known.path, known.rule, known.place, known.fingerprint);
}

class Reader {
 public:
  explicit Reader(BaselineReading& reading) : reading_(reading) {}

  void read(const Value& root) {
    if (root.kind != ValueKind::table)
      return report(root.span, "A baseline is an object with `version` and `findings`");
    read_version(root);
    const Member* findings = find_member(root, "findings");
    if (findings == nullptr || findings->value.kind != ValueKind::list)
      return report(findings == nullptr ? first_place(root) : findings->value.span,
                    "A baseline has its entries in a list `findings`");
    for (const auto& item : findings->value.items) read_entry(item);
  }

  void report(Span span, std::string message) {
    reading_.problems.push_back(
        {.span = span,
         .message = std::move(message),
         .help = "Correct it, or write the file anew with `--write-baseline`"});
  }

 private:
  static Span first_place(const Value& table) { return {table.span.begin, table.span.begin + 1}; }

  void read_version(const Value& root) {
    const Member* version = find_member(root, "version");
    if (version == nullptr) return report(first_place(root), "This baseline has no `version`");
    if (version->value.kind == ValueKind::integer && version->value.integer == baseline_version)
      return;
    report(version->value.span, "This corslint reads baselines of version " +
                                    std::to_string(baseline_version) + " only");
  }

  void read_entry(const Value& entry) {
    if (entry.kind != ValueKind::table) return report(entry.span, "An entry is an object");
    const auto path = text_of(entry, path_key);
    const auto rule = text_of(entry, rule_key);
    const auto fingerprint = text_of(entry, fingerprint_key);
    const auto count = count_of(entry);
    if (!path || !rule || !fingerprint || !count) return;
    const Member* place = find_member(entry, place_key);
    reading_.baseline.push_back({*path, *rule,
                                 place == nullptr ? std::string() : place->value.text.value,
                                 *fingerprint, *count});
  }

  std::optional<std::string> text_of(const Value& entry, std::string_view key) {
    const Member* member = find_member(entry, key);
    if (member != nullptr && member->value.kind == ValueKind::string)
      return member->value.text.value;
    report(member == nullptr ? first_place(entry) : member->value.span,
           "An entry has a text " + in_backticks(key));
    return std::nullopt;
  }

  std::optional<std::size_t> count_of(const Value& entry) {
    const Member* member = find_member(entry, count_key);
    if (member == nullptr) return 1;
    if (member->value.kind == ValueKind::integer && member->value.integer > 0)
      return static_cast<std::size_t>(member->value.integer);
    report(member->value.span, "`count` is a number from 1 on");
    return std::nullopt;
  }

  BaselineReading& reading_;
};

/// Sorts, and makes one entry of those for one file, rule and content; `join` says of how many.
void settle(Baseline& baseline, std::size_t (*join)(std::size_t, std::size_t)) {
  std::map<std::tuple<std::string, std::string, std::string>, KnownFinding> unique;
  for (auto& known : baseline) {
    auto key = std::tuple(known.path, known.rule, known.fingerprint);
    const auto [place, is_new] = unique.try_emplace(std::move(key), known);
    if (!is_new) place->second.count = join(place->second.count, known.count);
  }
  baseline.clear();
  for (auto& [key, known] : unique) baseline.push_back(std::move(known));
  std::ranges::sort(baseline, goes_before);
}

std::string without_indexes(std::string_view pointer) {
  std::string place;
  while (!pointer.empty()) {
    const auto end = std::min(pointer.find('/', 1), pointer.size());
    const auto token = pointer.substr(0, end);
    if (token.find_first_not_of("0123456789", 1) != std::string_view::npos) place += token;
    pointer.remove_prefix(end);
  }
  return place;
}

/// Takes the diagnostics for which `is_known` answers out of a report.
template <typename IsKnown>
void silence(FileReport& report, const IsKnown& is_known) {
  std::erase_if(report.diagnostics, [&](Diagnostic& diagnostic) {
    if (!is_known(diagnostic)) return false;
    report.silenced.push_back({std::move(diagnostic), Silencer::baseline, {}});
    return true;
  });
}

/// Counts one down, if there is one.
bool take(std::size_t* count) {
  if (count == nullptr || *count == 0) return false;
  --*count;
  return true;
}

}  // namespace

bool goes_before(const KnownFinding& left, const KnownFinding& right) {
  return order_of(left) < order_of(right);
}

BaselineReading read_baseline(const SourceFile& file) {
  BaselineReading reading;
  const Document document = read_document(file, Format::json);
  Reader reader(reading);
  for (const auto& irregularity : document.irregularities) {
    const bool is_duplicate = irregularity.kind == IrregularityKind::duplicate_key;
    reader.report(irregularity.span, is_duplicate
                                         ? in_backticks(irregularity.subject) + " stands twice"
                                         : "The file is not JSON here: " + irregularity.detail);
  }
  if (is_readable(document)) reader.read(document.root);
  settle(reading.baseline, [](std::size_t a, std::size_t b) { return std::max(a, b); });
  return reading;
}

Baseline baseline_of(const std::vector<const FileReport*>& reports,
                     const std::function<std::string(const std::string&)>& path_of) {
  Baseline baseline;
  for (const auto* report : reports) {
    const auto path = path_of(report->file.path());
    for (const auto& diagnostic : report->diagnostics)
      baseline.push_back({path, std::string(diagnostic.rule->id),
                          without_indexes(diagnostic.pointer), diagnostic.fingerprint});
  }
  settle(baseline, [](std::size_t a, std::size_t b) { return a + b; });
  return baseline;
}

Baseline silence_known(Baseline baseline, const std::vector<FileReport*>& reports,
                       const std::function<std::string(const std::string&)>& path_of,
                       const std::function<bool(const std::string&)>& is_there) {
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t*> known;
  for (auto& entry : baseline) known[{entry.path, entry.rule, entry.fingerprint}] = &entry.count;
  for (auto* report : reports) {
    const auto path = path_of(report->file.path());
    silence(*report, [&](const Diagnostic& diagnostic) {
      const auto entry = known.find({path, diagnostic.rule->id, diagnostic.fingerprint});
      return take(entry == known.end() ? nullptr : entry->second);
    });
  }

  std::multimap<std::pair<std::string_view, std::string_view>, std::size_t*> moved;
  for (auto& entry : baseline) {
    if (entry.count > 0 && !is_there(entry.path))
      moved.emplace(std::pair(std::string_view(entry.rule), std::string_view(entry.fingerprint)),
                    &entry.count);
  }
  for (auto* report : reports) {
    if (moved.empty()) break;
    silence(*report, [&](const Diagnostic& diagnostic) {
      const auto [first, last] = moved.equal_range(
          std::pair(diagnostic.rule->id, std::string_view(diagnostic.fingerprint)));
      return std::any_of(first, last, [](const auto& entry) { return take(entry.second); });
    });
  }
  std::erase_if(baseline, [](const KnownFinding& entry) { return entry.count == 0; });
  return baseline;
}

}  // namespace corslint
