#include "report/conclusion.hpp"

#include <map>

namespace bench {

namespace {

std::string line_of(const chapter& in, const figure& one) {
  return "  " + in.title + ": " + one.what + (one.peer.empty() ? "" : ", beside " + one.peer) + "\n";
}

}  // namespace

conclusion conclude(std::span<const chapter> chapters, bool strict) {
  std::string counted, timed;
  std::map<std::string, std::string> unmeasured;  // by what was in the way
  for (const chapter& part : chapters)
    for (const figure& one : part.figures) {
      if (one.judge() == verdict::missed) (one.by == evidence::counted ? counted : timed) += line_of(part, one);
      if (one.judge() != verdict::not_measured) continue;
      for (const std::string& trouble : {one.ours.trouble, one.theirs.trouble})
        if (!trouble.empty()) unmeasured[trouble] += line_of(part, one);
    }
  conclusion out{{}, counted.empty() && unmeasured.empty() && (timed.empty() || !strict)};
  for (const auto& [trouble, lines] : unmeasured) out.text += "Not measured: " + trouble + "\n" + lines;
  if (!counted.empty()) out.text += "Missed:\n" + counted;
  if (!timed.empty())
    out.text += "Missed, but timed: whatever else the machine did counts in. Try again when it is quiet.\n" + timed;
  if (out.text.empty()) out.text = "Every figure is met.\n";
  return out;
}

}  // namespace bench
