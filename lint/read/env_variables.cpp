#include "lint/read/env_variables.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/read/env_definitions.h"
#include "lint/read/env_expansion.h"

// A reference may point backwards or forwards, so values are expanded on demand and kept. In the
// order of the file nearly every reference finds a value that is already there; a chain of forward
// references is followed to a bounded depth, and all copies together are bounded by a budget.

namespace corslint {
namespace {

constexpr int longest_chain = 64;
constexpr std::size_t largest_sum = largest_file;

enum class State { raw, in_progress, done };

class Variables {
 public:
  Variables(const SourceFile& file, std::vector<Member>& members)
      : file_(file), members_(members), states_(members.size()) {}

  void expand_all() {
    for (std::size_t i = 0; i < members_.size(); ++i) expand(i, 0);
  }

 private:
  void expand(std::size_t index, int depth) {
    if (states_[index] != State::raw) return;
    states_[index] = State::in_progress;
    Text& text = members_[index].value.text;
    const auto written =
        file_.text().substr(text.content.begin, text.content.end - text.content.begin);
    auto expansion = expanded(written, text.quoting, [&](std::string_view name) {
      return looked_up(name, index, depth + 1);
    });
    text.value = std::move(expansion.value);
    text.resolution = expansion.resolution;
    states_[index] = State::done;
  }

  std::optional<Expansion> looked_up(std::string_view name, std::size_t reader, int depth) {
    // Most files have no references, and need no index.
    if (!definitions_) definitions_.emplace(members_);
    const auto found = definitions_->find(name, reader);
    if (!found || depth > longest_chain) return std::nullopt;
    expand(*found, depth);
    if (states_[*found] != State::done) return std::nullopt;
    const Text& text = members_[*found].value.text;
    spent_ += text.value.size();
    if (spent_ > largest_sum) return std::nullopt;
    return Expansion{text.value, text.resolution};
  }

  const SourceFile& file_;
  std::vector<Member>& members_;
  std::optional<EnvDefinitions> definitions_;
  std::vector<State> states_;
  std::size_t spent_ = 0;
};

}  // namespace

void expand_env_variables(const SourceFile& file, Value& root) {
  Variables(file, root.members).expand_all();
}

}  // namespace corslint
