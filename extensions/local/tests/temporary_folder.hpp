// A folder that is gone when the test is over.
#pragma once

#include <fstream>
#include <string>

#include "tenon/testing/scratch_folder.hpp"
#include "tenon/testing/text_of_file.hpp"

using tenon::testing::text_of_file;

class temporary_folder : public tenon::testing::scratch_folder {
 public:
  [[nodiscard]] std::string file(const std::string& name = "local.db") const { return path(name); }
};

inline void write_file(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}
