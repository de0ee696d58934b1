// TOML files: whatever the bytes are, the reader gives a document whose places are in the file.
#include "tests/fuzz/reader_fuzzer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace corslint;
  fuzz::read_soundly("cors.toml", fuzz::text_of(data, size), Format::toml);
  return 0;
}
