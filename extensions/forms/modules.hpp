// The scripts of a bundle, as pages import them where the program lets these run.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "tenon/form/plan/script_renderers.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon::form {
class bundle;
}  // namespace tenon::form

namespace tenon_forms {

// All of a bundle together may not be larger: they are kept in memory, so that a page has those of its own version.
inline constexpr std::size_t most_bytes_of_modules = std::size_t{64} << 20U;

class module_files {
 public:
  module_files() = default;  // none
  explicit module_files(const tenon::form::bundle& of);

  // Changes with any of them.
  [[nodiscard]] const std::string& digest() const noexcept { return digest_; }
  // Null where there is none.
  [[nodiscard]] const std::string* find(std::string_view path) const;
  // Adds the address, and to those whose module could not be read why.
  void complete(tenon::form::script_renderers& of, std::string_view form) const;

 private:
  std::string why_not(const std::string& module) const;

  std::map<std::string, std::string, std::less<>> texts_{}, unread_{};
  std::string digest_{};
};

// 404 also for the digest of another version: what lies at one address never changes.
[[nodiscard]] tenon::response module_file(const module_files& all, std::string_view digest, std::string_view path,
                                          const tenon::request& from);

}  // namespace tenon_forms
