// WebAnswer: what a handler may return.
#pragma once

#include <concepts>

#include "tenon/word/response.hpp"
#include "tenon/word/task.hpp"

namespace tenon {

template <class R>
concept WebAnswer = std::same_as<R, response> || std::same_as<R, task<response>>;

}  // namespace tenon
