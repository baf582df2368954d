// Who draws an element, as JsonForms decides it.
#pragma once

#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/form/render/canvas.hpp"
#include "tenon/form/render/renderer_row.hpp"

namespace tenon::form {

// The highest rank draws; at the same rank one of an extension goes before what is built in. Of two extensions whose
// tests say the same rank the first in start order draws, and an error says so; whose formats are known when the
// program is built does not compile then.
class resolution {
 public:
  resolution(std::span<const renderer_row> brought, std::vector<load_error>& errors)
      : brought_(brought), errors_(errors) {}

  // Null: nobody does.
  [[nodiscard]] const renderer_row* for_element(const element& asked);
  // Some extension says that it draws this format.
  [[nodiscard]] bool has_brought(std::string_view format) const noexcept;

 private:
  void complain_of_tie(const renderer_row& winner, const renderer_row& other, std::string_view format);

  std::span<const renderer_row> brought_;
  std::vector<load_error>& errors_;
  std::set<std::pair<const renderer_row*, const renderer_row*>> told_{};
};

}  // namespace tenon::form
