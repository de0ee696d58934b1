#include "lint/cli/terminal_width.h"

#include <algorithm>
#include <sys/ioctl.h>
#include <unistd.h>

#include "lint/report/paragraphs.h"

namespace corslint {

std::size_t width_of_standard_output() {
  constexpr std::size_t narrowest = 40;
  constexpr std::size_t widest = 100;
  struct winsize size {};
  const bool is_terminal = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_terminal ? std::clamp<std::size_t>(size.ws_col, narrowest, widest) : page_width;
}

}  // namespace corslint
