// A page of this server: what stands around whatever it is about. It holds no script and no style of its own.
#pragma once

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
  // `style_sheet` is a path. What is read out first stands before the title: `Wrong: `.
  sheet(literal style_sheet, std::string_view title, std::string_view before_title = {});
  sheet(const sheet&) = delete;
  sheet& operator=(const sheet&) = delete;

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

// With headers by which a page is what the server says and nothing else: no script, no style but its own, nothing from
// elsewhere, sent nowhere else, and in no frame.
[[nodiscard]] response secured(response page);

}  // namespace tenon::form
