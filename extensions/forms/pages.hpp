// The pages around forms. They hold no script and no style of their own: docs/forms.md.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "shelf.hpp"
#include "tenon/word/literal.hpp"

namespace tenon_forms {

inline constexpr tenon::literal style_sheet = "/forms/forms.css";

// Where a form is, as a part of a URL.
[[nodiscard]] std::string link_to(std::string_view form);

[[nodiscard]] std::string list_page(const std::map<std::string, ready_form, std::less<>>& all, bool has_bundle);

// `drawn` is HTML. What became of what was sent, `Wrong: `, stands before the title, because that is read out first.
[[nodiscard]] std::string form_page(std::string_view title, std::string_view description, std::string_view drawn,
                                    std::string_view fate = {});

// What was not found or not taken: a heading and a sentence.
[[nodiscard]] std::string plain_page(std::string_view title, std::string_view sentence);
[[nodiscard]] std::string who_are_you_page(bool can_log_in);
// What was taken: the same, and a way on to the form.
[[nodiscard]] std::string sent_page(const ready_form& of, std::string_view sentence);

}  // namespace tenon_forms
