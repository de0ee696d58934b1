#include "rules/pattern/admitted_classes.h"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/pattern/inclusion.h"
#include "rules/pattern/origin_language.h"
#include "rules/pattern/texts.h"

namespace corslint {

std::string_view name_of(OriginClass origin_class) {
  switch (origin_class) {
    case OriginClass::any_origin:
      return "any-origin";
    case OriginClass::any_domain:
      return "any-domain";
    case OriginClass::public_suffix_wildcard:
      return "public-suffix-wildcard";
    case OriginClass::prefix_injection:
      return "prefix-injection";
    case OriginClass::suffix_injection:
      return "suffix-injection";
    case OriginClass::dot_substitution:
      return "dot-substitution";
    case OriginClass::partial_label_wildcard:
      return "partial-label-wildcard";
    case OriginClass::tld_wildcard:
      return "tld-wildcard";
    case OriginClass::special_character_host:
      return "special-char-host";
    case OriginClass::any_ip:
      return "any-ip";
    case OriginClass::public_ip:
      return "public-ip";
    case OriginClass::private_network:
      return "private-network";
    case OriginClass::null_origin:
      return "null-origin";
    case OriginClass::custom_scheme:
      return "custom-scheme";
    case OriginClass::arbitrary_scheme:
      return "arbitrary-scheme";
    case OriginClass::any_extension:
      return "any-extension";
    case OriginClass::loopback:
      return "loopback";
    case OriginClass::single_label_host:
      return "single-label-host";
    case OriginClass::unlisted_tld:
      return "unlisted-tld";
    case OriginClass::http_allowed:
      return "http-allowed";
    case OriginClass::any_port:
      return "any-port";
    case OriginClass::many_ports:
      return "many-ports";
    case OriginClass::any_subdomain:
      return "any-subdomain";
    case OriginClass::many_domains:
      break;
  }
  return "many-domains";
}

}  // namespace corslint

namespace corslint::pattern {
namespace {

constexpr std::uint32_t any_port_count = 60'000;
constexpr std::uint32_t many_ports_count = 100;
constexpr std::size_t many_domains_count = 50;

}  // namespace

OriginClass class_of(Intrusion intrusion, bool many_suffixes) {
  switch (intrusion) {
    case Intrusion::whole_host:
      return OriginClass::any_domain;
    case Intrusion::free_label:
      return many_suffixes ? OriginClass::suffix_injection : OriginClass::public_suffix_wildcard;
    case Intrusion::suffix_injection:
      return OriginClass::suffix_injection;
    case Intrusion::prefix_injection:
      return OriginClass::prefix_injection;
    case Intrusion::partial_label:
      return OriginClass::partial_label_wildcard;
    case Intrusion::free_suffix:
      break;
  }
  return OriginClass::tld_wildcard;
}

bool admits_every_origin(const Automaton& automaton, const Examination& examination) {
  constexpr std::size_t set_limit = 20'000;
  if (!examination.named || !examination.named->sites.more_broad) return false;
  const std::string_view scheme = examination.kinds.secure.empty() ? "http://" : "https://";
  return includes(automaton, everything_behind(scheme), OriginPart::named, mark::domain, set_limit)
      .holds();
}

std::vector<AdmittedClass> admitted_classes(Examination& examination,
                                            const std::optional<AdmittedClass>& breadth) {
  const Kinds& kinds = examination.kinds;
  std::vector<AdmittedClass> classes;
  const auto add = [&](OriginClass origin_class, const std::string& witness) {
    if (!witness.empty()) classes.push_back({origin_class, witness});
  };
  if (breadth) classes.push_back(*breadth);
  add(kinds.any_address ? OriginClass::any_ip : OriginClass::public_ip, kinds.public_address);
  add(OriginClass::private_network, kinds.private_network);
  add(OriginClass::null_origin, kinds.null_origin);
  add(OriginClass::custom_scheme, kinds.custom_scheme);
  if (kinds.any_scheme) add(OriginClass::arbitrary_scheme, kinds.custom_scheme);
  if (kinds.any_extension) add(OriginClass::any_extension, kinds.extension);
  add(OriginClass::loopback, kinds.loopback);
  add(OriginClass::single_label_host, kinds.single_label);
  add(OriginClass::http_allowed, kinds.insecure);
  if (kinds.ports >= any_port_count)
    add(OriginClass::any_port, kinds.with_port);
  else if (kinds.ports >= many_ports_count)
    add(OriginClass::many_ports, kinds.with_port);
  if (!examination.named) return classes;
  NamedHosts& named = *examination.named;
  if (!named.sites.unlisted.empty())
    add(OriginClass::unlisted_tld,
        origin_under(named, named.sites.unlisted, HostBound::below).value_or(""));
  if (!named.sites.endless_below.empty() && named.sites.broad.empty())
    add(OriginClass::any_subdomain,
        origin_under(named, named.sites.endless_below, HostBound::below).value_or(""));
  if (named.sites.count > many_domains_count && named.sites.broad.empty())
    add(OriginClass::many_domains, kinds.domain);
  return classes;
}

std::vector<std::string> admitted_schemes(const Kinds& kinds) {
  std::vector<std::string> schemes;
  if (!kinds.secure.empty()) schemes.emplace_back("https");
  if (!kinds.plain.empty()) schemes.emplace_back("http");
  if (kinds.any_scheme)
    schemes.emplace_back("*");
  else
    schemes.insert(schemes.end(), kinds.custom_schemes.begin(), kinds.custom_schemes.end());
  return schemes;
}

std::string admitted_ports(const Kinds& kinds) {
  if (kinds.secure.empty() && kinds.plain.empty()) return {};
  if (kinds.ports >= any_port_count) return "any";
  if (kinds.port_list.size() < kinds.ports) return "many";
  std::string list = kinds.without_port ? "default" : "";
  for (const std::string& port : kinds.port_list) list += (list.empty() ? "" : ", ") + port;
  return list;
}

}  // namespace corslint::pattern
