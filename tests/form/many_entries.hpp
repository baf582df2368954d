// A ZIP file of very many empty files, which the library takes long to write.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace form_test {

// Whether the file says by 64 bits how many entries it has, or by 16 that are full.
enum class counted { by_64_bits, by_16_bits };

namespace detail {

inline void put(std::string& to, std::uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) to += static_cast<char>(number >> (8 * i) & 0xFFU);
}

}  // namespace detail

// app/0, app/1, and so on.
inline std::string many_entries(std::size_t count, counted how) {
  using detail::put;
  std::string files, directory;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string name = "app/" + std::to_string(i);
    const std::size_t at = files.size();
    files += "PK\x03\x04";
    files.append(22, '\0');  // stored at no time, without a checksum, nothing
    put(files, name.size(), 2);
    put(files, 0, 2);
    files += name;
    directory += "PK\x01\x02";
    directory.append(24, '\0');
    put(directory, name.size(), 2);
    directory.append(12, '\0');
    put(directory, at, 4);
    directory += name;
  }
  std::string end;
  if (how == counted::by_64_bits) {
    end += "PK\x06\x06";
    put(end, 44, 8);
    put(end, 45 | 45U << 16U, 4);
    put(end, 0, 8);
    put(end, count, 8);
    put(end, count, 8);
    put(end, directory.size(), 8);
    put(end, files.size(), 8);
    end += "PK\x06\x07";
    put(end, 0, 4);
    put(end, files.size() + directory.size(), 8);
    put(end, 1, 4);
  }
  end += "PK\x05\x06";
  put(end, 0, 4);
  put(end, 0xFFFF, 2);
  put(end, 0xFFFF, 2);
  put(end, directory.size(), 4);
  put(end, files.size(), 4);
  put(end, 0, 2);
  return files + directory + end;
}

}  // namespace form_test
