// What is said where `ctx.wait` is given what nobody can wait for.
#pragma once

#include <type_traits>

#include "tenon/diagnostic/not_a_task_to_wait_for.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/word/task.hpp"

namespace tenon::detail {

template <class Extension, class Given>
struct waits_for_no_task {
  static constexpr diagnostic::sentence text =
      is_task<std::remove_const_t<Given>>
          ? diagnostic::sentence(Extension::manifest.name,
                                 " waits for a task by its name, and whoever waits for one takes it over. Write "
                                 "ctx.wait(std::move(it)), and keep it without const; or give it the call that makes "
                                 "the task.")
          : diagnostic::sentence(Extension::manifest.name, " waits for ", reflect::type_name<Given>(),
                                 ", which is no task. Give it what ctx.ask or another function gives that returns a "
                                 "tenon::task.");
};

}  // namespace tenon::detail
