#include "timed_call.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace tenon_functions {

namespace {

// Late by so much at most.
constexpr std::chrono::milliseconds glance{100};

// What a job points to; whoever runs it owns it.
using held_call = std::shared_ptr<timed_call>;
struct finished_call {
  held_call call;
  tenon::response answer;
};

}  // namespace

kept_request::kept_request(const tenon::request& from) : view_(from) {
  std::size_t size = 0;
  const auto each = [&](auto visit) {
    for (std::string_view* part : {&view_.method_name, &view_.target, &view_.path, &view_.query, &view_.mount,
                                   &view_.rest, &view_.body, &view_.remote_address})
      visit(*part);
    for (tenon::header& one : headers_) {
      visit(one.name);
      visit(one.value);
    }
  };
  headers_.assign(from.headers.begin(), from.headers.end());
  each([&](std::string_view part) { size += part.size(); });
  text_.reserve(size);
  each([&](std::string_view& part) {
    const std::size_t begin = text_.size();
    text_.append(part);
    part = {text_.data() + begin, part.size()};
  });
  view_.headers = headers_;
  view_.loop = nullptr;
  view_.passport = nullptr;
}

// Where it throws, nothing is under way.
void call_watch::begin(const std::shared_ptr<timed_call>& call, std::coroutine_handle<> waiter) {
  struct job_data {
    held_call call;
    tenon::event_loop& home;
  };
  auto data = std::make_unique<job_data>(job_data{call, home_});
  under_way_.push_back(call);
  if (!looks_) look_again();
  home_.offload({[](void* given) {
                   const std::unique_ptr<job_data> own(static_cast<job_data*>(given));
                   auto done = std::make_unique<finished_call>(
                       finished_call{own->call, own->call->work(own->call->request.view())});
                   own->home.post({[](void* same) {
                                     const std::unique_ptr<finished_call> it(static_cast<finished_call*>(same));
                                     if (!it->call->waiter) return;  // too late
                                     it->call->answer = std::move(it->answer);
                                     std::exchange(it->call->waiter, {}).resume();
                                   },
                                   done.get()});
                   done.release();
                 },
                 data.get()});
  data.release();
  call->waiter = waiter;
}

void call_watch::look_again() {
  auto self = std::make_unique<std::shared_ptr<call_watch>>(shared_from_this());
  home_.post_after(glance, {[](void* held) {
                              const std::unique_ptr<std::shared_ptr<call_watch>> own(
                                  static_cast<std::shared_ptr<call_watch>*>(held));
                              (*own)->look();
                            },
                            self.get()});
  self.release();
  looks_ = true;
}

void call_watch::look() {
  const auto now = timed_call::clock::now();
  std::erase_if(under_way_, [](const held_call& one) { return !one->waiter; });
  std::vector<held_call> late;
  std::ranges::copy_if(under_way_, std::back_inserter(late), [&](const held_call& one) { return one->until <= now; });
  for (const held_call& one : late) std::exchange(one->waiter, {}).resume();
  looks_ = false;
  if (!under_way_.empty()) look_again();
}

std::shared_ptr<call_watch> call_watches::of(tenon::event_loop& home) {
  const std::lock_guard lock(mutex_);
  std::shared_ptr<call_watch>& found = all_[&home];
  if (found == nullptr) found = std::make_shared<call_watch>(home);
  return found;
}

void call_watches::forget() noexcept {
  const std::lock_guard lock(mutex_);
  all_.clear();
}

}  // namespace tenon_functions
