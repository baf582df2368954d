// What browsers tell of scripts of a bundle that fail there: nobody else sees it.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/form/plan/script_renderers.hpp"
#include "tenon/form/render/canvas.hpp"
#include "tenon/word/guarded.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon_forms {

class shelf;
struct ready_form;

// What pages of a form are offered to be drawn by scripts, and the data that pages begin with.
struct offered_scripts {
  tenon::form::script_renderers scripts{};
  tenon::form::form_init_data data{};
};

// Of what one browser tells at a time. Anybody may open a form, so anybody may tell: a little, of what there is, once.
inline constexpr std::size_t longest_told = 4096;

// Of the forms of one shelf, with which they go. Any thread.
class browser_failures {
 public:
  // The data of a form with them, as JSON.
  struct told_data {
    std::string json{}, tag{};
  };

  // False: the first of that kind, of that renderer of the form, is kept already, or there are too many.
  bool add(const ready_form& of, std::string_view kind, std::string_view renderer, tenon::form::load_error what);
  // Null where nothing was told of the form.
  [[nodiscard]] std::shared_ptr<const told_data> data_of(std::string_view form) const;

 private:
  static constexpr std::size_t most_of_a_form = 100;

  struct of_one_form {
    std::set<std::pair<std::string, std::string>> kinds{};  // of which renderer
    std::vector<tenon::form::load_error> errors{};
    std::shared_ptr<const told_data> data{};
  };
  tenon::guarded<std::map<std::string, of_one_form, std::less<>>> all_{};
};

// 204 for what a page of this server tells of a renderer that it was offered by this version of the bundle: the first
// of its kind is logged, and stands in the data of the form from then on. Throws tenon::error for anything else.
[[nodiscard]] tenon::response failure_told(const shelf& of, std::string_view name, const tenon::request& from,
                                           const tenon::log& log);

}  // namespace tenon_forms
