#include "lint/project/python_settings.h"

#include <catch2/catch.hpp>
#include <string>

namespace corslint {
namespace {

std::string described(const std::optional<VariableReader>& reader) {
  if (!reader) return "";
  switch (reader->reader) {
    case ListReader::json_only:
      return "json " + reader->place;
    case ListReader::fastapi_template:
      return "template " + reader->place;
    case ListReader::untrimmed_commas:
      return "untrimmed " + reader->place;
    case ListReader::trimmed_commas:
      return "trimmed " + reader->place;
    case ListReader::whole_text:
      break;
  }
  return "whole " + reader->place;
}

std::string reader_of_origins(const std::string& module) {
  return described(python_reader(SourceFile("config.py", module), "CORS_ORIGINS"));
}

const std::string settings = "class Settings(BaseSettings):\n";

struct Case {
  std::string_view line;
  std::string_view reader;
};

}  // namespace

TEST_CASE("a plain list of a settings class reads JSON") {
  const auto test = GENERATE(values<Case>({
      {"    cors_origins: list[str]", "json config.py:2"},
      {"    CORS_ORIGINS: List[str] = []", "json config.py:2"},
      {"    cors_origins: typing.List[AnyHttpUrl] = Field(default=[])", "json config.py:2"},
      {"    cors_origins : set[str]", "json config.py:2"},
      {"    cors_origins: list[str]  # commas", "json config.py:2"},
      {"    cors_origins: str", ""},
      {"    cors_origins: list[str] | str", ""},
      {"    cors_origins: list[Union[str, AnyUrl]]", ""},
      {"    cors_origins: Optional[list[str]]", ""},
      {"    cors_origins: Annotated[list[str], BeforeValidator(split)]", ""},
      {"    # cors_origins: list[str]", ""},
      {"    other_cors_origins: list[str]", ""},
      {"    cors_origins = []", ""},
      {"cors_origins: list[str] = []", ""},
  }));
  CAPTURE(test.line);
  CHECK(reader_of_origins(settings + std::string(test.line) + '\n') == test.reader);
}

TEST_CASE("a class that decodes for itself tells nothing") {
  const std::string field = "    cors_origins: list[str]\n";
  CHECK_FALSE(reader_of_origins(settings + field).empty());
  for (const std::string own : {"    model_config = SettingsConfigDict(enable_decoding=False)\n",
                                "    def parse_env_var(cls, field_name, raw_val): ...\n",
                                "    def settings_customise_sources(cls): ...\n",
                                "from pydantic_settings import NoDecode\n"})
    CHECK(reader_of_origins(settings + own + field).empty());
  CHECK(reader_of_origins("class Settings(BaseModel):\n" + field).empty());
}

TEST_CASE("only the body of a settings class holds its fields") {
  const std::string field = "    cors_origins: list[str] = []\n";
  CHECK(reader_of_origins("class Cors(BaseModel):\n" + field + settings + "    a: int\n").empty());
  CHECK(reader_of_origins(settings + "    a: int\ndef f(\n" + field + "): ...\n").empty());
  CHECK(reader_of_origins(settings + "    def f(\n        self,\n    " + field).empty());
  CHECK(reader_of_origins(settings + "\n    a: int\n\n" + field) == "json config.py:5");
}

TEST_CASE("the class's prefix is part of the variable's name") {
  const std::string prefixed =
      settings + "    model_config = SettingsConfigDict(env_prefix='cors_')\n";
  CHECK(reader_of_origins(prefixed + "    origins: list[str]\n") == "json config.py:3");
  CHECK(reader_of_origins(prefixed + "    cors_origins: list[str]\n").empty());
}

TEST_CASE("calls that take a list apart are told by their names") {
  CHECK(reader_of_origins("import environ\nX = env.list(\"CORS_ORIGINS\")\n") ==
        "untrimmed config.py:2");
  CHECK(reader_of_origins("X = env.list(\"CORS_ORIGINS\")\n").empty());
  CHECK(reader_of_origins("import environ\nX = env.list('CORS_ORIGINS_EXTRA')\n").empty());
  CHECK(reader_of_origins("from decouple import Csv\nX = config('CORS_ORIGINS', cast=Csv())\n") ==
        "trimmed config.py:2");
  CHECK(reader_of_origins("from decouple import Csv\nX = config('CORS_ORIGINS')\n").empty());
  CHECK(reader_of_origins("").empty());
}

}  // namespace corslint
