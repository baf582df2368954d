// One file of a ZIP file, unpacked piece by piece.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace tenon::form {

// Has the ZIP file open for itself, so that it goes on whatever becomes of the bundle that gave it.
class zip_entry {
 public:
  class source;
  zip_entry(std::unique_ptr<source> from, std::uint64_t size);
  ~zip_entry();
  zip_entry(zip_entry&&) noexcept;
  zip_entry& operator=(zip_entry&&) noexcept;

  // Unpacked, as the ZIP file says it; no more than that comes out of it.
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  // The next bytes, at most so many; empty at the end. Throws tenon::error where the packed bytes are damaged, which
  // may show behind the last of them alone.
  [[nodiscard]] std::string next(std::size_t most);
  // All of it.
  [[nodiscard]] std::string rest();

 private:
  std::unique_ptr<source> from_;
  std::uint64_t size_, got_ = 0;
};

}  // namespace tenon::form
