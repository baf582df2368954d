// Putting places in order while compiling. A compiler makes ten calls of each step of std::sort and remembers them all,
// and sorting is most of what it does for a composition of hundreds.
#pragma once

#include <cstddef>

namespace tenon {

// Sorts the first `count` of `places` by `comes_first(a, b)`; those of which neither comes first stay as they were.
// `Most` is the size of the arrays, of which `spare` is overwritten.
template <std::size_t Most, class ComesFirst>
constexpr void sort_places(std::size_t (&places)[Most], std::size_t (&spare)[Most], std::size_t count,
                           ComesFirst comes_first) {
  std::size_t *from = places, *to = spare;
  for (std::size_t width = 1; width < count; width *= 2) {
    for (std::size_t begin = 0; begin < count; begin += 2 * width) {
      const std::size_t middle = begin + width < count ? begin + width : count;
      const std::size_t end = middle + width < count ? middle + width : count;
      std::size_t left = begin, right = middle;
      for (std::size_t at = begin; at < end; ++at)
        to[at] =
            right == end || (left < middle && !comes_first(from[right], from[left])) ? from[left++] : from[right++];
    }
    std::size_t* const done = to;
    to = from;
    from = done;
  }
  if (from != places)
    for (std::size_t i = 0; i < count; ++i) places[i] = from[i];
}

}  // namespace tenon
