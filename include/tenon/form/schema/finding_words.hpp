// What a validator finds, in words for whoever filled a form.
#pragma once

#include <string>
#include <vector>

#include "tenon/form/schema/schema_check.hpp"

namespace tenon::form {

class finding_words {
 public:
  // `way` begins with the root; each step behind stands in square brackets.
  void add(const std::vector<std::string>& way, const std::string& description);

  // Without those that only say that something further inside is wrong. Of very many the first, and one behind them,
  // about all of the data, that there are more: whoever may pass over some cannot take them for all.
  [[nodiscard]] std::vector<data_finding> all() const;

 private:
  struct found {
    data_finding one{};
    bool is_about_inside = false;
  };
  std::vector<found> all_{};
  bool are_more_ = false;
};

}  // namespace tenon::form
