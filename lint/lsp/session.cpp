#include "lint/lsp/session.h"

#include <utility>

#include "lint/lsp/uris.h"

namespace corslint::lsp {

Session::Session(LintOptions options, ConfigurationChoice choice)
    : options_(std::move(options)),
      choice_(std::move(choice)),
      configurations_(std::make_unique<Configurations>(choice_)) {}

void Session::note_change(const OpenDocument& document) {
  stale_.insert(document.uri);
  findings_.erase(document.uri);
  if (is_neighbour(document)) forget_findings();
}

void Session::open(OpenDocument document) {
  document.path = path_of_uri(document.uri);
  if (document.text.size() > largest_file) {
    close(document.uri);
    return;
  }
  auto& place = documents_[document.uri];
  place = std::move(document);
  note_change(place);
}

bool Session::change(std::string_view uri, const std::vector<TextChange>& changes,
                     std::int64_t version) {
  const auto found = documents_.find(uri);
  if (found == documents_.end()) return false;
  auto& document = found->second;
  auto text = changed_text(std::move(document.text), changes, client.encoding);
  if (!text) return close(uri);
  document.text = *std::move(text);
  document.version = version;
  note_change(document);
  return true;
}

bool Session::close(std::string_view uri) {
  const auto found = documents_.find(uri);
  if (found == documents_.end()) return false;
  note_change(found->second);
  documents_.erase(found);
  return true;
}

std::optional<LintedDocument> Session::linted(std::string_view uri) {
  const auto opened = documents_.find(uri);
  if (opened == documents_.end()) return std::nullopt;
  const auto& document = opened->second;
  const auto format = format_of_document(document);
  if (!format) return std::nullopt;
  auto found = findings_.find(uri);
  if (found == findings_.end()) {
    auto conditions = conditions_for(
        document, *format, Workspace{documents_, client.folders, options_, *configurations_});
    auto report = lsp::linted(conditions, document.text);
    found = findings_.emplace(uri, Findings{std::move(conditions), std::move(report)}).first;
  }
  return LintedDocument{document, found->second.conditions, found->second.report};
}

void Session::read_again() {
  auto configurations = std::make_unique<Configurations>(choice_);
  forget_findings();
  configurations_ = std::move(configurations);
}

void Session::forget_findings() {
  findings_.clear();
  has_changed_outside_ = true;
  for (const auto& [uri, document] : documents_) stale_.insert(uri);
}

std::set<std::string, std::less<>> Session::take_stale() {
  return std::exchange(stale_, {});
}

}  // namespace corslint::lsp
