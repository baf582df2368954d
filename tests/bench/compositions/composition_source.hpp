// Sources of programs of any size that do the same, once composed and once written by hand.
#pragma once

#include <string>

namespace bench {

// So many extensions, each with five listeners out of fifty events, settings of six fields, and a need of another one;
// settings are set by name, every event is emitted once, and the sum of what was heard is printed. Both print the same.
//
// The monolith does what the composition does: a listener that throws is logged and counted and stops nobody; who needs
// one that did not start is held, with a message that says why; neither of them hears anything, and what they miss is
// counted; every mistake in what is set is told at once, with the nearest name that there is; what has started stops in
// exact reverse. It finds a setting by one comparison for each, as it always has: a table of them would compile faster.
// What it does not do: take settings from a file or the environment, or list what it is made of.
std::string composed_source(int extensions);
std::string monolith_source(int extensions);

// 129 extensions with three needs each, to a depth of 96.
std::string deep_source();

}  // namespace bench
