#include "timed_call.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "tenon/word/attempt.hpp"

namespace tenon_functions {

namespace {

// Late by so much at most.
constexpr std::chrono::milliseconds glance{100};

// What the jobs of a call point to; whoever runs one owns it.
struct call_job {
  std::shared_ptr<timed_call> call;
  tenon::event_loop& home;
  tenon::response answer{};

  // On a worker. A call that has been given up before is not begun: whoever asked may have asked again.
  static void work(void* data) {
    std::unique_ptr<call_job> own(static_cast<call_job*>(data));
    timed_call& call = *own->call;
    timed_call::stage expected = timed_call::stage::queued;
    if (!call.at.compare_exchange_strong(expected, timed_call::stage::begun)) return;
    own->answer = call.work(call.request->view());
    call.let_go();  // the watch holds on to it until it looks again
    call_job* const done = own.release();
    done->home.post({&finish, done});
  }
  // On the connection's thread.
  static void finish(void* data) {
    const std::unique_ptr<call_job> own(static_cast<call_job*>(data));
    if (!own->call->waiter) return;  // too late
    own->call->answer = std::move(own->answer);
    std::exchange(own->call->waiter, {}).resume();
  }
};

}  // namespace

kept_request::kept_request(const tenon::request& from) : view_(from) {
  std::size_t size = 0;
  const auto each = [&](auto visit) {
    // A path lies behind its mount: they are one text.
    for (std::string_view* part : {&view_.method_name, &view_.target, &view_.mount, &view_.path, &view_.query,
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
  auto job = std::make_unique<call_job>(call_job{call, home_});
  under_way_.push_back(call);
  if (!looks_) look_again();
  home_.offload({&call_job::work, job.get()});
  job.release();
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
  // Whoever is told may ask again at once, so the list may grow meanwhile.
  for (std::size_t i = 0; i < under_way_.size(); ++i) {
    const std::shared_ptr<timed_call> one = under_way_[i];
    if (!one->waiter || one->until > now) continue;
    timed_call::stage expected = timed_call::stage::queued;
    if (one->at.compare_exchange_strong(expected, timed_call::stage::given_up))
      one->let_go();  // a queue of those holds no requests
    std::exchange(one->waiter, {}).resume();
  }
  std::erase_if(under_way_, [](const std::shared_ptr<timed_call>& one) { return !one->waiter; });
  looks_ = false;
  // Without memory for it the next call looks again.
  if (!under_way_.empty()) tenon::attempt([this] { look_again(); }, [] {});
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
