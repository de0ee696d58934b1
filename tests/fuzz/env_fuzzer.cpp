// Env files: whatever the bytes are, the reader gives a document whose places are in the file, and
// references that refer to each other end.
#include "tests/fuzz/reader_fuzzer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace corslint;
  fuzz::read_soundly(".env.production", fuzz::text_of(data, size), Format::env);
  return 0;
}
