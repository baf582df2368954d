// Something is waited for that is no task, or that somebody keeps by its name.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct not_a_task_to_wait_for {};

}  // namespace tenon::diagnostic
