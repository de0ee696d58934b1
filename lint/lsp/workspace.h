#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/lsp/documents.h"
#include "lint/project/neighbourhood.h"
#include "lint/read/reader.h"
#include "lint/run/configuration/settings.h"
#include "lint/run/diagnostic.h"

namespace corslint::lsp {

/// What all documents are linted in: the open ones, whose texts count instead of their files, the
/// folders of the workspace, the options of the command line, and the configurations, which must
/// outlive what is made of them.
struct Workspace {
  const OpenDocuments& documents;
  const std::vector<std::string>& folders;
  const LintOptions& options;
  Configurations& configurations;
};

/// Everything that a document is linted with, apart from its text: the path that reports name it
/// by, its format, the settings that hold for it, and what lies beside it.
struct LintConditions {
  std::string path;
  Format format = Format::toml;
  FileSettings settings = {};
  Neighbourhood neighbourhood = {};
};

/// The format in which a document is linted, by its name, else by the language that the editor says
/// it is in; none where it is no policy file.
std::optional<Format> format_of_document(const OpenDocument& document);

/// Whether a change of this document may change what is found in others: env files, and what
/// development servers and programs are told by.
bool is_neighbour(const OpenDocument& document);

/// What a document in this format is linted with.
LintConditions conditions_for(const OpenDocument& document, Format format,
                              const Workspace& workspace);

/// Lints a text under these conditions. One that says nothing of CORS, and one that its
/// configuration excludes or that has a broken configuration, gives an empty report. What the
/// baseline knows is left out.
FileReport linted(const LintConditions& conditions, std::string text);

/// The policies of a text that was linted under these conditions.
std::vector<Policy> policies_of(const LintConditions& conditions, const SourceFile& file);

}  // namespace corslint::lsp
