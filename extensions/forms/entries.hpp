// How many entries the lists of a form have, by what was sent.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/form/plan/form_plan.hpp"

namespace tenon_forms {

// Names of fields, and what they say, in their order.
using sent_pairs = std::vector<std::pair<std::string, std::string>>;

// What somebody wants to have done to a list, without sending the form: the names of the buttons that say so. `add`
// has the name of a list, `remove` that of an entry.
inline constexpr std::string_view add_button = "add", remove_button = "remove";

// Takes the entry away, `/list/1`: those behind it move up.
void remove_entry(std::string_view entry, sent_pairs& from);

// The plan with the entries that were sent, and one more of the list `add`: as many as the list says; where a client
// says nothing about that, those that are there without a gap. No more than the plan allows. Names of questions of the
// one that is `added` begin so; empty where none is.
[[nodiscard]] std::shared_ptr<const tenon::form::form_plan> with_sent_entries(const tenon::form::form_plan& plan,
                                                                              const sent_pairs& all,
                                                                              std::string_view add, std::string& added);

// What is wrong with what was said about the number of entries; empty: nothing.
[[nodiscard]] std::string entries_problem(const tenon::form::element& list, const std::vector<std::string>& typed);

}  // namespace tenon_forms
