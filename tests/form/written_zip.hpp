// A ZIP file written for a test, well-formed or not.
#pragma once

#include <minizip/zip.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "tenon/testing/scratch_folder.hpp"

namespace form_test {

inline constexpr mode_t plain_file = S_IFREG | 0644, symbolic_link = S_IFLNK | 0777;

class written_zip {
 public:
  written_zip() : path_(std::filesystem::path(folder_.path()) / "bundle.zip"), zip_(zipOpen64(path_.c_str(), 0)) {
    if (!zip_) throw std::runtime_error("no ZIP file could be made");
  }

  written_zip& add(std::string_view path, std::string_view text = {}, mode_t mode = plain_file) {
    constexpr unsigned long made_by_unix = 3U << 8U;
    zip_fileinfo info{};
    info.external_fa = static_cast<unsigned long>(mode) << 16U;
    const bool is_open = zipOpenNewFileInZip4_64(zip_.get(), std::string(path).c_str(), &info, nullptr, 0, nullptr, 0,
                                                 nullptr, Z_DEFLATED, Z_BEST_SPEED, 0, -MAX_WBITS, DEF_MEM_LEVEL,
                                                 Z_DEFAULT_STRATEGY, nullptr, 0, made_by_unix, 0, 0) == ZIP_OK;
    if (!is_open || zipWriteInFileInZip(zip_.get(), text.data(), static_cast<unsigned>(text.size())) != ZIP_OK ||
        zipCloseFileInZip(zip_.get()) != ZIP_OK)
      throw std::runtime_error("an entry could not be written");
    return *this;
  }

  // The finished file.
  std::filesystem::path path() {
    zip_.reset();
    return path_;
  }

  // The finished file's bytes, and other ones in their place.
  std::string bytes() {
    std::ifstream stream(path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  void bend(std::string_view bytes) { std::ofstream(path(), std::ios::binary | std::ios::trunc) << bytes; }

 private:
  struct close {
    void operator()(zipFile file) const noexcept { zipClose(file, nullptr); }
  };
  tenon::testing::scratch_folder folder_;
  std::filesystem::path path_;
  std::unique_ptr<std::remove_pointer_t<zipFile>, close> zip_;
};

}  // namespace form_test
