#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/read/document.h"
#include "lint/read/field_reading.h"
#include "lint/read/reader.h"

namespace corslint {

/// A value of a document with the way that leads to it. The root has no parent; the items of a list
/// have an index, the members of a table a key.
struct Place {
  const Value& value;
  const Place* parent = nullptr;
  const Member* member = nullptr;
  std::optional<std::size_t> index = {};
  bool is_below_native = false;     ///< whether its parent was read as a policy in the native form
  bool is_below_own_table = false;  ///< and whether all keys there are the policy's
};

/// The key that leads to a place; empty for the root and for the items of a list.
std::string_view key_of(const Place& place);

/// What is read, and what has been found so far.
struct PolicyReading {
  const SourceFile& file;
  const Document& document;
  const ReadOptions& options;
  std::string_view dialect =
      {};  ///< what the file as a whole tells about its enforcer; empty: nothing
  std::vector<Policy> policies = {};
};

/// One form in which policies are written: a product's, or the native one. The walk over the
/// document asks each shape in turn at every value, and the first that recognises the value reads
/// it, with everything in it unless there may be further policies there.
struct Shape {
  std::string_view name;
  bool (*recognises)(const Place&, const PolicyReading&) = nullptr;
  void (*read)(const Place&, PolicyReading&) = nullptr;
  bool holds_further = false;
};

/// All shapes, the most particular first.
std::span<const Shape* const> shapes();

extern const Shape cloudfront_shape;
extern const Shape traefik_shape;
extern const Shape s3_shape;
extern const Shape r2_shape;
extern const Shape gcs_shape;
extern const Shape azure_functions_shape;
extern const Shape functions_host_shape;
extern const Shape krakend_shape;
extern const Shape api_gateway_shape;
extern const Shape ingress_annotations_shape;
extern const Shape keycloak_shape;
extern const Shape static_headers_shape;
extern const Shape environment_variables_shape;
extern const Shape envoy_shape;
extern const Shape read_otherwise_shape;
extern const Shape native_shape;

/// Whether all keys of a table in the native form belong to the policy.
bool is_own_native_table(const Place& place, const PolicyReading& reading);

/// The dialect that a file's name and its outermost keys tell; empty where they tell nothing.
/// `appsettings.json` is ASP.NET's.
std::string_view dialect_of_document(const SourceFile& file, const Document& document);

/// The dialect that a table of the native form tells by the keys of its product, or by its own
/// name; empty where it tells nothing.
std::string_view dialect_of_table(const Place& place);

/// Makes of ABP's `App.CorsOrigins` what the applications that are made from its templates do.
void apply_abp_conventions(Policy& policy);

/// Tells Spring by `allowedOriginPatterns` with globs, where nothing else tells an enforcer.
void apply_spring_conventions(Policy& policy);

/// One key of a product's policy, spelled as the product does.
struct ShapeKey {
  std::string_view key;
  Field field;
};

/// The keys of a product's policy table. `others` are read by the product and mean nothing to a
/// policy.
struct ShapeKeys {
  std::span<const ShapeKey> fields;
  std::span<const std::string_view> others = {};
};

/// Whether a product matches its keys byte for byte or whatever their case.
enum class KeyCase { counts, does_not_count };

/// Reads every member of a policy table. A key that is not the product's becomes an unknown-key
/// irregularity.
void read_table(Policy& policy, const Value& table, const ShapeKeys& keys, KeyCase key_case,
                const ValueStyle& style);

/// How many members of a table are looked at for the sake of another place. No product's table has
/// more, and a file may hold any number of places that ask.
inline constexpr std::size_t most_members_beside = 256;

/// `find_member` among the first `most_members_beside` members.
const Member* find_beside(const Value& table, std::string_view key);

/// `has_any_key` among the first `most_members_beside` members.
bool has_any_key_beside(const Value& table, std::span<const std::string_view> keys);

/// Whether the table has one of these keys.
bool has_any_key(const Value& table, std::span<const std::string_view> keys);

/// A policy at that place with its format, dialect and name set; its span is the table's header or
/// key.
Policy policy_at(const Place& place, const PolicyReading& reading, std::string_view dialect,
                 std::string name);

/// The name that a place gives: its keys from the root, joined by dots, indexes in brackets; for
/// the root the file's name without its ending.
std::string path_name(const Place& place, const SourceFile& file);

}  // namespace corslint
