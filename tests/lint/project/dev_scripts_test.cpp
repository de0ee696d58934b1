#include "lint/project/dev_scripts.h"

#include <catch2/catch.hpp>
#include <string>

namespace corslint {
namespace {

/// The server, then what the command line sets; `?` for what cannot be told.
std::string described(const std::optional<DevInvocation>& invocation) {
  if (!invocation) return "none";
  std::string result(invocation->server->title);
  if (!invocation->is_clear) return result + " ?";
  const auto& options = invocation->options;
  if (options.port.certainty == Certainty::unknown) result += " port ?";
  if (options.port.certainty == Certainty::known)
    result += " port " + std::to_string(options.port.value);
  if (options.host.certainty == Certainty::known) result += " host " + options.host.value;
  if (options.https.certainty == Certainty::known) result += options.https.value ? " https" : "";
  if (!invocation->file.empty()) result += " file " + invocation->file;
  for (const auto& [name, variable] : invocation->variables)
    result += ' ' + name + '=' + variable.value;
  return result;
}

struct Case {
  std::string_view command;
  std::string_view read;
};

}  // namespace

TEST_CASE("a command tells its development server and what it sets") {
  const auto test = GENERATE(values<Case>({
      {"vite", "Vite"},
      {"vite dev --port 5174", "Vite port 5174"},
      {"vite --port=5174", "Vite port 5174"},
      {"npx vite", "Vite"},
      {"node_modules/.bin/vite", "Vite"},
      {"tsc && vite --host", "Vite host "},
      {"vite --host 127.0.0.1 --open", "Vite host 127.0.0.1"},
      {"vite -c vite.dev.ts", "Vite file vite.dev.ts"},
      {"vite --mode staging --port 1", "Vite port 1"},
      {"remix vite:dev", "Vite"},
      {"next", "Next.js"},
      {"next dev -p 4000", "Next.js port 4000"},
      {"next dev --turbo -H 0.0.0.0", "Next.js host 0.0.0.0"},
      {"PORT=4000 react-scripts start", "Create React App PORT=4000"},
      {"set PORT=4000&& react-scripts start", "Create React App PORT=4000"},
      {"cross-env PORT=4000 HTTPS=true craco start", "Create React App HTTPS=true PORT=4000"},
      {"ng serve --port 4300 --ssl", "Angular port 4300 https"},
      {"ng serve --ssl=false", "Angular"},
      {"vue-cli-service serve --port 8081", "Vue CLI port 8081"},
      {"parcel index.html -p 1235", "Parcel port 1235"},
      {"webpack serve --config webpack.dev.js", "webpack-dev-server file webpack.dev.js"},
      {"concurrently \"npm run api\" \"vite --port 5050\"", "Vite port 5050"},
      {"concurrently 'vite' 'nodemon api.js'", "Vite"},
      {"gatsby develop", "Gatsby"},
      {"astro dev", "Astro"},
      {"nuxi dev", "Nuxt"},
  }));
  CAPTURE(test.command);
  CHECK(described(dev_invocation(test.command, "package.json:3")) == test.read);
}

TEST_CASE("a command that serves nothing, or elsewhere, tells nothing") {
  const auto test = GENERATE(values<Case>({
      {"", "none"},
      {"vite build", "none"},
      {"vite preview --port 4173", "none"},
      {"next start -p 3000", "none"},
      {"next build", "none"},
      {"react-scripts build", "none"},
      {"webpack --mode development", "none"},
      {"astro build", "none"},
      {"tsx watch src/index.ts", "none"},
      {"vitest", "none"},
      {"cd frontend && vite", "none"},
      {"npm run dev:web", "none"},
  }));
  CAPTURE(test.command);
  CHECK(described(dev_invocation(test.command, "")) == test.read);
}

TEST_CASE("what a command leaves to a variable or to another folder is not guessed") {
  const auto test = GENERATE(values<Case>({
      {"vite --port $PORT", "Vite port ?"},
      {"vite --port ${PORT:-3000}", "Vite port ?"},
      {"vite --port", "Vite port ?"},
      {"vite --port 0", "Vite port ?"},
      {"vite --port 65536", "Vite port ?"},
      {"vite ./client", "Vite ?"},
      {"vite --root client", "Vite ?"},
      {"ng serve --configuration production", "Angular ?"},
      {"ng serve --project shop", "Angular ?"},
  }));
  CAPTURE(test.command);
  CHECK(described(dev_invocation(test.command, "")) == test.read);
}

TEST_CASE("quotes that nest without end are read to a bound") {
  std::string command = "vite";
  for (int i = 0; i < 2000; ++i) command = (i % 2 == 0 ? "\" " : "' ") + command;
  CHECK_NOTHROW(dev_invocation(command, ""));
}

TEST_CASE("a package starts what its main script starts, or what its others agree on") {
  Package package{.presence = Presence::present, .dependencies = {{"vite", "^6.0.0"}}};
  SECTION("by its dependencies where it has no such script") {
    CHECK(described(dev_invocation(package)) == "Vite");
  }
  SECTION("not by them where a script starts something else") {
    package.scripts = {{"dev", "nodemon api.js", ""}};
    CHECK(described(dev_invocation(package)) == "none");
  }
  SECTION("dev goes before start") {
    package.scripts = {{"start", "vite --port 1", ""}, {"dev", "vite --port 2", ""}};
    CHECK(described(dev_invocation(package)) == "Vite port 2");
  }
  SECTION("a part of dev is found by its name") {
    package.scripts = {{"dev", "run-p dev:*", ""},
                       {"dev:api", "nodemon", ""},
                       {"dev:web", "vite --port 3", ""},
                       {"preview", "vite --port 4", ""}};
    CHECK(described(dev_invocation(package)) == "Vite port 3");
  }
  SECTION("parts that do not agree tell nothing") {
    package.scripts = {{"dev:a", "vite --port 3", ""}, {"dev:b", "vite --port 4", ""}};
    CHECK(described(dev_invocation(package)) == "Vite ?");
  }
}

TEST_CASE("the major version is the first number of a range") {
  CHECK(major_version("^5.1.0") == 5);
  CHECK(major_version(">= 12") == 12);
  CHECK(major_version("2") == 2);
  CHECK_FALSE(major_version("latest"));
  CHECK_FALSE(major_version("workspace:*"));
  CHECK_FALSE(major_version(""));
}

}  // namespace corslint
