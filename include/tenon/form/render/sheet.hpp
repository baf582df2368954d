// A page of this server: what stands around whatever it is about. It holds no script and no style in its text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/render/canvas.hpp"
#include "tenon/word/literal.hpp"
#include "tenon/word/response.hpp"

namespace tenon::form {

//   sheet page("/forms/forms.css", "Forms");
//   page.begin_main("Forms").raw("<p>").text(foreign).raw("</p>\n");
//   return secured(response::html(page.end()));
class sheet {
 public:
  // `style_sheet` is a path; an `icon.svg` lies beside it. What is read out first stands before the title: `Wrong: `.
  sheet(literal style_sheet, std::string_view title, std::string_view before_title = {});
  sheet(const sheet&) = delete;
  sheet& operator=(const sheet&) = delete;

  // A module of this server, by its path: that page has to be secured with `scripts::of_this_server`.
  sheet& with_script(literal path);
  // A link back, before the content.
  sheet& with_way_back(literal path, literal words);
  canvas& begin_main(std::string_view title);
  // What a canvas has drawn already.
  void html(std::string_view drawn) { out_.append(drawn); }
  [[nodiscard]] std::string end();

 private:
  std::string out_{};
  std::vector<load_error> unused_{};
  canvas to_{{}, out_, unused_};
};

// What may run in a page. Those of this server are its files, and may ask nobody but it.
enum class scripts : std::uint8_t { none, of_this_server };

// With headers by which a page is what the server says and nothing else: no script and no style but the server's,
// nothing from elsewhere, sent nowhere else, and in no frame.
[[nodiscard]] response secured(response page, scripts may_run = scripts::none);

}  // namespace tenon::form
