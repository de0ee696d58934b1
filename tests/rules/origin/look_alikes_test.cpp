#include "rules/origin/look_alikes.h"

#include <catch2/catch.hpp>
#include <string_view>

namespace corslint {
namespace {

struct Case {
  std::string_view phrase;
  std::string_view host;
  std::string_view look_alike;
};

TEST_CASE("a host that is displayed like one in plain ASCII is told by it") {
  const auto [phrase, host, look_alike] = GENERATE(values<Case>({
      {"a Cyrillic letter among Latin ones", "xn--pple-43d.com", "apple.com"},
      {"a whole label of Cyrillic letters", "xn--80ak6aa92e.com", "apple.com"},
      {"two Greek letters", "xn--ggle-0nda.com", "google.com"},
      {"a Greek letter that looks like none of ours", "xn--mega-fpd.com", ""},
      {"one label of several", "app.xn--cme-5cd.io", "app.acme.io"},
      {"an honest German name", "xn--bcher-kva.de", ""},
      {"an honest Russian name", "xn--e1afmkfd.xn--p1ai", ""},
      {"plain ASCII", "apple.com", ""},
      {"nothing", "", ""},
      {"an address", "127.0.0.1", ""},
      {"a label that decodes to nothing", "xn--.com", ""},
  }));
  CAPTURE(phrase);
  CHECK(ascii_look_alike(host) == look_alike);
}

}  // namespace
}  // namespace corslint
