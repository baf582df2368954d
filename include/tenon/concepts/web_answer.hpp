// WebAnswer: what a handler may return.
#pragma once

#include <concepts>

#include "tenon/word/forward.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/task.hpp"

namespace tenon {

template <class R>
concept WebAnswer = std::same_as<R, response> || std::same_as<R, task<response>>;

// What `handle` may return: an answer, or to whom it is led on.
template <class R>
concept RouteAnswer = WebAnswer<R> || std::same_as<R, forward>;

}  // namespace tenon
