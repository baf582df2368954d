// OnDelete: the web-handler hook that answers DELETE.
#pragma once

#include "tenon/concepts/context_archetype.hpp"
#include "tenon/concepts/web_answer.hpp"
#include "tenon/word/request.hpp"

namespace tenon {

// `tenon::response on_delete(const tenon::request& request)`, or with `auto& ctx`; a task of it where the hook has to
// wait. Threads and failure: see WebHandler.
template <class T, class Context = context_archetype>
concept OnDelete = requires(T& extension, const request& request) {
  { extension.on_delete(request) } -> WebAnswer;
} || requires(T& extension, const request& request, Context& ctx) {
  { extension.on_delete(request, ctx) } -> WebAnswer;
};

}  // namespace tenon
