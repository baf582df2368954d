#include "measure/npm.hpp"

#include <chrono>
#include <filesystem>

#include "measure/process.hpp"

namespace bench {

std::string put_by_npm(const std::string& folder, const std::vector<std::string>& packages) {
  if (!is_installed("npm")) return "npm is missing.";
  std::filesystem::create_directories(folder);
  std::vector<std::string> words{"npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder};
  words.insert(words.end(), packages.begin(), packages.end());
  const finished got = run({words}, std::chrono::minutes(2));
  return got.exit_code == 0 ? "" : "npm gave " + got.output.substr(0, 200);
}

}  // namespace bench
