// The table of figures.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/figure.hpp"

namespace bench {

struct chapter {
  std::string title;
  std::vector<figure> figures{};
};

std::string table_of(std::span<const chapter> chapters);

}  // namespace bench
