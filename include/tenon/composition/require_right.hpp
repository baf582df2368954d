// Rights, where an extension calls a function for somebody.
#pragma once

#include "tenon/word/actor.hpp"
#include "tenon/word/function.hpp"
#include "tenon/word/passport.hpp"

namespace tenon::detail {

// Null: nobody is known. Throws a tenon::error, `missing_token` or `access_denied`, where they may not.
void require_right(const passport* who, const function& of);
// The system may.
void require_right(const actor& who, const function& of);

}  // namespace tenon::detail
