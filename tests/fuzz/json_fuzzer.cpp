// JSON files, beside another parser: what nlohmann's takes as JSON is read, and with as many
// values. The other way round it does not hold, since comments and trailing commas are let through
// here.
#include <nlohmann/json.hpp>

#include "tests/fuzz/reader_fuzzer.h"

namespace {

using Json = nlohmann::json;

/// Counts values, keys that stand twice included, and the deepest nesting.
class Counter : public nlohmann::json_sax<Json> {
 public:
  std::size_t values = 0;
  std::size_t deepest = 0;

  bool null() override { return value(); }
  bool boolean(bool /*flag*/) override { return value(); }
  bool number_integer(number_integer_t /*number*/) override { return value(); }
  bool number_unsigned(number_unsigned_t /*number*/) override { return value(); }
  bool number_float(number_float_t /*number*/, const string_t& /*text*/) override {
    return value();
  }
  bool string(string_t& /*text*/) override { return value(); }
  bool binary(binary_t& /*bytes*/) override { return value(); }
  bool start_object(std::size_t /*size*/) override { return open(); }
  bool key(string_t& /*name*/) override { return true; }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*size*/) override { return open(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t /*offset*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) override {
    // A number that no double holds is JSON all the same.
    is_out_of_range = error.id == 406;
    return false;
  }
  bool is_out_of_range = false;

 private:
  bool value() {
    ++values;
    return true;
  }
  bool open() {
    deepest = std::max(deepest, ++depth_);
    return value();
  }
  bool close() {
    --depth_;
    return true;
  }
  std::size_t depth_ = 0;
};

std::size_t count_of(const corslint::Value& value) {
  std::size_t count = 1;
  for (const auto& item : value.items) count += count_of(item);
  for (const auto& member : value.members) count += count_of(member.value);
  return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace corslint;
  const auto text = fuzz::text_of(data, size);
  const Document document = fuzz::read_soundly("cors.json", text, Format::json);
  // The other parser takes a NUL byte for the end of the text.
  if (text.find('\0') != std::string::npos) return 0;
  Counter counter;
  if (!Json::sax_parse(text.begin(), text.end(), &counter)) return 0;
  if (counter.deepest >= deepest_nesting || counter.values > most_values) return 0;
  fuzz::require(is_readable(document), "what another parser takes as JSON is read");
  fuzz::require(count_of(document.root) == counter.values, "as many values are read as there are");
  return 0;
}
