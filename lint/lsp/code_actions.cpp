#include "lint/lsp/code_actions.h"

#include <algorithm>
#include <utility>

#include "lint/lsp/diagnostics.h"
#include "lint/lsp/ignore_comment.h"
#include "lint/lsp/parameters.h"
#include "lint/read/document.h"
#include "lint/run/edits.h"
#include "lint/run/finding_changes.h"
#include "lint/run/fixer.h"

namespace corslint::lsp {
namespace {

constexpr std::string_view quick_fix_kind = "quickfix";

/// Asked for by the editor on its own, at each movement of the cursor.
constexpr int automatic_trigger = 2;

/// More findings than this get no actions of their own: a menu of them helps nobody, and each
/// action is tried before it is offered.
constexpr std::size_t most_findings = 16;

/// A kind asks for itself and for those below it.
bool asks_for(const Json& only, std::string_view kind) {
  return only.is_array() && std::ranges::any_of(only, [&](const Json& entry) {
           const auto wanted = text_of(entry).value_or("");
           return kind == wanted ||
                  (kind.starts_with(wanted) && kind.substr(wanted.size()).starts_with('.'));
         });
}

bool touch(Span left, Span right) {
  return left.begin <= right.end && right.begin <= left.end;
}

/// Whether the editor names the finding itself, as some do for all of the cursor's line.
bool is_named(const Diagnostic& diagnostic, const Json& range, const Json& context) {
  const Json& named = member_of(context, "diagnostics");
  return named.is_array() && std::ranges::any_of(named, [&](const Json& candidate) {
           return member_of(candidate, "code") == diagnostic.rule->id &&
                  member_of(candidate, "range") == range;
         });
}

/// The findings that the range touches, and those that the editor names.
std::vector<const Diagnostic*> meant_findings(const LintedDocument& linted,
                                              PositionEncoding encoding, const Json& params) {
  const auto& file = linted.report.file;
  const Json& context = member_of(params, "context");
  const auto asked = range_in(member_of(params, "range")).value_or(TextChange::Range{});
  const Span span{offset_at(file.text(), asked.start, encoding),
                  offset_at(file.text(), asked.end, encoding)};
  std::vector<const Diagnostic*> meant;
  for (const auto& diagnostic : linted.report.diagnostics) {
    if (meant.size() == most_findings) break;
    const Span place = diagnostic.finding.span;
    if (touch(place, span) || is_named(diagnostic, range_of(file, place, encoding), context))
      meant.push_back(&diagnostic);
  }
  return meant;
}

/// What comes of a fix where it is used alone.
struct FixOutcome {
  bool works = false;     ///< the text can be read and the finding is gone
  bool is_clean = false;  ///< nothing else came up
};

class Actions {
 public:
  Actions(const LintedDocument& linted, const Client& client) : linted_(linted), client_(client) {}

  void add_fixes(const Diagnostic& diagnostic) {
    std::vector<const Fix*> fixes;
    for (const auto& fix : diagnostic.finding.fixes) fixes.push_back(&fix);
    std::ranges::stable_sort(fixes, {}, &Fix::safety);
    bool has_preferred = false;
    for (const Fix* fix : fixes) {
      const auto outcome = outcome_of(diagnostic, *fix);
      if (!outcome.works) continue;
      auto action = quick_fix(fix->title, diagnostic);
      action["edit"] = workspace_edit(fix->edits);
      if (fix->safety == Safety::safe && outcome.is_clean && !has_preferred) {
        action["isPreferred"] = true;
        has_preferred = true;
      }
      actions_.push_back(std::move(action));
    }
  }

  void add_ignore(const Diagnostic& diagnostic) {
    if (!may_have_comments(linted_.document, linted_.conditions.format)) return;
    const auto edit = ignoring_edit(linted_.report, diagnostic, linted_.conditions);
    if (!edit) return;
    auto action = quick_fix("Ignore `" + std::string(diagnostic.rule->id) + "` here", diagnostic);
    action["edit"] = workspace_edit({*edit});
    actions_.push_back(std::move(action));
  }

  void add_documentation(const Diagnostic& diagnostic) {
    const auto title = "Show documentation of `" + std::string(diagnostic.rule->id) + '`';
    auto action = quick_fix(title, diagnostic);
    action["command"] = {{"title", title},
                         {"command", documentation_command},
                         {"arguments", Json::array({diagnostic.rule->id})}};
    actions_.push_back(std::move(action));
  }

  void add_fix_all() {
    const auto fixed = fixed_file(linted_.report, linted_.conditions.format, FixScope::safe,
                                  [this](const SourceFile& file) {
                                    return linted(linted_.conditions, std::string(file.text()));
                                  });
    if (fixed.steps.empty()) return;
    actions_.push_back({{"title", "Apply all safe fixes of corslint"},
                        {"kind", fix_all_kind},
                        {"edit", workspace_edit(edits_of(fixed))}});
  }

  Json take() { return std::move(actions_); }

 private:
  Json quick_fix(const std::string& title, const Diagnostic& diagnostic) const {
    return {{"title", title},
            {"kind", quick_fix_kind},
            {"diagnostics", Json::array({diagnostic_of(diagnostic, linted_.report.file,
                                                       linted_.document.uri, client_.encoding)})}};
  }

  FixOutcome outcome_of(const Diagnostic& diagnostic, const Fix& fix) const {
    const auto& report = linted_.report;
    const auto after = linted(linted_.conditions, with_edits(report.file.text(), fix.edits));
    if (!is_readable(read_document(after.file, linted_.conditions.format))) return {};
    const auto changes = changes_between(report, after, {fix.edits}, {{&diagnostic, fix.safety}});
    return {.works = !changes.stayed, .is_clean = changes.added.empty()};
  }

  /// Where fixes needed several steps, all between the first and the last change is replaced.
  std::vector<Edit> edits_of(const FixedFile& fixed) const {
    if (fixed.steps.size() == 1) return fixed.steps.front();
    return {replacement(linted_.report.file.text(), fixed.remaining.file.text())};
  }

  Json workspace_edit(const std::vector<Edit>& edits) const {
    auto changes = Json::array();
    for (const auto& edit : edits)
      changes.push_back({{"range", range_of(linted_.report.file, edit.span, client_.encoding)},
                         {"newText", edit.text}});
    const auto& document = linted_.document;
    if (!client_.takes_versioned_edits)
      return {{"changes", Json::object({{document.uri, std::move(changes)}})}};
    const Json identifier{{"uri", document.uri}, {"version", document.version}};
    return {{"documentChanges",
             Json::array({{{"textDocument", identifier}, {"edits", std::move(changes)}}})}};
  }

  const LintedDocument& linted_;
  const Client& client_;
  Json actions_ = Json::array();
};

}  // namespace

Json code_actions(const LintedDocument& linted, const Client& client, const Json& params) {
  const Json& context = member_of(params, "context");
  const Json& only = member_of(context, "only");
  Actions actions(linted, client);
  if (!only.is_array() || asks_for(only, quick_fix_kind)) {
    const auto meant = meant_findings(linted, client.encoding, params);
    for (const auto* diagnostic : meant) actions.add_fixes(*diagnostic);
    for (const auto* diagnostic : meant) actions.add_ignore(*diagnostic);
    for (const auto* diagnostic : meant) actions.add_documentation(*diagnostic);
  }
  const bool is_automatic = member_of(context, "triggerKind") == automatic_trigger;
  if (only.is_array() ? asks_for(only, fix_all_kind) : !is_automatic) actions.add_fix_all();
  return actions.take();
}

}  // namespace corslint::lsp
