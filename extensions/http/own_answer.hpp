// What the door answers by itself: {"error": the status in words, "message": a sentence}.
#pragma once

#include <string>

#include "refusal.hpp"
#include "tenon/word/response.hpp"

namespace tenon::http1 {

[[nodiscard]] response refusal_answer(refusal why);
// In place of an answer that cannot be sent.
[[nodiscard]] response failure_answer();

// Why a handler's answer cannot be sent; empty: it can. Part of a sentence for the log, names included.
[[nodiscard]] std::string fault_of(const response& answer, bool switches = false);

}  // namespace tenon::http1
