// What an extension needs: the name of another one, and which of its versions will do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace tenon {

enum class presence : std::uint8_t { required, optional };

// `.needs = {{"data", "1.x.x", tenon::optional}}`: a need like any other where data is there, and none where it is not.
inline constexpr presence optional = presence::optional;

struct need {
  std::string_view name;                // an extension, `extension_impl`, or `tenon` itself
  std::string_view versions = "x.x.x";  // a constraint; its grammar stands in composition/version.hpp
  tenon::presence presence = tenon::presence::required;
};

// A list with a fixed capacity keeps the manifest a literal type without an allocation. One need too many is counted,
// not stored, so that the composition can say so in a sentence instead of overrunning the list. What is stored has no
// defaults: a compiler writes out every one, in each copy of each manifest, and passes over what is zero.
class need_list {
 public:
  static constexpr std::size_t capacity = 16;  // needs

  constexpr need_list() = default;
  constexpr need_list(std::initializer_list<need> list) {
    for (const need& one : list) {
      if (size_ < capacity) {
        stored& to = items_[size_];
        to.name = one.name.data();
        to.versions = one.versions.data();
        to.name_size = one.name.size();
        to.versions_size = one.versions.size();
        to.presence = one.presence;
      }
      ++size_;
    }
  }

  // `{"data"}` where `{{"data"}}` is meant: what a list of texts says nobody can tell, and the composition says so.
  template <std::size_t... Size>
    requires(sizeof...(Size) != 0)
  constexpr need_list([[maybe_unused]] const char (&... texts)[Size]) : is_of_texts_(true) {}

  class iterator {
   public:
    constexpr iterator(const need_list& of, std::size_t at) : of_(&of), at_(at) {}
    [[nodiscard]] constexpr need operator*() const { return (*of_)[at_]; }
    constexpr iterator& operator++() {
      ++at_;
      return *this;
    }
    [[nodiscard]] constexpr bool operator==(const iterator&) const = default;

   private:
    const need_list* of_;
    std::size_t at_;
  };

  [[nodiscard]] constexpr bool is_of_texts() const { return is_of_texts_; }
  [[nodiscard]] constexpr std::size_t size() const { return size_ < capacity ? size_ : capacity; }
  [[nodiscard]] constexpr bool overflows() const { return size_ > capacity; }
  [[nodiscard]] constexpr need operator[](std::size_t i) const {
    const stored& one = items_[i];
    return {{one.name, one.name_size}, {one.versions, one.versions_size}, one.presence};
  }
  [[nodiscard]] constexpr iterator begin() const { return {*this, 0}; }
  [[nodiscard]] constexpr iterator end() const { return {*this, size()}; }

 private:
  struct stored {
    const char *name, *versions;
    std::size_t name_size, versions_size;
    tenon::presence presence;
  };
  stored items_[capacity]{};
  std::size_t size_ = 0;
  bool is_of_texts_ = false;
};

}  // namespace tenon
