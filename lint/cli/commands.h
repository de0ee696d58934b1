#pragma once

#include <CLI/CLI.hpp>

#include "lint/cli/exit_status.h"

namespace corslint {

/// Each adds one command with its options; when the command line names it, it runs and leaves its
/// result in `status`, which must outlive the parsing.
void add_check_command(CLI::App& app, ExitStatus& status);
void add_explain_command(CLI::App& app, ExitStatus& status);
void add_rules_command(CLI::App& app, ExitStatus& status);
void add_dialects_command(CLI::App& app, ExitStatus& status);
void add_pattern_command(CLI::App& app, ExitStatus& status);
void add_diff_command(CLI::App& app, ExitStatus& status);
void add_simulate_command(CLI::App& app, ExitStatus& status);
void add_schema_command(CLI::App& app, ExitStatus& status);
void add_completions_command(CLI::App& app, ExitStatus& status);
void add_manual_command(CLI::App& app, ExitStatus& status);
void add_init_command(CLI::App& app, ExitStatus& status);
void add_config_command(CLI::App& app, ExitStatus& status);
void add_lsp_command(CLI::App& app, ExitStatus& status);

}  // namespace corslint
