#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "rules/pattern/syntax.h"

namespace corslint {

struct EntryMeaning;
struct Exchange;
struct Policy;
struct Response;
struct StartFailure;

/// How the request's Origin is compared with a plain entry of the list.
enum class OriginComparison {
  exact,          ///< byte for byte
  entry_lowered,  ///< the entry is lowered first, the Origin is not
  both_lowered,   ///< ASCII case does not count
};

/// What `*` inside an entry (not alone) means.
enum class GlobSupport {
  none,       ///< nothing: the entry is compared as it stands and matches no origin
  one_label,  ///< `*` stands for one label of letters, digits and hyphens
  any_run,    ///< one `*` stands for any run of characters, dots and ports included, the empty one
              ///< too
  any_subdomain,  ///< `*.` stands for any labels below the name behind it
};

/// What becomes of `*` as an origin together with credentials.
enum class WildcardWithCredentials {
  sends_wildcard,  ///< `Access-Control-Allow-Origin: *` with credentials: browsers refuse it
  reflects,  ///< every origin is answered with its own name: any site reads with the user's cookies
  reflects_in_part,     ///< reflects in preflights and where a cookie is sent, else sends `*`
  refuses_to_start,     ///< the program or deployment fails
  credentials_dropped,  ///< `*` is sent without `Access-Control-Allow-Credentials`
};

/// Whom an empty list of origins, with no pattern, admits.
enum class EmptyOrigins { nobody, everybody, refused };

/// What `*` does in a list of methods or header names.
enum class NameWildcard {
  literal,   ///< sent as it stands: a wildcard to browsers, but only without credentials
  mirrored,  ///< answered with what the preflight asks for
  mirrored_with_credentials,  ///< mirrored with credentials, literal without
  everything,                 ///< a fixed list of all the usual names
  dropped_with_credentials,   ///< literal without credentials, not sent at all with them
  not_supported,              ///< taken as a name: it permits nothing
};

/// Whether the answer names `Vary: Origin` where it depends on the origin. It is not needed where
/// no answer does.
enum class VaryBehaviour { always, never, when_asked, not_needed };

/// Whether methods that need no permission in browsers must still be listed, because the enforcer
/// checks actual requests too.
enum class MethodCheck { preflight_only, actual_requests_too };

/// What becomes of the lists of methods and header names in a preflight: sent as they stand for the
/// browser to judge, or compared with what the preflight asks for, which then has to be listed.
enum class NameCheck { left_to_browser, compared };

/// The program that enforces a policy, as far as rules need to know it: how it compares, what it
/// answers, what it refuses. The texts complete a message: each is a sentence without its full
/// stop, about what this enforcer does. Facts and their sources are beside each enforcer's
/// constant.
struct Enforcer {
  /// How its answers are found; see exchange.h. Both have no state.
  using AnswerFunction = Response (*)(const Exchange&);
  using StartFailureFunction = std::optional<StartFailure> (*)(const Policy&);
  using EntryFunction = EntryMeaning (*)(std::string_view entry, const Policy&);

  std::string_view name;     ///< the dialect, as `--dialect` spells it
  std::string_view since;    ///< the first version that behaves so; empty: every version known
  std::string_view title;    ///< what people call it
  std::string_view summary;  ///< where its policies live

  OriginComparison comparison = OriginComparison::exact;
  GlobSupport glob = GlobSupport::none;

  /// The language of its origin patterns, and how much of the origin one must match; without a
  /// language it has no patterns.
  std::optional<Syntax> pattern_syntax = {};
  MatchMode pattern_mode = MatchMode::full;
  LetterCase pattern_case = LetterCase::sensitive;

  WildcardWithCredentials wildcard_with_credentials = WildcardWithCredentials::sends_wildcard;
  std::string_view wildcard_with_credentials_text;

  EmptyOrigins empty_origins = EmptyOrigins::nobody;
  std::string_view empty_origins_text;

  /// What it does with one string where it reads a list; empty where a string is what it reads.
  std::string_view string_as_list_text;

  /// Whether one string is one entry to it, so that a string does as well where there is one value.
  bool string_is_one_entry = false;

  /// Whether its methods and exposed names become one text, so that a string does for several, too.
  bool joins_names = false;

  /// Whether every origin is a switch beside the list (`AllowAnyOrigin`, `origin: true`); elsewhere
  /// it is `*` in the list.
  bool has_origin_switch = false;

  NameWildcard method_wildcard = NameWildcard::literal;
  NameWildcard header_wildcard = NameWildcard::literal;
  NameWildcard exposed_wildcard = NameWildcard::literal;
  MethodCheck method_check = MethodCheck::preflight_only;

  NameCheck name_check = NameCheck::compared;

  /// The methods that it takes at all; empty: any token.
  std::span<const std::string_view> methods = {};

  VaryBehaviour vary = VaryBehaviour::always;

  /// Whether credentials are a setting of its policies at all; where not, rules about them stay
  /// silent.
  bool has_credentials = true;

  /// Whether it is a store of objects, whose policies are in force wherever their file lies.
  bool is_store = false;

  /// Whether blanks around the entries of a list are cut off before they are compared.
  bool trims_entries = false;

  /// Whether `-1` as max-age has a meaning of its own (the header is not sent, or caching is off).
  bool negative_max_age_allowed = false;

  /// Whether one `*` inside a header name is a prefix or suffix match instead of a literal.
  bool header_globs = false;

  /// Whether an entry among header names is read as one among origins is, patterns included.
  bool header_patterns = false;

  /// Whether it permits the safelisted request header names, Content-Type among them, whatever the
  /// list says.
  bool adds_safelisted_headers = false;

  /// Whether its one list of header names is that of the readable response headers too.
  bool exposes_allowed_headers = false;

  /// What it does with a policy without methods; empty: it takes it.
  std::string_view missing_methods_text = {};

  /// What it does with an origin or header name that holds more than one `*`; empty: nothing
  /// particular.
  std::string_view several_globs_text = {};

  /// Whether `${NAME}` and `{{ ... }}` in its files are expanded before the policy is read.
  bool expands_templates = false;

  /// Whether `*` inside an entry has its meaning only where the policy switches that on
  /// (`Policy::origin_globs`).
  bool globs_are_optional = false;

  /// What one entry of the list of origins means, where that does not follow from `comparison` and
  /// `glob`.
  EntryFunction entry_meaning = nullptr;

  /// What one entry of the list of patterns means, where that does not follow from
  /// `pattern_syntax`, `pattern_mode` and `pattern_case`.
  EntryFunction pattern_meaning = nullptr;

  /// Why the program refuses the policy when it starts or loads it; absent: it takes every policy.
  StartFailureFunction start_failure = nullptr;

  /// The status and headers with which a request is answered.
  AnswerFunction answer = nullptr;

  /// What it forgives in an entry, where `comparison` does not say it all, as the rest of a
  /// sentence that begins with its name: "forgives letter case and one slash at the end".
  std::string_view comparison_text = {};

  /// Whether credentials are allowed where the policy does not say.
  bool credentials_by_default = false;

  /// Whether every origin is admitted where the policy has no list of origins and no pattern.
  bool everyone_by_default = false;

  /// How its facts are known: which versions were run, and in which sources the others were read.
  std::string_view evidence = {};
};

/// Every enforcer with every version that behaves differently, the newest of each name first.
std::span<const Enforcer* const> enforcers();

/// The enforcer for a dialect as a policy or `--dialect` names it: `name` for the newest version,
/// `name@version` for the one that this version behaves like; `fastapi` is `starlette`, `django` is
/// `django-cors-headers`. None for a name that is not known, or what is no version behind `@`.
const Enforcer* find_enforcer(std::string_view dialect);

/// The enforcer of the native form where nothing tells more: exact comparison, whole-origin
/// patterns, `*` sent as it stands.
const Enforcer& generic_enforcer();

/// The dialect's name nearest to `dialect`, for a suggestion; empty if nothing is near.
std::string_view nearest_dialect(std::string_view dialect);

/// Every name that `find_enforcer` knows, without versions, sorted.
std::vector<std::string_view> dialect_names();

}  // namespace corslint
