// OnOptions: the web-handler hook that answers OPTIONS; without it the app does, with what the others allow.
#pragma once

#include "tenon/concepts/context_archetype.hpp"
#include "tenon/concepts/web_answer.hpp"
#include "tenon/word/request.hpp"

namespace tenon {

// `tenon::response on_options(const tenon::request& request)`, or with `auto& ctx`; a task of it where the hook has to
// wait. Threads and failure: see WebHandler.
template <class T, class Context = context_archetype>
concept OnOptions = requires(T& extension, const request& request) {
  { extension.on_options(request) } -> WebAnswer;
} || requires(T& extension, const request& request, Context& ctx) {
  { extension.on_options(request, ctx) } -> WebAnswer;
};

}  // namespace tenon
