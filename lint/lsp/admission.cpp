#include "lint/lsp/admission.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "lint/lsp/markdown.h"
#include "lint/report/pattern.h"
#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/pattern_support.h"

namespace corslint::lsp {
namespace {

/// Sets of at most so many origins are listed.
constexpr std::size_t most_listed = 8;

/// The most examples, each of another kind.
constexpr std::size_t most_examples = 4;

struct Place {
  const TextList* list = nullptr;
  const Text* entry = nullptr;
};

const Enforcer& enforcer_of(const Policy& policy) {
  const Enforcer* enforcer = policy.dialect.empty() ? nullptr : find_enforcer(policy.dialect);
  return enforcer == nullptr ? generic_enforcer() : *enforcer;
}

Place place_at(const Policy& policy, std::uint32_t offset) {
  for (const TextList* list : {&policy.origins, &policy.origin_patterns}) {
    for (const auto& entry : list->entries) {
      if (entry.span.begin <= offset && offset <= entry.span.end) return {list, &entry};
    }
  }
  return {};
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text.empty() ? "none" : text;
}

std::string code_spans(const std::vector<std::string>& texts) {
  std::string result;
  for (const auto& text : texts) result += (result.empty() ? "" : ", ") + code_span(text);
  return result;
}

/// An origin of each kind that gets in, the most telling one first.
std::vector<std::string> examples_of(const OriginSet& set) {
  std::vector<std::string> examples;
  if (auto telling = set.most_telling()) examples.push_back(*std::move(telling));
  for (auto& admitted : set.classes()) {
    if (examples.size() == most_examples) break;
    if (!admitted.witness.empty() &&
        std::ranges::find(examples, admitted.witness) == examples.end())
      examples.push_back(std::move(admitted.witness));
  }
  return examples;
}

std::string described(const OriginSet& set) {
  if (set.empty().value_or(false))
    return "Nobody: no origin that a browser sends is admitted by it";
  if (const auto all = set.enumerate(most_listed)) return "Exactly " + code_spans(*all);
  return "- sites: " + sites_text(set.sites()) + "\n- schemes: " + joined(set.schemes()) +
         "\n- ports: " + set.ports() + "\n- for example " + code_spans(examples_of(set));
}

std::string described(const EntryMeaning& meaning, const Enforcer& enforcer) {
  using Kind = EntryMeaning::Kind;
  const auto title = std::string(enforcer.title);
  if (meaning.kind == Kind::nothing) return "Nobody: " + title + " does not read it";
  if (meaning.kind == Kind::every_origin) return "Every origin";
  if (meaning.kind == Kind::origin && meaning.text == "*")
    return "Nobody: " + title + " takes `*` in this list for an origin of that name";
  if (const auto set = origins_of(meaning)) return described(*set);
  const auto analysis = analyze(meaning.pattern);
  return "This cannot be told: " +
         (analysis.reason.empty() ? std::string(verdict_name(analysis.verdict)) : analysis.reason);
}

std::string described(const Policy& policy, const Place& place) {
  if (place.entry->resolution == Resolution::unresolved)
    return "It holds a variable, whose value the file does not tell";
  const auto& enforcer = enforcer_of(policy);
  const bool is_origin = place.list == &policy.origins;
  if (!is_origin && !reads_patterns(enforcer))
    return "Nobody: " + std::string(enforcer.title) + " has no origin patterns";
  const auto& value = place.entry->value;
  const auto meaning = is_origin ? meaning_of_origin_entry(value, policy, enforcer)
                                 : meaning_of_pattern_entry(value, policy, enforcer);
  return described(meaning, enforcer);
}

/// Which policy of which enforcer is spoken of.
std::string named(const Policy& policy) {
  auto name = code_span(policy.name);
  if (policy.environment != Environment::unknown)
    name += " (" + std::string(environment_name(policy.environment)) + ')';
  return name;
}

}  // namespace

std::optional<Admission> admission_at(const std::vector<Policy>& policies, std::uint32_t offset) {
  struct Answer {
    std::string title;
    std::string text;
    std::string names;
  };
  std::vector<Answer> answers;
  std::optional<Span> span;
  for (const auto& policy : policies) {
    const auto place = place_at(policy, offset);
    if (place.entry == nullptr) continue;
    span = span.value_or(place.entry->span);
    Answer answer{std::string(enforcer_of(policy).title), described(policy, place), named(policy)};
    const auto same = std::ranges::find_if(answers, [&](const Answer& other) {
      return other.title == answer.title && other.text == answer.text;
    });
    if (same == answers.end()) {
      answers.push_back(std::move(answer));
    } else {
      same->names += ", " + answer.names;
    }
  }
  if (!span) return std::nullopt;
  std::string markdown;
  for (const auto& answer : answers) {
    if (!markdown.empty()) markdown += "\n\n";
    markdown +=
        "**Who is admitted** by " + answer.title + ", in " + answer.names + ":\n\n" + answer.text;
  }
  return Admission{*span, std::move(markdown)};
}

}  // namespace corslint::lsp
