// What was sent as pages, for administrators.
#pragma once

#include <span>
#include <string>

#include "observation.hpp"
#include "shelf.hpp"

namespace tenon_forms {

// A table, the newest first: a column for each property at the top of the schema that there is now, in its order, and
// in it no more than the beginning of a long value. `is_more`: there are older ones.
[[nodiscard]] std::string observations_page(const ready_form& of, std::span<const observation> all, bool is_more);

// One of them, whole: what it says to each question of the form that there is now, its files, and all of it as JSON.
[[nodiscard]] std::string observation_page(const ready_form& of, const observation& one,
                                           std::span<const kept_file> files = {});

}  // namespace tenon_forms
