// What was sent as pages, for administrators.
#pragma once

#include <span>
#include <string>

#include "observation.hpp"
#include "shelf.hpp"

namespace tenon_forms {

// As many as stand on a page, the newest first.
struct observation_part {
  std::span<const observation> observations{};
  bool is_newest = true;   // there are no newer ones
  bool has_older = false;  // and there are older ones
};

// A table: a column for each property at the top of the schema that there is now, in its order, and in it no more than
// the beginning of a long value.
[[nodiscard]] std::string observations_page(const ready_form& of, const observation_part& part);

// One of them, whole: what it says to each question of the form that there is now, its files, and all of it as JSON.
[[nodiscard]] std::string observation_page(const ready_form& of, const observation& one,
                                           std::span<const kept_file> files = {});

}  // namespace tenon_forms
