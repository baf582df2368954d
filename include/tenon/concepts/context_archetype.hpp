// The least context: it lets a hook's signature be checked where no app is at hand, as in
// `static_assert(OnStart<greeter>)`.
#pragma once

namespace tenon {

struct context_archetype {};

}  // namespace tenon
