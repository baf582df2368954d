// Renderers: what draws the questions of forms.
#pragma once

#include <string_view>

namespace tenon {

// A renderer is a type with a constant that says what it draws, and a function that draws it:
//   struct stars {
//     static constexpr auto renderer = tenon::renderer{.format = "stars", .doc = "One to five stars."};
//     static void render(const tenon::form::element& asked, tenon::form::canvas& to);
//   };
// With `static int test(const tenon::form::element& asked)` it says itself how well it fits: a rank, or
// tenon::not_applicable. Without, it has its rank where the question has its format.
struct renderer {
  std::string_view format;  // may be empty where there is a test
  int rank = 5;             // the highest draws; at the same rank an extension goes before what is built in
  std::string_view doc = "";
};
// As a rank: it draws no such question.
inline constexpr int not_applicable = -1;

// What an extension draws: `using renderers = tenon::renderers<stars, custom_date>;`.
template <class... Renderers>
struct renderers {};

}  // namespace tenon
