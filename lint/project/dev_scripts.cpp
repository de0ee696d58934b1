#include "lint/project/dev_scripts.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

// A script is cut into commands at the shell's operators, and these into words. A quoted word with
// blanks in it is a command of its own (`concurrently "vite" "npm run api"`). The server's command
// may stand behind others that only start it (`cross-env PORT=4000 npx vite`), so it is looked for
// at every word.

namespace corslint {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view operators = ";&|()\n";

constexpr std::array<std::string_view, 4> main_scripts{"dev", "start", "serve", "develop"};
constexpr std::array<std::string_view, 7> script_words{"dev", "start",  "serve",   "develop",
                                                       "web", "client", "frontend"};

/// The commands of a script.
class CommandSplitter {
 public:
  explicit CommandSplitter(std::string_view text) { split(text, 0); }

  std::vector<Words> take() { return std::move(commands_); }

 private:
  static constexpr int deepest_quoting = 4;

  void split(std::string_view text, int depth) {
    Words words;
    std::vector<std::string> quoted;
    std::string word;
    const auto end_word = [&] {
      if (!word.empty()) words.push_back(std::exchange(word, {}));
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c == '"' || c == '\'') {
        const auto close = std::min(text.find(c, i + 1), text.size());
        const auto inner = text.substr(i + 1, close - i - 1);
        if (inner.find(' ') == std::string_view::npos) {
          word += inner;
        } else {
          quoted.emplace_back(inner);
        }
        i = close;
      } else if (operators.find(c) != std::string_view::npos) {
        end_word();
        commands_.push_back(std::exchange(words, {}));
      } else if (c == ' ' || c == '\t') {
        end_word();
      } else if (c != '\\') {
        word += c;
      }
    }
    end_word();
    commands_.push_back(std::move(words));
    if (depth == deepest_quoting) return;
    for (const auto& inner : quoted) split(inner, depth + 1);
  }

  std::vector<Words> commands_;
};

struct Match {
  const DevServer* server = nullptr;
  std::size_t behind = 0;  ///< the first word behind the command
};

bool is_option(std::string_view word) {
  return word.starts_with('-');
}

bool is_assignment(std::string_view word) {
  const auto equals = word.find('=');
  return equals != std::string_view::npos && equals > 0 && !is_option(word);
}

std::string_view base_name(std::string_view word) {
  return word.substr(word.find_last_of('/') + 1);
}

std::optional<Match> match_at(const Words& words, std::size_t at) {
  for (const auto& server : dev_servers()) {
    for (const auto& command : server.commands) {
      if (base_name(words[at]) != command.first) continue;
      const bool has_more = at + 1 < words.size();
      if (!command.second.empty()) {
        if (has_more && words[at + 1] == command.second) return Match{&server, at + 2};
        continue;
      }
      // Alone, or with a path: any other word is a command that serves nothing.
      const bool is_other = has_more && !is_option(words[at + 1]) &&
                            words[at + 1].find_first_of("./") == std::string::npos;
      if (!is_other) return Match{&server, at + 1};
    }
  }
  return std::nullopt;
}

/// The options behind the command.
class OptionReader {
 public:
  OptionReader(const Words& words, std::size_t at, const std::string& place,
               DevInvocation& invocation)
      : words_(words), at_(at), place_(place), invocation_(invocation) {}

  void read() {
    while (at_ < words_.size()) read_one();
  }

 private:
  void read_one() {
    std::string_view word = words_[at_++];
    if (!is_option(word)) {
      if (invocation_.server->positional == Positional::root) invocation_.is_clear = false;
      return;
    }
    std::optional<std::string_view> joined;
    if (const auto equals = word.find('='); equals != std::string_view::npos) {
      joined = word.substr(equals + 1);
      word = word.substr(0, equals);
    }
    apply(word, joined);
  }

  void apply(std::string_view option, std::optional<std::string_view> joined) {
    auto& options = invocation_.options;
    if (option == "--port" || option == "-p") {
      options.port = configured_port(value(joined), place_);
    } else if (option == "--host" || option == "--hostname" || option == "-H") {
      options.host = {Certainty::known, std::string(value(joined)), place_};
    } else if (option == "--https" || option == "--ssl" || option == "--experimental-https") {
      const bool is_off = value(joined) == "false";
      options.https = {Certainty::known, !is_off, place_};
    } else if (option == "--proxy-config") {
      options.proxy = {Certainty::known, !value(joined).empty(), place_};
    } else if (option == "--config" || option == "-c") {
      invocation_.file = value(joined);
      // Angular's is the name of a configuration, not of a file.
      if (invocation_.server->file.empty()) invocation_.is_clear = false;
    } else if (option == "--configuration" || option == "--root" || option == "--project") {
      invocation_.is_clear = false;
    } else {
      // A word behind an unknown option is its value rather than a folder.
      value(joined);
    }
  }

  std::string_view value(std::optional<std::string_view> joined) {
    if (joined) return *joined;
    if (at_ >= words_.size() || is_option(words_[at_])) return {};
    return words_[at_++];
  }

  const Words& words_;
  std::size_t at_;
  const std::string& place_;
  DevInvocation& invocation_;
};

void note_assignments(const Words& words, std::size_t end, const std::string& place,
                      PlacedVariables& variables) {
  for (std::size_t i = 0; i < end; ++i) {
    if (!is_assignment(words[i])) continue;
    const auto equals = words[i].find('=');
    variables[words[i].substr(0, equals)] = {Certainty::known, words[i].substr(equals + 1), place};
  }
}

bool is_same(const DevInvocation& left, const DevInvocation& right) {
  return left.server == right.server && left.is_clear == right.is_clear &&
         left.options.port.value == right.options.port.value &&
         left.options.port.certainty == right.options.port.certainty;
}

bool starts_with_script_word(std::string_view name) {
  return std::any_of(script_words.begin(), script_words.end(), [&](std::string_view word) {
    return name == word || (name.starts_with(word) && name.substr(word.size()).starts_with(':'));
  });
}

/// What all related scripts that start a server agree on.
std::optional<DevInvocation> agreed_invocation(const Package& package) {
  std::optional<DevInvocation> result;
  for (const auto& script : package.scripts) {
    if (!starts_with_script_word(script.name)) continue;
    auto invocation = dev_invocation(script.command, script.place);
    if (!invocation) continue;
    if (!result) {
      result = std::move(invocation);
    } else if (!is_same(*result, *invocation)) {
      result->is_clear = false;
    }
  }
  return result;
}

}  // namespace

std::optional<DevInvocation> dev_invocation(std::string_view command, const std::string& place) {
  PlacedVariables variables;
  for (const auto& words : CommandSplitter(command).take()) {
    if (words.empty()) continue;
    if (words.front() == "cd" || words.front() == "pushd") return std::nullopt;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto match = match_at(words, i);
      if (!match) continue;
      DevInvocation invocation{.server = match->server, .variables = variables};
      note_assignments(words, i, place, invocation.variables);
      OptionReader(words, match->behind, place, invocation).read();
      return invocation;
    }
    if (words.front() == "set" || words.front() == "export")
      note_assignments(words, words.size(), place, variables);
  }
  return std::nullopt;
}

std::optional<DevInvocation> dev_invocation(const Package& package) {
  bool has_main_script = false;
  for (const auto name : main_scripts) {
    for (const auto& script : package.scripts) {
      if (script.name != name) continue;
      has_main_script = true;
      if (auto invocation = dev_invocation(script.command, script.place)) return invocation;
    }
  }
  if (auto invocation = agreed_invocation(package)) return invocation;
  if (has_main_script) return std::nullopt;
  for (const auto& server : dev_servers())
    if (package.depends_on(server.package)) return DevInvocation{.server = &server};
  return std::nullopt;
}

}  // namespace corslint
