// OnPost: the web-handler hook that answers POST.
#pragma once

#include "tenon/concepts/context_archetype.hpp"
#include "tenon/concepts/web_answer.hpp"
#include "tenon/word/request.hpp"

namespace tenon {

// `tenon::response on_post(const tenon::request& request)`, or with `auto& ctx`; a task of it where the hook has to
// wait. Threads and failure: see WebHandler.
template <class T, class Context = context_archetype>
concept OnPost = requires(T& extension, const request& request) {
  { extension.on_post(request) } -> WebAnswer;
} || requires(T& extension, const request& request, Context& ctx) {
  { extension.on_post(request, ctx) } -> WebAnswer;
};

}  // namespace tenon
