#include "rules/pattern/site_summary.h"

namespace corslint::pattern {

AdmittedSites summarize(const Examination& examination) {
  AdmittedSites summary;
  if (!examination.named) return summary;
  const Sites& sites = examination.named->sites;
  summary.domains = sites.domains;
  summary.count = sites.count;
  summary.counted = sites.counted;
  summary.more_suffixes = sites.more_broad;
  for (const BroadSuffix& broad : sites.broad) {
    if (broad.kind != BreadthKind::endless) continue;
    summary.finite = false;
    summary.suffixes.push_back(broad.suffix);
  }
  return summary;
}

}  // namespace corslint::pattern
