#include "tenon/form/render/built_in_files.hpp"

#include <algorithm>
#include <array>

#include "tenon/form/render/canvas.hpp"

namespace tenon::form {

namespace {

constexpr std::array<std::string_view, 7> formats_of_files{"photo", "image", "signature",  "audio",
                                                           "video", "file",  "select_file"};

int rank_for_files(const element& asked, const tenon::renderer& of) {
  return asked.is_file && asked.format == of.format ? of.rank : not_applicable;
}

// A browser can be given no file back. A script that has it still takes the sentence away.
void field_of_file(const element& asked, canvas& to, literal takes) {
  to.begin_question(asked);
  if (const std::string_view chosen = to.typed(asked); !chosen.empty() && to.given(asked).problems.empty())
    to.raw("<p class=\"note again\">You chose '")
        .text(chosen)
        .raw("'. A page cannot keep a file: choose it again.</p>\n");
  to.raw("<input type=\"file\"").raw(takes).field_attributes(asked).raw(">\n").end_question();
}

}  // namespace

bool is_format_of_files(std::string_view format) noexcept {
  return std::ranges::find(formats_of_files, format) != formats_of_files.end();
}

namespace built_in {

int photo::test(const element& asked) { return rank_for_files(asked, renderer); }
void photo::render(const element& asked, canvas& to) {
  field_of_file(asked, to, " accept=\"image/*\" capture=\"environment\"");
}

int image::test(const element& asked) { return rank_for_files(asked, renderer); }
void image::render(const element& asked, canvas& to) { field_of_file(asked, to, " accept=\"image/*\""); }

int signature::test(const element& asked) { return rank_for_files(asked, renderer); }
void signature::render(const element& asked, canvas& to) {
  field_of_file(asked, to, " class=\"signature\" accept=\"image/*\"");
}

int audio::test(const element& asked) { return rank_for_files(asked, renderer); }
void audio::render(const element& asked, canvas& to) { field_of_file(asked, to, " accept=\"audio/*\""); }

int video::test(const element& asked) { return rank_for_files(asked, renderer); }
void video::render(const element& asked, canvas& to) { field_of_file(asked, to, " accept=\"video/*\""); }

int select_file::test(const element& asked) {
  return asked.is_file && (asked.format == renderer.format || asked.format == "file") ? renderer.rank : not_applicable;
}
void select_file::render(const element& asked, canvas& to) { field_of_file(asked, to, ""); }

}  // namespace built_in

}  // namespace tenon::form
