#include "lint/project/javascript_module.h"

#include <catch2/catch.hpp>
#include <string>

#include "lint/project/environment_expression.h"

namespace corslint {
namespace {

/// The value as a test writes it; members only of objects, unknown as `?`, absent as nothing.
std::string described(const ScriptValue& value) {
  switch (value.kind) {
    case ScriptValueKind::absent:
      return "";
    case ScriptValueKind::unknown:
      return "?";
    case ScriptValueKind::null:
      return "null";
    case ScriptValueKind::boolean:
      return value.boolean ? "true" : "false";
    case ScriptValueKind::number:
      return std::to_string(value.number);
    case ScriptValueKind::text:
      return '"' + value.text + '"';
    case ScriptValueKind::list:
      return "[]";
    case ScriptValueKind::object:
      break;
  }
  std::string result = "{";
  for (const auto& member : value.members) {
    if (result.size() > 1) result += ' ';
    result += member.key + ':' + described(member.value);
  }
  return result + (value.is_open ? " ...}" : "}");
}

std::string exported(std::string_view script) {
  const auto tokens = script_tokens(script);
  REQUIRE(tokens.has_value());
  return described(exported_configuration(ScriptValues(*tokens)));
}

struct Case {
  std::string_view why;
  std::string_view script;
  std::string_view value;
};

}  // namespace

TEST_CASE("the configuration that a module exports is read as far as it is written out") {
  const auto test = GENERATE(values<Case>({
      {"an object", "export default {a: 1}", "{a:1}"},
      {"an empty one", "export default {}", "{}"},
      {"as Node's modules have it", "module.exports = {a: 1};", "{a:1}"},
      {"through the function for types", "export default defineConfig({a: 1})", "{a:1}"},
      {"with a trailing comma", "export default defineConfig({a: 1},\n)", "{a:1}"},
      {"a constant", "const c = {a: 1}\nexport default c", "{a:1}"},
      {"a constant with a type", "const c: Config = {a: 1};\nexport default c;", "{a:1}"},
      {"with a type behind", "export default {a: 1} satisfies Config", "{a:1}"},
      {"a function that returns it", "export default () => ({a: 1})", "{a:1}"},
      {"in the function for types", "export default defineConfig(({mode}) => { return {a: 1} })",
       "{a:1}"},
      {"an asynchronous one", "export default defineConfig(async (env) => ({a: 1}))", "{a:1}"},
      {"with a type of its result", "export default (env): Config => ({a: 1})", "{a:1}"},
      {"a function in words", "module.exports = function (env) { return {a: 1}; }", "{a:1}"},
      {"behind a call without a semicolon",
       "export default () => {\n  const env = load()\n  return {a: 1}\n}", "{a:1}"},
      {"every literal", "export default {a: 'x', b: `y`, c: true, d: null, e: [1], f: 5_173}",
       R"({a:"x" b:"y" c:true d:null e:[] f:5173})"},
      {"keys in quotes", "export default {'a-b': 1, 2: 3}", "{a-b:1 2:3}"},
      {"a value by its constant", "const p = 1\nexport default {a: p, p}", "{a:1 p:1}"},
      {"what is computed is unknown", "export default {a: 1 + 1, b: f(2), c: x ? 1 : 2, d: -1}",
       "{a:? b:? c:? d:?}"},
      {"methods are unknown and hide nothing", "export default {f() { return {a: 1} }, b: 2}",
       "{f:? b:2}"},
      {"a spread behind makes all unknown", "export default {a: 1, ...b}", "{a:? ...}"},
      {"a spread before leaves what follows", "export default {...b, a: 1}", "{a:1 ...}"},
      {"a computed key may be any", "export default {a: 1, [k]: 2}", "{a:? ...}"},
      {"a getter is not followed", "export default {get a() { return 1 }}", "{ ...}"},
      {"plugins are passed over", "export default {plugins: [vue({a: [1]})], a: 1}",
       "{plugins:[] a:1}"},
  }));
  CAPTURE(test.why);
  CHECK(exported(test.script) == test.value);
}

TEST_CASE("a configuration that depends on something is unknown") {
  const auto test = GENERATE(values<Case>({
      {"no export", "const a = {a: 1}", "?"},
      {"two exports", "export default {a: 1}\nmodule.exports = {a: 2}", "?"},
      {"a function that is not known", "export default withTypes({a: 1})", "?"},
      {"a second argument", "export default defineConfig({a: 1}, b)", "?"},
      {"merged with another", "export default mergeConfig(base, {a: 1})", "?"},
      {"a condition", "export default x ? {a: 1} : {a: 2}", "?"},
      {"a return on a condition", "export default () => { if (x) return {a: 1}; return {a: 2} }",
       "?"},
      {"a return in a block", "export default () => { if (x) { return {a: 1} } return {a: 2} }",
       "?"},
      {"a name that is given two values", "let c = {a: 1}; c = {a: 2}; export default c", "?"},
      {"a name that is no constant", "let c = {a: 1}\nexport default c", "?"},
      {"a name that is not there", "export default c", "?"},
      {"a name that stands for itself", "const a = b\nconst b = a\nexport default a", "?"},
      {"something done to it", "export default {a: 1}.b", "?"},
      {"brackets that are not closed", "export default {a: {b: 1}", "?"},
      {"brackets that do not match", "export default {a: [1}]", "?"},
      {"a bracket too many", "export default {a: 1})", "?"},
  }));
  CAPTURE(test.why);
  CHECK(exported(test.script) == test.value);
}

TEST_CASE("a member is the last of its name, and unknown where something else may set it") {
  const auto tokens = script_tokens("export default {a: 1, a: 2, ...x, b: 3}");
  REQUIRE(tokens.has_value());
  const auto object = exported_configuration(ScriptValues(*tokens));
  CHECK(described(member_of(object, "a")) == "?");
  CHECK(described(member_of(object, "b")) == "3");
  CHECK(described(member_of(object, "c")) == "?");
  CHECK(described(member_of(member_of(object, "b"), "c")) == "?");
  CHECK(described(member_of(ScriptValue{}, "c")).empty());
}

TEST_CASE("nesting without end is unknown") {
  std::string script = "export default ";
  for (int i = 0; i < 5000; ++i) script += "{a:";
  CHECK(exported(script) == "?");
  std::string calls = "export default ";
  for (int i = 0; i < 5000; ++i) calls += "defineConfig(";
  CHECK(exported(calls) == "?");
}

TEST_CASE("a number from an environment variable is told by its form") {
  struct Form {
    std::string_view script;
    std::string_view
        read;  ///< source, variable, what it is otherwise; empty for another expression
  };
  const auto test = GENERATE(values<Form>({
      {"process.env.PORT", "process PORT"},
      {"Number(process.env.PORT)", "process PORT"},
      {"+process.env.PORT!", "process PORT"},
      {"Number(process.env.PORT) || 3000", "process PORT 3000"},
      {"Number(process.env.PORT || 3000)", "process PORT 3000"},
      {"parseInt(env.VITE_PORT, 10) || 5173", "loaded VITE_PORT 5173"},
      {"parseInt(env.VITE_PORT ?? '5173')", "loaded VITE_PORT 5173"},
      {"parseInt(env.VITE_PORT, 16)", ""},
      {"process.env.PORT + 1", ""},
      {"process.env[name]", ""},
      {"process.env", ""},
      {"config.port", ""},
      {"Number(process.env.PORT", ""},
      {"env.PORT || fallback", ""},
      {"", ""},
  }));
  CAPTURE(test.script);
  const auto tokens = script_tokens(test.script);
  REQUIRE(tokens.has_value());
  const auto expression = environment_expression(*tokens);
  std::string read;
  if (expression) {
    read = expression->source == VariableSource::process ? "process " : "loaded ";
    read += expression->variable;
    if (expression->otherwise) read += ' ' + std::to_string(*expression->otherwise);
  }
  CHECK(read == test.read);
}

}  // namespace corslint
