// Blocks of bytes are compared at once with the first three letters of both words, with three
// shifted loads; only where one of them stands in a block are its bytes looked at one by one. A
// vector type of the compiler is used, so there is no code of its own for each machine.
#include "lint/run/cors_mention.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "lint/read/utf8.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::size_t block_size = 16;

using Block = std::uint8_t __attribute__((vector_size(block_size)));

/// The block at this place, with ASCII letters in lower case and other bytes as no letters.
Block lowered_block(const char* bytes) {
  Block block;
  std::memcpy(&block, bytes, block_size);
  return block | static_cast<std::uint8_t>(0x20);
}

bool has_any(Block block) {
  std::array<std::uint64_t, block_size / sizeof(std::uint64_t)> words{};
  std::memcpy(words.data(), &block, block_size);
  std::uint64_t any = 0;
  for (const auto word : words) any |= word;
  return any != 0;
}

/// Whether `cor` or `ori` begins at one of the bytes of the block at this place.
bool may_begin_in_block(const char* bytes) {
  const auto first = lowered_block(bytes);
  const auto second = lowered_block(bytes + 1);
  const auto third = lowered_block(bytes + 2);
  const auto cor = (first == 'c') & (second == 'o') & (third == 'r');
  const auto ori = (first == 'o') & (second == 'r') & (third == 'i');
  return has_any(reinterpret_cast<Block>(cor | ori));
}

bool begins_with_word(std::string_view text) {
  constexpr std::string_view cors = "cors";
  constexpr std::string_view origin = "origin";
  return equal_ignoring_case(text.substr(0, cors.size()), cors) ||
         equal_ignoring_case(text.substr(0, origin.size()), origin);
}

bool mentions_in_ascii(std::string_view text) {
  const auto has_word = [&](std::size_t begin, std::size_t end) {
    for (; begin < end; ++begin)
      if (begins_with_word(text.substr(begin))) return true;
    return false;
  };
  std::size_t at = 0;
  for (; at + block_size + 2 <= text.size(); at += block_size)
    if (may_begin_in_block(text.data() + at) && has_word(at, at + block_size)) return true;
  return has_word(at, text.size());
}

}  // namespace

bool mentions_cors(std::string_view text) {
  if (!is_utf16(text)) return mentions_in_ascii(text);
  // The file cannot be read, but that has to be said of it.
  std::string ascii(text);
  std::erase(ascii, '\0');
  return mentions_in_ascii(ascii);
}

}  // namespace corslint
