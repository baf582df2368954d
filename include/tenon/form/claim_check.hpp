// Keys, names and formats that two entries want for themselves.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/form/extension_file.hpp"

namespace tenon::form {

// Who was the first of a level to claim a word.
struct claimant {
  std::string file, key;
};
using claimants = std::map<std::pair<claimed, std::string>, claimant>;

// Twice at one level is an error; a format or a name at two levels, under different keys, is a warning, for there the
// nearer one wins. That a form's key goes over one of the application is as it should be, and noted.
class claim_check {
 public:
  explicit claim_check(report& to) : to_(to) {}

  // All of these come before the first of a form.
  void application_file(const extension_file& file) { at_one_level(file, application_); }
  void form_file(const extension_file& file);

 private:
  void at_one_level(const extension_file& file, claimants& level);

  report& to_;
  claimants application_{};
};

}  // namespace tenon::form
