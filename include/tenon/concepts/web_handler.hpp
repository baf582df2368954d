// WebHandler: an extension that answers on the web under its own name.
#pragma once

#include "tenon/concepts/on_delete.hpp"
#include "tenon/concepts/on_get.hpp"
#include "tenon/concepts/on_head.hpp"
#include "tenon/concepts/on_options.hpp"
#include "tenon/concepts/on_patch.hpp"
#include "tenon/concepts/on_post.hpp"
#include "tenon/concepts/on_put.hpp"

namespace tenon {

// At least one of the hooks. They are mounted at `/{name}` and everything below it; a route of anybody that names
// a path below it goes first. A method without a hook is answered with 501. Hooks run on the thread of the connection
// and may overlap with each other and with every other hook of the extension; one that would block returns a task and
// waits by `offload` or `pause`. A thrown tenon::error becomes an answer with its status, anything else a 500 without
// detail.
template <class T, class Context = context_archetype>
concept WebHandler = OnGet<T, Context> || OnHead<T, Context> || OnPost<T, Context> || OnPut<T, Context> ||
                     OnDelete<T, Context> || OnPatch<T, Context> || OnOptions<T, Context>;

}  // namespace tenon
