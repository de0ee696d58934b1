// A round tries all its fixes at once. Where that spoils something, the set is halved until the
// fixes are found that do; everything is tried on the round's own text, so the edits stay valid. A
// fix may uncover what it hid: a name that gets its scheme turns out to end with a slash. Then the
// fixes of what came up are applied on top, and only the text at the end is judged.
#include "lint/run/fixer.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "lint/read/document.h"
#include "lint/read/reader.h"
#include "lint/run/finding_changes.h"

namespace corslint {
namespace {

/// How often in one go fixes are applied to what other fixes uncovered.
constexpr std::size_t most_follow_ups = 4;

struct Choice {
  const Diagnostic* diagnostic = nullptr;
  const Fix* fix = nullptr;
};

using Choices = std::vector<Choice>;

/// Safe fixes go before unsafe ones, else in the rule's order.
std::vector<const Fix*> fixes_in_scope(const Diagnostic& diagnostic, FixScope scope) {
  std::vector<const Fix*> fixes;
  for (const Fix& fix : diagnostic.finding.fixes) {
    if (is_in_scope(fix, scope) && !fix.edits.empty()) fixes.push_back(&fix);
  }
  std::ranges::stable_sort(fixes, {}, &Fix::safety);
  return fixes;
}

/// A text on its way through a round.
struct Attempt {
  FileReport report;
  std::size_t gone = 0;
  std::vector<AppliedFix> applied = {};
  EditSteps steps = {};
};

class Round {
 public:
  Round(const FileReport& report, Format format, FixScope scope, const Lint& lint,
        std::size_t& attempts_left)
      : report_(report),
        format_(format),
        scope_(scope),
        lint_(lint),
        attempts_left_(attempts_left) {}

  /// What the round made of the text; nothing where no fix could be taken.
  std::optional<Attempt> run() {
    std::vector<const Diagnostic*> all;
    for (const auto& diagnostic : report_.diagnostics) all.push_back(&diagnostic);
    take(compatible(all));
    return std::move(best_);
  }

 private:
  /// One fix for each of the diagnostics that has one, without those that meet an earlier one.
  Choices compatible(const std::vector<const Diagnostic*>& diagnostics) const {
    TakenSpans taken;
    Choices choices;
    for (const Diagnostic* diagnostic : diagnostics) {
      for (const Fix* fix : fixes_in_scope(*diagnostic, scope_)) {
        if (!taken.take(fix->edits)) continue;
        choices.push_back({diagnostic, fix});
        break;
      }
    }
    return choices;
  }

  /// Adds what it can of the choices to those that were taken so far.
  void take(std::span<const Choice> choices) {
    if (choices.empty() || attempts_left_ == 0) return;
    if (try_with(choices)) return;
    if (choices.size() == 1) {
      take_alternative(choices.front());
      return;
    }
    const auto half = choices.size() / 2;
    take(choices.first(half));
    take(choices.subspan(half));
  }

  void take_alternative(const Choice& refused) {
    for (const Fix* fix : fixes_in_scope(*refused.diagnostic, scope_)) {
      if (fix == refused.fix) continue;
      TakenSpans taken;
      for (const Choice& choice : taken_) taken.take(choice.fix->edits);
      const Choice other{refused.diagnostic, fix};
      if (taken.take(fix->edits) && try_with({&other, 1})) return;
    }
  }

  bool try_with(std::span<const Choice> more) {
    Choices choices = taken_;
    choices.insert(choices.end(), more.begin(), more.end());
    auto attempt = attempted(choices);
    if (!attempt) return false;
    taken_ = std::move(choices);
    best_ = std::move(attempt);
    return true;
  }

  /// The text after these fixes and what they uncover; nothing where it is worse than before.
  std::optional<Attempt> attempted(const Choices& choices) {
    Attempt attempt{report_};
    std::vector<FixedFinding> fixed;
    for (const auto& [diagnostic, fix] : choices) fixed.push_back({diagnostic, fix->safety});
    if (!apply(choices, attempt)) return std::nullopt;
    for (std::size_t i = 0;; ++i) {
      const auto changes = changes_between(report_, attempt.report, attempt.steps, fixed);
      if (changes.stayed) return std::nullopt;
      if (changes.added.empty()) {
        attempt.gone =
            report_.diagnostics.size() - attempt.report.diagnostics.size() + changes.rests;
        return attempt;
      }
      if (i == most_follow_ups || !all_have_fixes(changes.added)) return std::nullopt;
      if (!apply(compatible(changes.added), attempt)) return std::nullopt;
    }
  }

  bool all_have_fixes(const std::vector<const Diagnostic*>& diagnostics) const {
    return std::ranges::all_of(
        diagnostics, [this](const Diagnostic* diagnostic) { return has_fix(*diagnostic, scope_); });
  }

  /// Applies fixes of the attempt's own report; false where the text or a policy of it cannot be
  /// read any more.
  bool apply(const Choices& choices, Attempt& attempt) {
    if (attempts_left_ == 0) return false;
    --attempts_left_;
    const SourceFile& file = attempt.report.file;
    std::vector<Edit> edits;
    for (const auto& [diagnostic, fix] : choices) {
      edits.insert(edits.end(), fix->edits.begin(), fix->edits.end());
      attempt.applied.push_back(
          {diagnostic->rule, fix->title, file.position(diagnostic->finding.span.begin)});
    }
    SourceFile next(file.path(), with_edits(file.text(), edits));
    if (next.text().size() > largest_file || !is_readable(read_document(next, format_)))
      return false;
    attempt.report = lint_(std::move(next));
    attempt.steps.push_back(std::move(edits));
    return attempt.report.policies.size() >= report_.policies.size();
  }

  const FileReport& report_;
  Format format_;
  FixScope scope_;
  const Lint& lint_;
  std::size_t& attempts_left_;
  Choices taken_;
  std::optional<Attempt> best_;
};

template <typename T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

bool is_in_scope(const Fix& fix, FixScope scope) {
  return scope == FixScope::safe_and_unsafe || fix.safety == Safety::safe;
}

bool has_fix(const Diagnostic& diagnostic, FixScope scope) {
  return std::ranges::any_of(diagnostic.finding.fixes,
                             [&](const Fix& fix) { return is_in_scope(fix, scope); });
}

FixedFile fixed_file(const FileReport& report, Format format, FixScope scope, const Lint& lint) {
  FixedFile fixed{.remaining = report};
  std::size_t attempts_left = most_attempts;
  for (std::size_t i = 0; i <= most_rounds; ++i) {
    auto attempt = Round(fixed.remaining, format, scope, lint, attempts_left).run();
    if (attempts_left == 0) fixed.settled = false;
    if (!attempt) return fixed;
    if (i == most_rounds) break;
    fixed.gone += attempt->gone;
    fixed.remaining = std::move(attempt->report);
    append(fixed.applied, std::move(attempt->applied));
    append(fixed.steps, std::move(attempt->steps));
  }
  fixed.settled = false;
  return fixed;
}

}  // namespace corslint
