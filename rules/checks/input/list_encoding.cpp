// One row for each way of writing, as the reader of env files names it in the irregularity's
// detail. What each says about readers was read in their sources: pydantic-settings decodes JSON
// only, django-environ, Ollama, MinIO, Medusa and the Functions host split at commas and trim
// nothing, Open WebUI splits at semicolons. Where the program beside the file shows which of them
// reads the variable, that one alone is judged by.

#include <algorithm>
#include <array>
#include <optional>

#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/input/irregularities.h"
#include "rules/checks/wording.h"
#include "rules/surroundings.h"

namespace corslint {
namespace {

struct Encoding {
  std::string_view detail;
  std::string_view message;  ///< follows the variable's name
  std::string_view consequence;
  Severity severity = Severity::error;
  bool is_bracketed = false;  ///< a list in brackets that is none in JSON
  bool is_blank = false;      ///< blanks that readers trim or keep
};

constexpr std::string_view json_consequence =
    "pydantic-settings refuses to start on it, and readers that split at commas keep brackets and "
    "quotes in the entries, which then match no origin";

constexpr std::array encodings{
    Encoding{.detail = "single_quoted_json",
             .message = "holds a list in single quotes, which is not JSON",
             .consequence = json_consequence,
             .is_bracketed = true},
    Encoding{.detail = "unquoted_json",
             .message = "holds a list in brackets without quotes, which is not JSON",
             .consequence = json_consequence,
             .is_bracketed = true},
    Encoding{.detail = "broken_json",
             .message = "starts like a JSON list and is none",
             .consequence = "pydantic-settings refuses to start on it, and the FastAPI template "
                            "keeps it as one text that it then takes for a list of characters",
             .is_bracketed = true},
    Encoding{.detail = "nested_quotes",
             .message = "has quotes inside its quotes",
             .consequence = "Only the outer ones are taken off: the inner ones stay in the "
                            "entries, which then match no origin"},
    Encoding{.detail = "semicolons",
             .message = "separates its entries by semicolons",
             .consequence = "Open WebUI splits there; most readers split at commas only, get one "
                            "entry, and admit none of these"},
    Encoding{
        .detail = "spaces",
        .message = "separates its entries by blanks",
        .consequence = "Most readers split at commas only, get one entry, and admit none of these"},
    Encoding{.detail = "blank_after_comma",
             .message = "has blanks beside its commas",
             .consequence =
                 "django-environ, Ollama, Medusa and Azure Functions keep them in the entries, "
                 "which then match no origin; pydantic validators and Quarkus trim them",
             .severity = Severity::info,
             .is_blank = true},
    Encoding{.detail = "outer_blanks",
             .message = "has blanks around its value",
             .consequence = "django-environ, Ollama, Medusa and Azure Functions keep them in the "
                            "first or last entry, which then matches no origin",
             .severity = Severity::info,
             .is_blank = true},
    Encoding{.detail = "empty_item",
             .message = "ends with a separator",
             .consequence = "Some readers drop the empty entry behind it; Ollama and MinIO refuse "
                            "to start on it",
             .severity = Severity::warning},
};

const Encoding* encoding_named(std::string_view detail) {
  const auto* const found =
      std::find_if(encodings.begin(), encodings.end(),
                   [&](const Encoding& encoding) { return encoding.detail == detail; });
  return found == encodings.end() ? nullptr : found;
}

/// What the one known reader does with a way of writing: nothing wrong (`is_sound`), or what the
/// consequence says.
struct Judgement {
  bool is_sound = false;
  std::string consequence = {};
  Severity severity = Severity::error;
};

Judgement sound() {
  return {.is_sound = true};
}

/// What a reader that splits at commas makes of it; nothing where it depends on more.
std::optional<Judgement> judged_by_splitting(const Encoding& encoding, const std::string& subject,
                                             bool trims) {
  if (encoding.is_blank && trims) return sound();
  if (encoding.is_blank)
    return Judgement{.consequence = subject +
                                    " splits at commas and keeps the blanks, and an "
                                    "entry with one matches no origin",
                     .severity = Severity::warning};
  if (encoding.is_bracketed)
    return Judgement{.consequence = subject +
                                    " splits at commas, so brackets and quotes stay in "
                                    "the entries, which then match no origin"};
  return std::nullopt;
}

std::optional<Judgement> judged_by(const VariableReader& reader, const Encoding& encoding) {
  const auto place = in_backticks(reader.place);
  switch (reader.reader) {
    case ListReader::fastapi_template:
      if (encoding.is_blank || encoding.detail == "empty_item") return sound();
      if (!encoding.is_bracketed) return std::nullopt;
      return Judgement{.consequence = "`parse_cors`, named at " + place +
                                      ", keeps it as one text that is then taken for a list of "
                                      "characters"};
    case ListReader::untrimmed_commas:
      if (encoding.detail == "empty_item") return sound();
      return judged_by_splitting(encoding, "`env.list()` of django-environ at " + place, false);
    case ListReader::trimmed_commas:
      return judged_by_splitting(encoding, "`Csv()` of python-decouple at " + place, true);
    case ListReader::json_only:
    case ListReader::whole_text:
      break;  // judged by the list as a whole
  }
  return std::nullopt;
}

/// gin's check of the origins, which Ollama runs into.
std::optional<Judgement> judged_by_ollama(const Encoding& encoding) {
  if (!encoding.is_blank && !encoding.is_bracketed && encoding.detail != "empty_item")
    return std::nullopt;
  return Judgement{.consequence =
                       "Ollama splits at commas only, and panics at the start on an entry that "
                       "does not begin with a scheme"};
}

/// Whether the entries are separated by what some readers split at, and most do not.
bool separates_otherwise(std::string_view detail) {
  return detail == "semicolons" || detail == "spaces";
}

/// A program that nobody knows may take the list apart at what is no separator to most.
std::vector<Fix> corrected(const Irregularity& irregularity, bool is_reader_known) {
  if (irregularity.expected.empty()) return {};
  const bool is_doubtful = !is_reader_known && separates_otherwise(irregularity.detail);
  return {{.title = "Write " + in_backticks(irregularity.expected),
           .safety = is_doubtful ? Safety::unsafe : Safety::safe,
           .edits = {{irregularity.span, irregularity.expected}}}};
}

void report(const Irregularity& irregularity, const Encoding& encoding,
            const std::optional<Judgement>& judgement, Findings& findings) {
  const auto& better = irregularity.expected;
  findings.push_back({
      .span = irregularity.span,
      .message = in_backticks(irregularity.subject) + ' ' + std::string(encoding.message),
      .consequence = judgement ? judgement->consequence : std::string(encoding.consequence),
      .help = better.empty() ? "Write the entries with plain commas, or as a JSON list if its "
                               "reader decodes JSON"
                             : "Write " + in_backticks(better),
      .fixes = corrected(irregularity, judgement.has_value()),
      .severity = judgement ? judgement->severity : encoding.severity,
  });
}

/// The entries as a JSON list; empty where one of them does not fit into quotes as it stands.
std::string as_json(const TextList& list) {
  std::string json = "[";
  for (const auto& entry : list.entries) {
    if (entry.value.find_first_of("\"'`\\ \t\r\n#$") != std::string::npos) return {};
    if (json.size() > 1) json += ',';
    json += '"' + entry.value + '"';
  }
  return json + ']';
}

void report_no_json(const TextList& list, const VariableReader& reader, Findings& findings) {
  Finding finding{
      .span = list.span,
      .message = in_backticks(list.key) + " is not written as a JSON list",
      .consequence = in_backticks(reader.place) +
                     " declares a list there, which pydantic-settings decodes from JSON: it "
                     "refuses to start on anything else",
      .help = "Write a JSON list",
  };
  const auto json = as_json(list);
  if (!json.empty()) {
    const bool is_bare = list.entries.front().quoting == Quoting::bare;
    const auto written = is_bare ? json : '\'' + json + '\'';
    finding.help = "Write " + in_backticks(json);
    finding.fixes = {
        {.title = finding.help, .safety = Safety::safe, .edits = {{list.span, written}}}};
  }
  findings.push_back(std::move(finding));
}

void report_whole_text(const TextList& list, const VariableReader& reader, Findings& findings) {
  findings.push_back({
      .span = list.span,
      .message = in_backticks(list.key) + " holds a list, and its reader takes it for one origin",
      .consequence = in_backticks(reader.place) +
                     " hands the text to cors as it is, which sends it whole in "
                     "Access-Control-Allow-Origin: browsers refuse that",
      .help = "Split the value at its commas there, or write one origin here",
  });
}

/// Judges a list whose reader is known to take it in one form only.
void judge_form(const TextList& list, const VariableReader& reader, bool is_odd,
                Findings& findings) {
  const bool is_known = std::all_of(list.entries.begin(), list.entries.end(), is_judged);
  if (list.entries.empty() || list.form == ListForm::list || !is_known) return;
  const bool is_json = list.form == ListForm::json_text && !is_odd;
  if (reader.reader == ListReader::json_only && !is_json) report_no_json(list, reader, findings);
  if (reader.reader == ListReader::whole_text && list.form != ListForm::single)
    report_whole_text(list, reader, findings);
}

bool is_judged_by_form(const VariableReader* reader) {
  return reader != nullptr &&
         (reader->reader == ListReader::json_only || reader->reader == ListReader::whole_text);
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto odd = irregularities_of(policy, IrregularityKind::list_encoding);
  for (const Irregularity* irregularity : odd) {
    const auto* const encoding = encoding_named(irregularity->detail);
    const auto* const reader = reader_of(context.surroundings, irregularity->subject);
    if (encoding == nullptr || is_judged_by_form(reader)) continue;
    std::optional<Judgement> judgement;
    if (reader != nullptr) {
      judgement = judged_by(*reader, *encoding);
    } else if (context.enforcer.name == "ollama") {
      judgement = judged_by_ollama(*encoding);
    }
    if (!judgement || !judgement->is_sound) report(*irregularity, *encoding, judgement, findings);
  }
  for (const TextList* list :
       {&policy.origins, &policy.methods, &policy.headers, &policy.exposed_headers}) {
    const auto* const reader = reader_of(context.surroundings, list->key);
    if (!is_judged_by_form(reader)) continue;
    const bool is_odd = std::any_of(odd.begin(), odd.end(), [&](const Irregularity* irregularity) {
      return irregularity->subject == list->key;
    });
    judge_form(*list, *reader, is_odd, findings);
  }
}

}  // namespace

constinit const Rule rules::list_encoding{
    .id = "list-encoding",
    .group = Group::input,
    .severity = Severity::error,
    .summary = "A list in an env file is not written as its reader takes it apart",
    .rationale =
        "An env file knows only texts, and each reader has its own idea of a list in one. "
        "pydantic-settings decodes JSON and nothing else; django-environ, Ollama and Medusa split "
        "at commas and keep every blank; Open WebUI splits at semicolons; many Express "
        "applications take the text as one origin. A list in the wrong form is loud at best, when "
        "the program does not start. Otherwise the entries carry brackets, quotes or blanks, look "
        "right in a log, and match nothing. Where a settings module beside the file shows which "
        "reader it is, the finding says what that one does, and what it takes is left alone.",
    .remedy =
        "Write plain commas without blanks, or a JSON list in double quotes where the reader "
        "decodes JSON.",
    .exception = "The program's own reader takes exactly this form.",
    .example_file = ".env",
    .bad = R"(CORS_ORIGINS=['https://app.acme.io', 'https://admin.acme.io']
)",
    .good = R"(CORS_ORIGINS=["https://app.acme.io","https://admin.acme.io"]
)",
    .reference =
        "https://docs.pydantic.dev/latest/concepts/pydantic_settings/"
        "#parsing-environment-variable-values",
    .check = check,
};

}  // namespace corslint
