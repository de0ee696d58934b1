// Turns a public suffix list (https://publicsuffix.org/list/) into the constant arrays of
// public_suffix_tables.h.
//
// Each rule is cut into labels, which are put into a tree from the right. The tree is then numbered
// breadth first, so that one array of first children describes it whole, and the labels go into one
// pool in which equal labels share their bytes.

#include <cstdint>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <idn2.h>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

enum Section : std::uint8_t { unlisted, icann_domains, private_domains };

struct Node {
  std::map<std::string, Node> children;
  std::uint8_t name = unlisted;
  std::uint8_t wildcard = unlisted;
  std::uint8_t exception = 0;
};

struct List {
  Node root;
  std::string version;
};

struct Tables {
  std::string labels;
  std::vector<std::uint32_t> first_child;
  std::vector<std::uint32_t> label_offset;
  std::vector<std::uint32_t> label_length;
  std::vector<std::uint32_t> rules;
};

std::string to_ascii(const std::string& name) {
  char* ascii = nullptr;
  const int status = idn2_to_ascii_8z(name.c_str(), &ascii, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
  if (status != IDN2_OK) {
    throw std::runtime_error("cannot convert " + name + ": " + idn2_strerror(status));
  }
  std::string result{ascii};
  idn2_free(ascii);
  return result;
}

Node& node_of(Node& root, std::string_view name) {
  Node* node = &root;
  while (!name.empty()) {
    const std::size_t dot = name.rfind('.');
    const std::size_t start = dot == std::string_view::npos ? 0 : dot + 1;
    const std::string label{name.substr(start)};
    if (label.empty() || label == "*" || label.size() > 255) {
      throw std::runtime_error("label that the tree cannot hold in " + std::string{name});
    }
    node = &node->children[label];
    name = dot == std::string_view::npos ? std::string_view{} : name.substr(0, dot);
  }
  return *node;
}

void add_rule(Node& root, const std::string& rule, Section section) {
  if (rule.starts_with('!')) {
    node_of(root, to_ascii(rule.substr(1))).exception = 1;
  } else if (rule.starts_with("*.")) {
    node_of(root, to_ascii(rule.substr(2))).wildcard = section;
  } else {
    node_of(root, to_ascii(rule)).name = section;
  }
}

List read_list(const std::string& path) {
  std::ifstream in{path};
  if (!in) throw std::runtime_error("cannot open " + path);
  List list;
  Section section = unlisted;
  constexpr std::string_view version_mark = "// VERSION: ";
  // Lists from before 2024 carry no version, only the day on which the top-level domains were last
  // refreshed.
  constexpr std::string_view refresh_mark = "gtlds.json on ";
  for (std::string line; std::getline(in, line);) {
    if (line.find("===BEGIN ICANN DOMAINS===") != std::string::npos) section = icann_domains;
    if (line.find("===BEGIN PRIVATE DOMAINS===") != std::string::npos) section = private_domains;
    if (line.find("===END ") != std::string::npos) section = unlisted;
    if (line.starts_with(version_mark)) list.version = line.substr(version_mark.size());
    const std::size_t refresh = line.find(refresh_mark);
    if (refresh != std::string::npos && list.version.empty()) {
      list.version = line.substr(refresh + refresh_mark.size());
    }
    if (line.starts_with("//")) continue;
    const std::string rule = line.substr(0, line.find_first_of(" \t\r"));
    if (rule.empty()) continue;
    if (section == unlisted) throw std::runtime_error("a rule outside both sections: " + rule);
    add_rule(list.root, rule, section);
  }
  if (list.root.children.empty()) throw std::runtime_error("no rules in " + path);
  return list;
}

std::uint32_t pooled(std::string& pool, std::map<std::string, std::uint32_t>& places,
                     const std::string& label) {
  const auto [place, is_new] = places.try_emplace(label, static_cast<std::uint32_t>(pool.size()));
  if (is_new) pool += label;
  return place->second;
}

Tables tables_of(const Node& root) {
  Tables tables;
  std::map<std::string, std::uint32_t> places;
  const std::string no_label;
  std::deque<std::pair<const std::string*, const Node*>> waiting{{&no_label, &root}};
  std::uint32_t next_child = 1;
  while (!waiting.empty()) {
    const auto [label, node] = waiting.front();
    waiting.pop_front();
    tables.label_offset.push_back(pooled(tables.labels, places, *label));
    tables.label_length.push_back(static_cast<std::uint32_t>(label->size()));
    tables.rules.push_back(node->name | static_cast<std::uint32_t>(node->wildcard << 2U) |
                           static_cast<std::uint32_t>(node->exception << 4U));
    tables.first_child.push_back(next_child);
    next_child += static_cast<std::uint32_t>(node->children.size());
    for (const auto& [child_label, child] : node->children)
      waiting.emplace_back(&child_label, &child);
  }
  tables.first_child.push_back(next_child);
  if (next_child > UINT16_MAX) throw std::runtime_error("more nodes than 16 bits can number");
  return tables;
}

void write_array(std::ostream& out, std::string_view type, std::string_view name,
                 const std::vector<std::uint32_t>& values) {
  out << "constexpr std::array<" << type << ", " << values.size() << "> " << name << "{{";
  for (std::size_t i = 0; i < values.size(); ++i) {
    out << (i % 24 == 0 ? "\n    " : " ") << values[i] << ',';
  }
  out << "\n}};\n";
}

void write_pool(std::ostream& out, std::string_view pool) {
  out << "constexpr std::string_view labels =";
  for (std::size_t i = 0; i < pool.size(); i += 90) out << "\n    \"" << pool.substr(i, 90) << '"';
  out << ";\n";
}

void write_source(std::ostream& out, const List& list) {
  const Tables tables = tables_of(list.root);
  out << "// Written by public_suffix_generator from the public suffix list.\n"
         "#include \"rules/origin/public_suffix_tables.h\"\n\n"
         "#include <array>\n#include <cstdint>\n#include <string_view>\n\n"
         "namespace corslint {\nnamespace {\n\n";
  write_pool(out, tables.labels);
  write_array(out, "std::uint16_t", "first_child", tables.first_child);
  write_array(out, "std::uint32_t", "label_offset", tables.label_offset);
  write_array(out, "std::uint8_t", "label_length", tables.label_length);
  write_array(out, "std::uint8_t", "rules", tables.rules);
  out << "\n}  // namespace\n\n"
         "constinit const PublicSuffixTables public_suffix_tables{\""
      << list.version
      << "\", labels, first_child, label_offset, label_length, rules};\n\n"
         "}  // namespace corslint\n";
}

}  // namespace

int main(int argument_count, char** arguments) {
  try {
    if (argument_count != 3) throw std::runtime_error("usage: public_suffix_generator LIST OUTPUT");
    const List list = read_list(arguments[1]);
    std::ofstream out{arguments[2]};
    write_source(out, list);
    out.close();
    if (!out) throw std::runtime_error(std::string{"cannot write "} + arguments[2]);
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    std::cerr << "public_suffix_generator: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
