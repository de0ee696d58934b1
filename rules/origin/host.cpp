#include "rules/origin/host.h"

#include <algorithm>
#include <array>
#include <optional>

#include "rules/origin/ascii.h"

namespace corslint {
namespace {

struct Ipv4Block {
  std::uint32_t first;
  unsigned prefix_length;
};

constexpr std::array<Ipv4Block, 5> private_blocks{{
    {0x00000000, 8},
    {0x0A000000, 8},
    {0xAC100000, 12},
    {0xC0A80000, 16},
    {0xA9FE0000, 16},
}};

constexpr std::array<std::string_view, 4> private_suffixes{".local", ".internal", ".lan",
                                                           ".home.arpa"};

bool is_in(const Ipv4Block& block, Ipv4Address address) {
  return ((address.value ^ block.first) >> (32U - block.prefix_length)) == 0;
}

/// The address inside `::ffff:0:0/96`.
std::optional<Ipv4Address> mapped_ipv4(const Ipv6Address& address) {
  const auto& pieces = address.pieces;
  const bool leads_with_zeros = std::all_of(pieces.begin(), pieces.begin() + 5,
                                            [](std::uint16_t piece) { return piece == 0; });
  if (!leads_with_zeros || pieces[5] != 0xFFFF) return std::nullopt;
  return Ipv4Address{(std::uint32_t{pieces[6]} << 16U) | pieces[7]};
}

bool is_loopback_address(Ipv4Address address) {
  return address.value >> 24U == 127;
}

bool is_loopback_address(const Ipv6Address& address) {
  if (const auto mapped = mapped_ipv4(address)) return is_loopback_address(*mapped);
  return address == Ipv6Address{{0, 0, 0, 0, 0, 0, 0, 1}};
}

bool is_private(Ipv4Address address) {
  return std::any_of(private_blocks.begin(), private_blocks.end(),
                     [&](const Ipv4Block& block) { return is_in(block, address); });
}

bool is_private(const Ipv6Address& address) {
  if (const auto mapped = mapped_ipv4(address)) return is_private(*mapped);
  const unsigned first = address.pieces[0];
  return (first & 0xFE00U) == 0xFC00U || (first & 0xFFC0U) == 0xFE80U || address == Ipv6Address{};
}

bool is_private_name(std::string_view name) {
  const std::string lower = ascii_lowered(name);
  if (lower.empty()) return false;
  if (lower.find('.') == std::string::npos) return true;
  return std::any_of(private_suffixes.begin(), private_suffixes.end(),
                     [&](std::string_view suffix) { return lower.ends_with(suffix); });
}

}  // namespace

std::string serialize(const Host& host) {
  if (const auto* domain = std::get_if<Domain>(&host)) return domain->name;
  if (const auto* address = std::get_if<Ipv4Address>(&host)) return serialize(*address);
  if (const auto* address = std::get_if<Ipv6Address>(&host)) return '[' + serialize(*address) + ']';
  return std::get<OpaqueHost>(host).text;
}

std::string_view name_without_final_dot(const Host& host) {
  std::string_view name;
  if (const auto* domain = std::get_if<Domain>(&host)) name = domain->name;
  if (const auto* opaque = std::get_if<OpaqueHost>(&host)) name = opaque->text;
  if (name.ends_with('.')) name.remove_suffix(1);
  return name;
}

bool is_loopback(const Host& host) {
  if (const auto* address = std::get_if<Ipv4Address>(&host)) return is_loopback_address(*address);
  if (const auto* address = std::get_if<Ipv6Address>(&host)) return is_loopback_address(*address);
  constexpr std::string_view localhost = "localhost";
  const auto name = name_without_final_dot(host);
  if (name.size() < localhost.size()) return false;
  const auto rest = name.substr(0, name.size() - localhost.size());
  return (rest.empty() || rest.ends_with('.')) &&
         equal_ignoring_case(name.substr(rest.size()), localhost);
}

bool is_private_address(const Host& host) {
  if (is_loopback(host)) return false;
  if (const auto* address = std::get_if<Ipv4Address>(&host)) return is_private(*address);
  if (const auto* address = std::get_if<Ipv6Address>(&host)) return is_private(*address);
  return is_private_name(name_without_final_dot(host));
}

}  // namespace corslint
