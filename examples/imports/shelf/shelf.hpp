#pragma once

#include <set>
#include <string_view>
#include <tenon/extension.hpp>

#include "contract.hpp"

struct shelf {
  static constexpr auto manifest = tenon::manifest{.name = "shelf", .version = "1.0.0", .doc = "Has books."};

  class exports {
   public:
    bool has(std::string_view title) { return titles_->contains(title); }

   private:
    using titles = std::set<std::string_view>;
    tenon::lazy<titles> titles_{[] { return titles{"Emma", "Persuasion"}; }};  // made when somebody looks for a book
  };
  static_assert(shelf_contract::Shelf<exports>);

  exports& exported() { return own_; }

 private:
  exports own_;
};
