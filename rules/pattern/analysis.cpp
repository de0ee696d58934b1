// A pattern is read, turned into an automaton and examined; the judgements about it are made in the
// order of their weight. Where it is too broad and a repair was proved, everything else is judged
// on the repaired pattern: what only follows from the main mistake is not said twice.

#include "rules/pattern/analysis.h"

#include <algorithm>
#include <utility>

#include "rules/pattern/admitted_classes.h"
#include "rules/pattern/backtracking.h"
#include "rules/pattern/dead_alternatives.h"
#include "rules/pattern/findings.h"
#include "rules/pattern/site_summary.h"
#include "rules/pattern/unreachable_cause.h"

namespace corslint {
namespace {

using pattern::Examination;
using pattern::ParseStatus;
using pattern::PatternReading;

class Analyst {
 public:
  explicit Analyst(const PatternQuery& query)
      : query_{query}, reading_{pattern::read_pattern(query)}, confirmation_{query_, reading_} {}

  PatternAnalysis analyze() {
    if (!read()) return std::move(result_);
    result_.states = reading_.automaton->size();
    examination_ = examine(*reading_.automaton, &reading_.parsed.tree, pattern::Depth::everything);
    if (!examination_.too_deep.empty()) {
      undecided(examination_.too_deep);
      return std::move(result_);
    }
    describe();
    decide();
    add_idle_alternatives();
    add_blowup();
    return std::move(result_);
  }

 private:
  void add(PatternFindingKind kind, ByteRange range, std::string message) {
    result_.findings.push_back({.kind = kind,
                                .range = range,
                                .witness = {},
                                .repaired = {},
                                .message = std::move(message)});
  }

  void undecided(std::string reason) {
    result_.verdict = Verdict::undecided;
    result_.reason = reason;
    add(PatternFindingKind::undecided, pattern::whole(query_), std::move(reason));
  }

  void unverifiable(std::string construct, ByteRange range) {
    result_.verdict = Verdict::unverifiable;
    result_.reason = construct;
    add(PatternFindingKind::unverifiable, range, std::move(construct));
  }

  // Where the offending construct stands; one character, or nothing at the very end.
  ByteRange offending() const {
    const std::size_t begin = std::min<std::size_t>(reading_.parsed.offset, query_.pattern.size());
    return {begin, std::min(begin + 1, query_.pattern.size())};
  }

  bool read() {
    switch (reading_.parsed.status) {
      case ParseStatus::rejected:
        result_.verdict = Verdict::rejected;
        result_.reason = reading_.parsed.message;
        add(PatternFindingKind::invalid, offending(), reading_.parsed.message);
        return false;
      case ParseStatus::unverifiable:
        unverifiable(reading_.parsed.message, offending());
        return false;
      case ParseStatus::too_deep:
        undecided(reading_.parsed.message);
        return false;
      case ParseStatus::parsed:
        break;
    }
    if (!reading_.automaton) undecided("more than 1,500,000 states or 5,000,000 steps");
    if (pattern::exceeds_engine(query_, reading_)) {
      result_.verdict = Verdict::rejected;
      result_.reason = "pattern too large: its program takes more than RE2's 8 MB";
      add(PatternFindingKind::invalid, pattern::whole(query_), result_.reason);
      return false;
    }
    return reading_.automaton.has_value();
  }

  void describe() {
    result_.schemes = admitted_schemes(examination_.kinds);
    result_.ports = admitted_ports(examination_.kinds);
    result_.sites = summarize(examination_);
  }

  void decide() {
    if (examination_.admits_nothing()) return decide_unreachable();
    if (reading_.parsed.tree.referring) return unverifiable("a back-reference", reference());
    pattern::Case judged{query_, reading_, examination_, confirmation_};
    if (!examination_.too_broad()) {
      result_.verdict = examination_.admits_more_than_local() ? Verdict::fine : Verdict::local_only;
      result_.classes = admitted_classes(examination_, std::nullopt);
      append(judge_rest(judged));
      return;
    }
    // The pattern without its atomic parts admits more than the pattern does.
    if (reading_.parsed.tree.relaxed)
      return unverifiable("an atomic group or a possessive quantifier", pattern::whole(query_));
    pattern::BreadthJudgement judgement = judge_breadth(judged);
    if (!judgement.confirmed)
      return undecided("the matcher and the automaton disagree about an example");
    result_.verdict = Verdict::too_broad;
    result_.classes = admitted_classes(examination_, judgement.breadth);
    append(std::move(judgement.findings));
    judge_remainder(judgement.repaired);
  }

  void append(std::vector<PatternFinding> findings) {
    for (PatternFinding& finding : findings) result_.findings.push_back(std::move(finding));
  }

  // Positions in the repaired pattern are not those of the query.
  void judge_remainder(const std::string& repaired) {
    if (repaired.empty()) return;
    PatternQuery query = query_;
    query.pattern = repaired;
    const PatternReading reading = pattern::read_pattern(query);
    if (!reading.automaton) return;
    Examination examination =
        examine(*reading.automaton, &reading.parsed.tree, pattern::Depth::everything);
    pattern::Confirmation confirmation{query, reading};
    pattern::Case judged{query, reading, examination, confirmation};
    for (PatternFinding& finding : judge_rest(judged)) {
      finding.range = pattern::whole(query_);
      result_.findings.push_back(std::move(finding));
    }
  }

  ByteRange reference() const {
    for (const pattern::Node& node : reading_.parsed.tree.nodes)
      if (node.kind == pattern::NodeKind::reference) return {node.begin, node.end};
    return pattern::whole(query_);
  }

  void decide_unreachable() {
    result_.verdict = Verdict::unreachable;
    result_.reason = unreachable_cause(*reading_.automaton, reading_.parsed.tree);
    add(PatternFindingKind::no_origin, pattern::whole(query_), result_.reason);
  }

  void add_idle_alternatives() {
    if (result_.verdict != Verdict::fine && result_.verdict != Verdict::too_broad &&
        result_.verdict != Verdict::local_only)
      return;
    const pattern::Product* web = examination_.web ? &*examination_.web : nullptr;
    for (const pattern::IdleAlternative& idle : idle_alternatives(query_, reading_, web))
      add(PatternFindingKind::dead_alternative, idle.range,
          idle.redundant ? "the other alternatives match all that it matches"
                         : "no origin matches it");
  }

  void add_blowup() {
    const auto blowup = find_blowup(query_, reading_);
    if (!blowup) return;
    result_.findings.push_back({.kind = PatternFindingKind::catastrophic_backtracking,
                                .range = blowup->range,
                                .witness = blowup->attack(),
                                .repaired = {},
                                .message = blowup->exponential ? "exponential" : "polynomial"});
  }

  const PatternQuery& query_;
  PatternReading reading_;
  pattern::Confirmation confirmation_;
  Examination examination_;
  PatternAnalysis result_;
};

}  // namespace

PatternAnalysis analyze(const PatternQuery& query) {
  return Analyst{query}.analyze();
}

}  // namespace corslint
