#include "rules/origin/punycode.h"

#include <catch2/catch.hpp>
#include <idn2.h>
#include <string>
#include <vector>

#include "rules/origin/domain_to_ascii.h"

using corslint::domain_to_ascii;
using corslint::to_punycode;

TEST_CASE("punycode agrees with the samples of RFC 3492") {
  const std::vector<std::pair<std::string, std::string>> samples{
      {"", ""},
      {"abc", "abc-"},
      {"\u00FC", "tda"},
      {"b\u00FCcher", "bcher-kva"},
      {"\u4ED6\u4EEC\u4E3A\u4EC0\u4E48\u4E0D\u8BF4\u4E2D\u6587", "ihqwcrb4cv8a8dqg056pqjye"},
      {"3\u5E74B\u7D44\u91D1\u516B\u5148\u751F", "3B-ww4c5e180e575a65lsy2b"},
      {"\u05DC\u05DE\u05D4\u05D4\u05DD\u05E4\u05E9\u05D5\u05D8\u05DC\u05D0\u05DE\u05D3\u05D1\u05E8"
       "\u05D9\u05DD\u05E2\u05D1\u05E8\u05D9\u05EA",
       "4dbcagdahymbxekheh6e0a7fei0b"},
      {"\U0001F600", "e28h"},
  };
  for (const auto& [label, punycode] : samples) {
    INFO(label);
    CHECK(to_punycode(label) == punycode);
  }
}

TEST_CASE("a label longer than any domain name has no punycode") {
  CHECK(to_punycode(std::string(255, 'a')));
  CHECK_FALSE(to_punycode(std::string(256, 'a')));
}

TEST_CASE("punycode agrees with libidn2 wherever libidn2 takes the label") {
  std::size_t compared = 0;
  for (char32_t c = 0xE0; c < 0x3000; ++c) {
    std::string label = "a-b";
    if (c < 0x800) {
      label += {static_cast<char>(0xC0U | (c >> 6U)), static_cast<char>(0x80U | (c & 0x3FU))};
    } else {
      label +=
          {static_cast<char>(0xE0U | (c >> 12U)), static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)),
           static_cast<char>(0x80U | (c & 0x3FU))};
    }
    label += label + "z";
    char* ascii = nullptr;
    if (idn2_to_ascii_8z(label.c_str(), &ascii, IDN2_NO_TR46) != IDN2_OK) continue;
    CHECK("xn--" + to_punycode(label).value() == ascii);
    idn2_free(ascii);
    ++compared;
  }
  CHECK(compared > 1000);
}

TEST_CASE("a domain of great length is answered") {
  CHECK(domain_to_ascii(std::string(100000, 'a')));
  CHECK_FALSE(domain_to_ascii(std::string(100000, '\xFC')));
  std::string long_label = "xn--";
  long_label.append(100000, 'a');
  CHECK_FALSE(domain_to_ascii(long_label));
  std::string many_labels;
  while (many_labels.size() < 100000) many_labels += "\U0001F600.";
  CHECK_FALSE(domain_to_ascii(many_labels));
}
