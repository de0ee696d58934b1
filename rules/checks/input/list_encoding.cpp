// One row for each way of writing, as the reader of env files names it in the irregularity's
// detail. What each says about readers was read in their sources: pydantic-settings decodes JSON
// only, django-environ, Ollama, MinIO, Medusa and the Functions host split at commas and trim
// nothing, Open WebUI splits at semicolons.

#include <algorithm>
#include <array>

#include "rules/catalog.h"
#include "rules/checks/input/irregularities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

struct Encoding {
  std::string_view detail;
  std::string_view message;  ///< follows the variable's name
  std::string_view consequence;
  Severity severity = Severity::error;
};

constexpr std::string_view json_consequence =
    "pydantic-settings refuses to start on it, and readers that split at commas keep brackets and "
    "quotes in the entries, which then match no origin";

constexpr std::array encodings{
    Encoding{"single_quoted_json", "holds a list in single quotes, which is not JSON",
             json_consequence},
    Encoding{"unquoted_json", "holds a list in brackets without quotes, which is not JSON",
             json_consequence},
    Encoding{"broken_json", "starts like a JSON list and is none",
             "pydantic-settings refuses to start on it, and the FastAPI template keeps it as one "
             "text that it then takes for a list of characters"},
    Encoding{"nested_quotes", "has quotes inside its quotes",
             "Only the outer ones are taken off: the inner ones stay in the entries, which then "
             "match no origin"},
    Encoding{"semicolons", "separates its entries by semicolons",
             "Open WebUI splits there; most readers split at commas only, get one entry, and admit "
             "none of these"},
    Encoding{"spaces", "separates its entries by blanks",
             "Most readers split at commas only, get one entry, and admit none of these"},
    Encoding{"blank_after_comma", "has blanks beside its commas",
             "django-environ, Ollama, Medusa and Azure Functions keep them in the entries, which "
             "then match no origin; pydantic validators and Quarkus trim them",
             Severity::info},
    Encoding{"outer_blanks", "has blanks around its value",
             "django-environ, Ollama, Medusa and Azure Functions keep them in the first or last "
             "entry, which then matches no origin",
             Severity::info},
    Encoding{"empty_item", "ends with a separator",
             "Some readers drop the empty entry behind it; Ollama and MinIO refuse to start on it",
             Severity::warning},
};

std::vector<Fix> corrected(const Irregularity& irregularity) {
  if (irregularity.expected.empty()) return {};
  return {{.title = "Write " + in_backticks(irregularity.expected),
           .safety = Safety::safe,
           .edits = {{irregularity.span, irregularity.expected}}}};
}

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  for (const Irregularity* irregularity :
       irregularities_of(policy, IrregularityKind::list_encoding)) {
    const auto* const encoding = std::find_if(
        encodings.begin(), encodings.end(),
        [&](const Encoding& candidate) { return candidate.detail == irregularity->detail; });
    if (encoding == encodings.end()) continue;
    const auto& better = irregularity->expected;
    findings.push_back({
        .span = irregularity->span,
        .message = in_backticks(irregularity->subject) + ' ' + std::string(encoding->message),
        .consequence = std::string(encoding->consequence),
        .help = better.empty() ? "Write the entries with plain commas, or as a JSON list if its "
                                 "reader decodes JSON"
                               : "Write " + in_backticks(better),
        .fixes = corrected(*irregularity),
        .severity = encoding->severity,
    });
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
        "right in a log, and match nothing.",
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
