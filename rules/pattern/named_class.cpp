#include "rules/pattern/named_class.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "rules/origin/ascii.h"

namespace corslint::pattern {
namespace {

struct NamedClass {
  std::string_view name;
  CharacterClass characters;
};

constexpr CharacterClass control = between(0, 31) | one_of(127);
constexpr CharacterClass visible = between(33, 126);
constexpr CharacterClass punctuation_and_symbols = visible & ~(letters | digits);
constexpr CharacterClass symbols = any_of("$+<=>^`|~");
constexpr CharacterClass white_space = any_of(" \t\n\v\f\r");

constexpr std::array posix_classes = {
    NamedClass{"alnum", letters | digits},
    NamedClass{"alpha", letters},
    NamedClass{"ascii", every_character},
    NamedClass{"blank", any_of(" \t")},
    NamedClass{"cntrl", control},
    NamedClass{"digit", digits},
    NamedClass{"graph", visible},
    NamedClass{"lower", lower_letters},
    NamedClass{"print", visible | one_of(' ')},
    NamedClass{"punct", punctuation_and_symbols},
    NamedClass{"space", white_space},
    NamedClass{"upper", upper_letters},
    NamedClass{"word", word_characters},
    NamedClass{"xdigit", digits | any_of("abcdefABCDEF")},
};

constexpr std::array general_categories = {
    NamedClass{"C", control},
    NamedClass{"Cc", control},
    NamedClass{"Cf", {}},
    NamedClass{"Co", {}},
    NamedClass{"Cs", {}},
    NamedClass{"L", letters},
    NamedClass{"Ll", lower_letters},
    NamedClass{"Lm", {}},
    NamedClass{"Lo", {}},
    NamedClass{"Lt", {}},
    NamedClass{"Lu", upper_letters},
    NamedClass{"M", {}},
    NamedClass{"Mc", {}},
    NamedClass{"Me", {}},
    NamedClass{"Mn", {}},
    NamedClass{"N", digits},
    NamedClass{"Nd", digits},
    NamedClass{"Nl", {}},
    NamedClass{"No", {}},
    NamedClass{"P", punctuation_and_symbols & ~symbols},
    NamedClass{"Pc", one_of('_')},
    NamedClass{"Pd", one_of('-')},
    NamedClass{"Pe", any_of(")]}")},
    NamedClass{"Pf", {}},
    NamedClass{"Pi", {}},
    NamedClass{"Po", any_of("!\"#%&'*,./:;?@\\")},
    NamedClass{"Ps", any_of("([{")},
    NamedClass{"S", symbols},
    NamedClass{"Sc", one_of('$')},
    NamedClass{"Sk", any_of("^`")},
    NamedClass{"Sm", any_of("+<=>|~")},
    NamedClass{"So", {}},
    NamedClass{"Z", one_of(' ')},
    NamedClass{"Zl", {}},
    NamedClass{"Zp", {}},
    NamedClass{"Zs", one_of(' ')},
};

// Scripts of Unicode 14 without an ASCII member.
constexpr std::string_view other_scripts =
    " Adlam Ahom Anatolian_Hieroglyphs Arabic Armenian Avestan Balinese Bamum Bassa_Vah Batak "
    "Bengali Bhaiksuki Bopomofo Brahmi Braille Buginese Buhid Canadian_Aboriginal Carian "
    "Caucasian_Albanian Chakma Cham Cherokee Chorasmian Coptic Cuneiform Cypriot Cypro_Minoan "
    "Cyrillic Deseret Devanagari Dives_Akuru Dogra Duployan Egyptian_Hieroglyphs Elbasan Elymaic "
    "Ethiopic Georgian Glagolitic Gothic Grantha Greek Gujarati Gunjala_Gondi Gurmukhi Han Hangul "
    "Hanifi_Rohingya Hanunoo Hatran Hebrew Hiragana Imperial_Aramaic Inherited "
    "Inscriptional_Pahlavi Inscriptional_Parthian Javanese Kaithi Kannada Katakana Kayah_Li "
    "Kharoshthi Khitan_Small_Script Khmer Khojki Khudawadi Lao Lepcha Limbu Linear_A Linear_B Lisu "
    "Lycian Lydian Mahajani Makasar Malayalam Mandaic Manichaean Marchen Masaram_Gondi Medefaidrin "
    "Meetei_Mayek Mende_Kikakui Meroitic_Cursive Meroitic_Hieroglyphs Miao Modi Mongolian Mro "
    "Multani Myanmar Nabataean Nandinagari New_Tai_Lue Newa Nko Nushu Nyiakeng_Puachue_Hmong Ogham "
    "Ol_Chiki Old_Hungarian Old_Italic Old_North_Arabian Old_Permic Old_Persian Old_Sogdian "
    "Old_South_Arabian Old_Turkic Old_Uyghur Oriya Osage Osmanya Pahawh_Hmong Palmyrene "
    "Pau_Cin_Hau Phags_Pa Phoenician Psalter_Pahlavi Rejang Runic Samaritan Saurashtra Sharada "
    "Shavian Siddham SignWriting Sinhala Sogdian Sora_Sompeng Soyombo Sundanese Syloti_Nagri "
    "Syriac Tagalog Tagbanwa Tai_Le Tai_Tham Tai_Viet Takri Tamil Tangsa Tangut Telugu Thaana Thai "
    "Tibetan Tifinagh Tirhuta Toto Ugaritic Vai Vithkuqi Wancho Warang_Citi Yezidi Yi "
    "Zanabazar_Square ";

template <std::size_t Size>
std::optional<CharacterClass> find(const std::array<NamedClass, Size>& table,
                                   std::string_view name) {
  const auto* const found = std::find_if(
      table.begin(), table.end(), [&](const NamedClass& entry) { return entry.name == name; });
  if (found == table.end()) return std::nullopt;
  return found->characters;
}

CodePoints with_folding(CharacterClass ascii, bool capitals, bool small) {
  return {.ascii = ascii,
          .dotted_capital_i = capitals,
          .dotless_i = small,
          .long_s = small,
          .kelvin_sign = capitals};
}

std::optional<CodePoints> category_or_script(std::string_view name) {
  if (name == "L") return with_folding(letters, true, true);
  if (name == "Lu") return with_folding(upper_letters, true, false);
  if (name == "Ll") return with_folding(lower_letters, false, true);
  if (name == "Latin") return with_folding(letters, true, true);
  if (name == "Any") return with_folding(every_character, true, true);
  if (name == "Common") return CodePoints{.ascii = every_character & ~letters};
  if (const auto found = find(general_categories, name)) return CodePoints{.ascii = *found};
  const std::string spaced = " " + std::string{name} + " ";
  if (name.find(' ') == std::string_view::npos && !name.empty() &&
      other_scripts.find(spaced) != std::string_view::npos)
    return CodePoints{};
  return std::nullopt;
}

// Java names the POSIX classes as properties, and takes `Is` before categories and scripts.
std::optional<CodePoints> java_property(std::string_view name) {
  if (name == "ASCII") return CodePoints{.ascii = every_character};
  if (name == "XDigit") return CodePoints{.ascii = *posix_class("xdigit", Syntax::java)};
  constexpr std::array titled = {"Lower", "Upper", "Alpha", "Digit", "Alnum", "Punct",
                                 "Graph", "Print", "Blank", "Cntrl", "Space"};
  if (std::find(titled.begin(), titled.end(), name) != titled.end())
    return CodePoints{.ascii = *posix_class(ascii_lowered(name), Syntax::java)};
  if (name == "IsAlphabetic" || name == "IsLetter") return with_folding(letters, true, true);
  if (name == "IsLowercase") return with_folding(lower_letters, false, true);
  if (name == "IsUppercase") return with_folding(upper_letters, true, false);
  if (name == "IsDigit") return CodePoints{.ascii = digits};
  if (name == "javaLowerCase") return with_folding(lower_letters, false, true);
  if (name == "javaUpperCase") return with_folding(upper_letters, true, false);
  if (name == "javaLetter" || name == "javaAlphabetic") return with_folding(letters, true, true);
  if (name == "javaDigit") return CodePoints{.ascii = digits};
  if (name == "javaLetterOrDigit") return with_folding(letters | digits, true, true);
  if (name == "LC" || name == "LD")
    return CodePoints{.ascii = name == "LC" ? letters : letters | digits};
  if (name.starts_with("Is")) return category_or_script(name.substr(2));
  // A bare script name is no property in Java.
  return find(general_categories, name) ? category_or_script(name) : std::nullopt;
}

}  // namespace

std::optional<CharacterClass> posix_class(std::string_view name, Syntax syntax) {
  if (name == "space" && syntax == Syntax::java) return white_space;
  return find(posix_classes, name);
}

std::optional<CodePoints> unicode_property(std::string_view name, Syntax syntax) {
  if (syntax == Syntax::java) return java_property(name);
  if (syntax == Syntax::pcre && !name.empty() && name.size() <= 2 && is_ascii_alpha(name.front())) {
    std::string category = ascii_uppered(name.substr(0, 1)) + ascii_lowered(name.substr(1));
    if (category == "L&" || category == "Lc") category = "LC";
    return category == "LC" ? CodePoints{.ascii = letters} : category_or_script(category);
  }
  if (syntax == Syntax::ruby) {
    if (const auto found = find(posix_classes, ascii_lowered(name)))
      return CodePoints{.ascii = *found};
  }
  return category_or_script(name);
}

}  // namespace corslint::pattern
