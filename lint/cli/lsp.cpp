#include <array>
#include <cerrno>
#include <memory>
#include <poll.h>
#include <unistd.h>

#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/lsp/server.h"

namespace corslint {
namespace {

/// From so many waiting messages on they are handled, whatever else the editor is writing.
constexpr std::size_t longest_backlog = 256;

bool input_is_waiting() {
  pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
  return ::poll(&input, 1, 0) > 0 && (input.revents & POLLIN) != 0;
}

/// Reads what there is; false at the end.
bool read_into(lsp::LanguageServer& server) {
  std::array<char, 65536> buffer{};
  const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
  if (count > 0) server.receive({buffer.data(), static_cast<std::size_t>(count)});
  return count > 0 || (count < 0 && errno == EINTR);
}

ExitStatus serve(const ConfigurationChoice& choice) {
  lsp::LanguageServer server({}, choice);
  bool is_open = true;
  while (is_open && !server.has_ended()) {
    is_open = read_into(server);
    if (is_open && server.backlog() < longest_backlog && input_is_waiting()) continue;
    write_standard_output(server.work());
    for (const auto& line : server.take_log()) write_message(line);
  }
  return server.ended_well() ? ExitStatus::clean : ExitStatus::findings;
}

}  // namespace

void add_lsp_command(CLI::App& app, ExitStatus& status) {
  auto* command =
      app.add_subcommand("lsp", "Serve editors: a language server on standard input and output");
  const auto choice = std::make_shared<ConfigurationChoice>();
  command
      ->add_option("-c,--config", choice->file,
                   "The configuration of every file; default: the nearest one above each")
      ->option_text("FILE");
  command->add_flag("--no-config", choice->none, "No configuration at all");
  command->add_flag("--stdio")->description("What it does anyway; editors pass it");
  command->footer("Exit status: 0 after `shutdown`, 1 otherwise.");
  command->callback([choice, &status] { status = serve(*choice); });
}

}  // namespace corslint
