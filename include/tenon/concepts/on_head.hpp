// OnHead: the web-handler hook that answers HEAD; without it on_get does.
#pragma once

#include "tenon/concepts/context_archetype.hpp"
#include "tenon/concepts/web_answer.hpp"
#include "tenon/word/request.hpp"

namespace tenon {

// `tenon::response on_head(const tenon::request& request)`, or with `auto& ctx`; a task of it where the hook has to
// wait. Threads and failure: see WebHandler.
template <class T, class Context = context_archetype>
concept OnHead = requires(T& extension, const request& request) {
  { extension.on_head(request) } -> WebAnswer;
} || requires(T& extension, const request& request, Context& ctx) {
  { extension.on_head(request, ctx) } -> WebAnswer;
};

}  // namespace tenon
