#include "measure/binary.hpp"

#include <filesystem>
#include <stdexcept>

#include "measure/process.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace bench {

double stripped_size(const std::string& program) {
  const tenon::testing::scratch_folder folder;
  const std::string stripped = folder.path("stripped");
  const finished done = run({{"strip", "-o", stripped, program}}, std::chrono::seconds(60));
  if (done.exit_code != 0) throw std::runtime_error("The program " + program + " cannot be stripped:\n" + done.output);
  return static_cast<double>(std::filesystem::file_size(stripped));
}

bool is_static(const std::string& program) {
  const finished done = run({{"ldd", program}}, std::chrono::seconds(60));
  if (done.output.find("not a dynamic executable") != std::string::npos) return true;
  if (done.exit_code != 0) throw std::runtime_error("ldd cannot tell what " + program + " is:\n" + done.output);
  return false;
}

}  // namespace bench
