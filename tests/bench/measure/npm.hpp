// Peers that come from npm.
#pragma once

#include <string>
#include <vector>

namespace bench {

// Puts packages into a folder, which is made. Empty, or why there is none of them.
std::string put_by_npm(const std::string& folder, const std::vector<std::string>& packages);

}  // namespace bench
