// A JSON text whose values can be walked, and that knows in which line each of them stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/json/document.hpp"
#include "tenon/json/wire.hpp"
#include "tenon/word/finding.hpp"

namespace boost::json {
class value;
}

namespace tenon::json {

enum class node_kind : std::uint8_t { null, boolean, number, text, list, object };

// "a number", for a sentence that says what was found.
[[nodiscard]] std::string_view described(node_kind kind) noexcept;

// One value of a tree, and no longer alive than it.
class node {
 public:
  explicit node(const boost::json::value& of) noexcept : of_(&of) {}

  [[nodiscard]] node_kind kind() const noexcept;
  [[nodiscard]] bool is_object() const noexcept { return kind() == node_kind::object; }
  [[nodiscard]] bool is_text() const noexcept { return kind() == node_kind::text; }

  // Empty, false and 0 where it is of another kind.
  [[nodiscard]] std::string_view text() const noexcept;
  [[nodiscard]] bool is_true() const noexcept;
  [[nodiscard]] std::size_t size() const noexcept;  // members or elements

  // In the order of the text; `i` is below size().
  [[nodiscard]] std::string_view key(std::size_t i) const noexcept;  // of an object
  [[nodiscard]] node operator[](std::size_t i) const noexcept;

  [[nodiscard]] std::optional<node> find(std::string_view key) const noexcept;
  // Where a JSON pointer leads from here; none where there is nothing, or that is no pointer.
  [[nodiscard]] std::optional<node> find_pointer(std::string_view pointer) const;
  // The same for the same value of the same tree, and for no other that is alive.
  [[nodiscard]] const void* identity() const noexcept { return of_; }
  [[nodiscard]] std::string as_json() const;

 private:
  friend class line_index;
  const boost::json::value* of_;
};

// Copies share what was parsed; reading is const and may be done from several threads.
class tree {
 public:
  // None, and findings say why, as json::document::parse does.
  [[nodiscard]] static std::optional<tree> parse(std::string_view text, const wire& how,
                                                 std::vector<finding>& findings);

  [[nodiscard]] node root() const noexcept;

 private:
  friend class line_index;
  explicit tree(document of) : of_(std::move(of)) {}
  document of_;
};

// The lines of a tree's values. Making one takes a walk over the whole text: for those who have something to say of it.
class line_index {
 public:
  explicit line_index(const tree& of);

  // From 1; of a member the line of its key. 0 for a node of another tree.
  [[nodiscard]] std::size_t line_of(const node& one) const noexcept;

 private:
  struct entry {
    const boost::json::value* value;
    std::size_t line;
  };
  std::vector<entry> entries_;  // sorted by value
};

}  // namespace tenon::json
