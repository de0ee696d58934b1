#include "rules/checks/origins/entry.h"

#include <catch2/catch.hpp>

namespace corslint {
namespace {

struct Case {
  const char* phrase;
  const char* text;
  EntryKind kind;
};

const std::vector<Case> cases{
    {"nothing", "", EntryKind::empty},
    {"blanks", " \t", EntryKind::empty},
    {"everybody", "*", EntryKind::wildcard},
    {"everybody with a blank", " *", EntryKind::wildcard},
    {"null", "null", EntryKind::null},
    {"null in upper case", "NULL", EntryKind::null},
    {"an origin", "https://app.acme.io", EntryKind::origin},
    {"an origin with a port", "https://app.acme.io:8443", EntryKind::origin},
    {"an address", "http://127.0.0.1:3000", EntryKind::origin},
    {"an address in brackets", "http://[::1]:3000", EntryKind::origin},
    {"an app's scheme", "capacitor://localhost", EntryKind::origin},
    {"a host without a scheme", "app.acme.io", EntryKind::origin},
    {"a container's name", "gateway-web", EntryKind::origin},
    {"a host and a port", "localhost:3000", EntryKind::origin},
    {"a host behind two slashes", "//cdn.acme.io", EntryKind::origin},
    {"an opaque scheme", "file://", EntryKind::origin},
    {"a path with an asterisk's neighbour", "https://app.acme.io/$", EntryKind::pattern},
    {"words", "same-as-ALLOWED_ORIGINS", EntryKind::prose},
    {"a word", "all", EntryKind::prose},
    {"a quoted word", "'self'", EntryKind::prose},
    {"a shell variable", "${APP_URL}", EntryKind::unresolved},
    {"a variable in a host", "https://${APP_HOST}:8443", EntryKind::unresolved},
    {"a template", "{{ app_url }}", EntryKind::unresolved},
    {"a variable of Azure", "$(APP_URL)", EntryKind::unresolved},
    {"a variable of Windows", "%APP_URL%", EntryKind::unresolved},
    {"a gap", "https://<your-domain>", EntryKind::unresolved},
    {"a percent-encoded byte", "https://a%70p.acme.io", EntryKind::origin},
    {"two with a comma", "https://a.acme.io,https://b.acme.io", EntryKind::joined},
    {"two with a blank", "https://a.acme.io https://b.acme.io", EntryKind::joined},
    {"a comma at the end", "https://a.acme.io,", EntryKind::origin},
    {"subdomains", "https://*.acme.io", EntryKind::literal_glob},
    {"ports", "http://localhost:*", EntryKind::literal_glob},
    {"endings", "https://app.*", EntryKind::literal_glob},
    {"a label in the middle", "https://app.*.acme.io", EntryKind::literal_glob},
    {"two asterisks", "https://*.*.acme.io", EntryKind::literal_glob},
    {"no scheme", "*.acme.io", EntryKind::literal_glob},
    {"anchors", "^https://app.acme.io$", EntryKind::pattern},
    {"an escaped dot", "https://app\\.acme\\.io", EntryKind::pattern},
    {"any run", "https://.*acme.io", EntryKind::pattern},
    {"any run behind a hyphen", "https://app-.*.acme.io", EntryKind::pattern},
    {"a group", "https://(app|admin).acme.io", EntryKind::pattern},
    {"a class", "https://[a-z]+.acme.io", EntryKind::pattern},
    {"a pattern with a variable's sign", "https://[a-z]{2}\\.acme\\.io$", EntryKind::pattern},
    {"slashes", "/^https:\\/\\/app$/", EntryKind::delimited_pattern},
    {"slashes and a flag", "/acme\\.io$/i", EntryKind::delimited_pattern},
};

Text text_of(const char* value) {
  Text text;
  text.value = value;
  return text;
}

}  // namespace

TEST_CASE("every entry is one kind of thing") {
  for (const auto& [phrase, value, kind] : cases) {
    DYNAMIC_SECTION(phrase) {
      const Text text = text_of(value);
      CHECK(entry_of(text, Policy(), generic_enforcer()).kind == kind);
    }
  }
}

TEST_CASE("a glob is read by enforcers that know globs, and only with one asterisk") {
  const Enforcer& krakend = *find_enforcer("krakend");
  const Text one = text_of("https://*.acme.io");
  const Text two = text_of("https://*.*.acme.io");
  CHECK(entry_of(one, Policy(), krakend).kind == EntryKind::glob);
  CHECK(entry_of(two, Policy(), krakend).kind == EntryKind::literal_glob);
  CHECK(entry_of(one, Policy(), generic_enforcer()).kind == EntryKind::literal_glob);
}

TEST_CASE(
    "an entry with a variable that the reader could not expand is unresolved whatever it says") {
  Text text = text_of("https://app.acme.io");
  text.resolution = Resolution::unresolved;
  CHECK(entry_of(text, Policy(), generic_enforcer()).kind == EntryKind::unresolved);
}

TEST_CASE("only an entry that stands for one origin has one") {
  const Text origin = text_of("https://App.acme.io:443/");
  REQUIRE(entry_of(origin, Policy(), generic_enforcer()).origin() != nullptr);
  CHECK(entry_of(origin, Policy(), generic_enforcer()).origin()->serialize() ==
        "https://app.acme.io");
  for (const char* none : {"*", "null", "file://", "app.acme.io", "https://*.acme.io"}) {
    const Text text = text_of(none);
    CHECK(entry_of(text, Policy(), generic_enforcer()).origin() == nullptr);
  }
}

TEST_CASE("the notes of a glob stand at the places of its text") {
  const Text text = text_of("https://*.acme.io/");
  const Entry entry = entry_of(text, Policy(), *find_enforcer("krakend"));
  const OriginNote* note = entry.parsed.note_of(OriginProblem::trailing_slash);
  REQUIRE(note != nullptr);
  CHECK(note->offset == 17);
}

}  // namespace corslint
