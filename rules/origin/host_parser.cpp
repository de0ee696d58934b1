#include "rules/origin/host_parser.h"

#include <array>
#include <string>

#include "rules/origin/ascii.h"
#include "rules/origin/domain_to_ascii.h"

namespace corslint {
namespace {

/// The forbidden host code points (https://url.spec.whatwg.org/#forbidden-host-code-point), by
/// byte.
constexpr std::array<bool, 256> forbidden_in_host = [] {
  std::array<bool, 256> forbidden{};
  for (const char c :
       {'\0', '\t', '\n', '\r', ' ', '#', '/', ':', '<', '>', '?', '@', '[', '\\', ']', '^', '|'})
    forbidden[static_cast<unsigned char>(c)] = true;
  return forbidden;
}();

bool is_forbidden_in_host(char c) {
  return forbidden_in_host[static_cast<unsigned char>(c)];
}

bool is_forbidden_in_domain(char c) {
  return is_forbidden_in_host(c) || static_cast<unsigned char>(c) <= 0x1FU || c == '%' || c == 0x7F;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool has_digits = text[i] == '%' && i + 2 < text.size() &&
                            hex_digit_value(text[i + 1]) >= 0 && hex_digit_value(text[i + 2]) >= 0;
    if (!has_digits) {
      decoded += text[i];
      continue;
    }
    decoded += static_cast<char>(hex_digit_value(text[i + 1]) * 16 + hex_digit_value(text[i + 2]));
    i += 2;
  }
  return decoded;
}

/// The C0 control percent-encode set (https://url.spec.whatwg.org/#c0-control-percent-encode-set).
std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x1FU && byte < 0x7FU) {
      encoded += c;
    } else {
      encoded += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    }
  }
  return encoded;
}

class HostReader {
 public:
  explicit HostReader(std::string_view text) : text_{text} {}

  ParsedHost read_special() {
    if (text_.starts_with('[')) return read_ipv6();
    const std::string decoded = percent_decoded(text_);
    if (decoded != text_) note(OriginProblem::percent_encoded_host);
    if (has_ascii_upper(text_)) note(OriginProblem::uppercase_host);
    if (!is_ascii(text_)) note(OriginProblem::unicode_host);
    if (const auto at = first_forbidden(decoded, is_forbidden_in_domain))
      return refuse_byte(*at, decoded);
    const std::optional<std::string> ascii = domain_to_ascii(decoded);
    if (!ascii || ascii->empty()) return refuse(OriginProblem::invalid_domain);
    if (first_forbidden(*ascii, is_forbidden_in_domain)) {
      return refuse(OriginProblem::forbidden_host_code_point);
    }
    if (ends_in_a_number(*ascii)) return read_ipv4(*ascii);
    return accept(Domain{*ascii});
  }

  ParsedHost read_opaque() {
    if (text_.starts_with('[')) return read_ipv6();
    if (const auto at = first_forbidden(text_, is_forbidden_in_host))
      return refuse_byte(*at, text_);
    const std::string encoded = percent_encoded(text_);
    if (encoded != text_) note(OriginProblem::unicode_host);
    return accept(OpaqueHost{encoded});
  }

 private:
  using Predicate = bool (*)(char);

  static std::optional<std::size_t> first_forbidden(std::string_view text, Predicate is_forbidden) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (is_forbidden(text[i])) return i;
    }
    return std::nullopt;
  }

  void note(OriginProblem problem) { parsed_.notes.push_back({problem, 0, text_.size()}); }

  ParsedHost refuse(OriginProblem problem) {
    note(problem);
    return parsed_;
  }

  /// Decoding moves the bytes behind it, so only a byte before it, or a text without it, has a
  /// place of its own.
  ParsedHost refuse_byte(std::size_t at, std::string_view decoded) {
    if (decoded != text_) return refuse(OriginProblem::forbidden_host_code_point);
    parsed_.notes.push_back({OriginProblem::forbidden_host_code_point, at, 1});
    return parsed_;
  }

  ParsedHost accept(Host host) {
    parsed_.host = std::move(host);
    return parsed_;
  }

  ParsedHost read_ipv4(std::string_view ascii) {
    const std::optional<Ipv4Address> address = parse_ipv4(ascii);
    if (!address) return refuse(OriginProblem::invalid_ipv4);
    if (serialize(*address) != ascii) {
      parsed_.notes.clear();
      note(OriginProblem::non_canonical_ipv4);
    }
    return accept(*address);
  }

  ParsedHost read_ipv6() {
    const bool is_closed = text_.size() > 2 && text_.ends_with(']');
    const auto address =
        is_closed ? parse_ipv6(text_.substr(1, text_.size() - 2)) : std::optional<Ipv6Address>{};
    if (!address) return refuse(OriginProblem::invalid_ipv6);
    const std::string canonical = '[' + serialize(*address) + ']';
    if (ascii_lowered(text_) != canonical) {
      note(OriginProblem::non_canonical_ipv6);
    } else if (text_ != canonical) {
      note(OriginProblem::uppercase_host);
    }
    return accept(*address);
  }

  std::string_view text_;
  ParsedHost parsed_;
};

}  // namespace

ParsedHost parse_special_host(std::string_view text) {
  return HostReader{text}.read_special();
}

ParsedHost parse_opaque_host(std::string_view text) {
  return HostReader{text}.read_opaque();
}

}  // namespace corslint
