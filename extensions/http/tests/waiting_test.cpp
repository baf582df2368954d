#include "tenon/word/waiting.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <coroutine>
#include <string>
#include <thread>
#include <vector>

#include "running_server.hpp"

namespace {

using std::chrono::milliseconds;

// The least coroutine that can answer an exchange.
struct answering {
  struct promise_type {
    answering get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

// While one lives nothing that waits goes on.
std::atomic<bool> gate_open = true;
struct closed_gate {
  closed_gate() { gate_open = false; }
  ~closed_gate() { open(); }
  closed_gate(const closed_gate&) = delete;
  closed_gate& operator=(const closed_gate&) = delete;
  static void open() {
    gate_open = true;
    gate_open.notify_all();
  }
};

answering after_pause(tenon::exchange& one) {
  while (!gate_open) co_await tenon::pause(one.request, milliseconds(1));
  one.response = tenon::response::text("paused " + std::string(one.request.path));
  one.complete(one);
}

answering after_work(tenon::exchange& one) {
  const std::thread::id before = std::this_thread::get_id();
  const bool elsewhere = co_await tenon::offload(one.request, [&] {
    gate_open.wait(false);
    return std::this_thread::get_id() != before;
  });
  const bool back = std::this_thread::get_id() == before;
  one.response = tenon::response::text(std::string(elsewhere && back ? "worked " : "wrong thread ") +
                                       std::string(one.request.path));
  one.complete(one);
}

// "/pause/..." and "/job/..." wait; everything else is answered at once.
bool by_path(tenon::exchange& one) {
  const std::string_view path = one.request.path;
  if (path.starts_with("/pause")) return after_pause(one), false;
  if (path.starts_with("/job")) return after_work(one), false;
  one.response = tenon::response::text("at once " + std::string(path));
  return true;
}

TEST(waiting_handler, stalls_nobody_else) {
  const running_server server(&by_path);
  std::vector<client> waiting;
  const closed_gate gate;
  for (int i = 0; i < 8; ++i) {
    waiting.push_back(server.connect());
    waiting.back().send(get((i % 2 == 0 ? "/pause/" : "/job/") + std::to_string(i)));
  }
  client other = server.connect();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(other.send(get("/now")).read().body, "at once /now");
  closed_gate::open();
  for (int i = 0; i < 8; ++i)
    EXPECT_EQ(waiting[static_cast<std::size_t>(i)].read().body,
              (i % 2 == 0 ? "paused /pause/" : "worked /job/") + std::to_string(i));
}

TEST(waiting_handler, keeps_the_order_of_pipelined_answers_and_lets_those_before_it_go) {
  const running_server server(&by_path);
  client peer = server.connect();
  const closed_gate gate;
  peer.send(get("/1") + get("/pause/2") + get("/3") + get("/job/4") + get("/5"));
  EXPECT_EQ(peer.read().body, "at once /1");
  closed_gate::open();
  EXPECT_EQ(peer.read().body, "paused /pause/2");
  EXPECT_EQ(peer.read().body, "at once /3");
  EXPECT_EQ(peer.read().body, "worked /job/4");
  EXPECT_EQ(peer.read().body, "at once /5");
}

TEST(waiting_handler, keeps_its_request_where_it_is) {
  const running_server server([](tenon::exchange& one) {
    [](tenon::exchange& same) -> answering {
      const char* const body = same.request.body.data();
      co_await tenon::pause(same.request, milliseconds(50));
      const bool unmoved = same.request.body.data() == body;
      same.response = tenon::response::text(std::string(same.request.body) + (unmoved ? " unmoved" : " moved"));
      same.complete(same);
    }(one);
    return false;
  });
  client peer = server.connect();
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody").send(std::string(20'000, '\n'));
  EXPECT_EQ(peer.read().body, "body unmoved");
}

TEST(waiting_handler, may_answer_after_its_peer_has_gone) {
  std::atomic<int> ended = 0;
  {
    const running_server server([&](tenon::exchange& one) {
      [](tenon::exchange& same, std::atomic<int>& count) -> answering {
        co_await tenon::pause(same.request, milliseconds(60));
        same.response = tenon::response::text(std::string(100'000, 'x'));
        same.complete(same);
        ++count;
      }(one, ended);
      return false;
    });
    for (int i = 0; i < 10; ++i) {
      client peer = server.connect();
      peer.send(get("/") + get("/"));
      usleep(2'000);
      if (i % 2 == 0) peer.reset();
    }
  }
  EXPECT_GE(ended, 10);
}

TEST(waiting_handler, may_answer_before_it_has_returned) {
  const running_server server([](tenon::exchange& one) {
    one.response = tenon::response::text("early " + std::string(one.request.path));
    one.complete(one);
    return false;
  });
  client peer = server.connect();
  peer.send(get("/1") + get("/2"));
  EXPECT_EQ(peer.read().body, "early /1");
  EXPECT_EQ(peer.read().body, "early /2");
}

TEST(waiting_handler, on_many_threads_loses_no_answer) {
  tenon::http1::options given;
  given.threads = 3;
  given.workers = 4;
  const running_server server(
      [](tenon::exchange& one) {
        [](tenon::exchange& same) -> answering {
          for (int i = 0; i < 3; ++i) {
            co_await tenon::offload(same.request, [] {});
            co_await tenon::pause(same.request, milliseconds(1));
          }
          same.response = tenon::response::text(std::string(same.request.path));
          same.complete(same);
        }(one);
        return false;
      },
      given);
  std::vector<std::thread> crowd;
  std::atomic<int> right = 0;
  for (int c = 0; c < 12; ++c)
    crowd.emplace_back([&, c] {
      client peer = server.connect();
      for (int i = 0; i < 30; ++i) {
        const std::string path = "/" + std::to_string(c) + "/" + std::to_string(i);
        right += peer.send(get(path)).read().body == path;
      }
    });
  for (std::thread& one : crowd) one.join();
  EXPECT_EQ(right, 12 * 30);
}

TEST(waiting_handler, that_throws_in_its_work_sees_the_exception_again) {
  const running_server server([](tenon::exchange& one) {
    [](tenon::exchange& same) -> answering {
      std::string text;
      try {
        co_await tenon::offload(same.request, [] { throw std::runtime_error("disk full"); });
      } catch (const std::runtime_error& failure) {
        text = failure.what();
      }
      same.response = tenon::response::text(text);
      same.complete(same);
    }(one);
    return false;
  });
  EXPECT_EQ(server.ask(get("/")).body, "disk full");
}

TEST(workers, are_as_many_as_work_waits_for_up_to_their_limit) {
  tenon::http1::options given;
  given.workers = 3;
  std::atomic<int> busy = 0, most = 0;
  const running_server server(
      [&](tenon::exchange& one) {
        [](tenon::exchange& same, std::atomic<int>& now, std::atomic<int>& peak) -> answering {
          co_await tenon::offload(same.request, [&] {
            int seen = ++now;
            for (int before = peak; seen > before && !peak.compare_exchange_weak(before, seen);) {
            }
            std::this_thread::sleep_for(milliseconds(30));
            --now;
          });
          same.response = tenon::response::text("done");
          same.complete(same);
        }(one, busy, most);
        return false;
      },
      given);
  std::vector<client> crowd;
  for (int i = 0; i < 9; ++i) {
    crowd.push_back(server.connect());
    crowd.back().send(get("/"));
  }
  for (client& one : crowd) EXPECT_EQ(one.read().body, "done");
  EXPECT_EQ(most, 3);
}

TEST(event_loop, runs_timed_jobs_in_the_order_of_their_times) {
  struct course {
    tenon::exchange* one = nullptr;
    std::vector<int> order;
    static void note(void* data, int which) {
      auto& self = *static_cast<course*>(data);
      self.order.push_back(which);
      if (self.order.size() < 4) return;
      std::string text;
      for (int each : self.order) text += std::to_string(each);
      self.one->response = tenon::response::text(text);
      self.one->complete(*self.one);
    }
  } run;
  const running_server server([&](tenon::exchange& one) {
    run.one = &one;
    tenon::event_loop& loop = *one.request.loop;
    loop.post_after(milliseconds(30), {[](void* data) { course::note(data, 3); }, &run});
    loop.post_after(milliseconds(10), {[](void* data) { course::note(data, 2); }, &run});
    loop.post_after(milliseconds(50), {[](void* data) { course::note(data, 4); }, &run});
    loop.post({[](void* data) { course::note(data, 1); }, &run});
    return false;
  });
  EXPECT_EQ(server.ask(get("/")).body, "1234");
}

TEST(event_loop, runs_a_job_at_once_that_is_overdue_and_never_one_that_is_for_the_end_of_time) {
  struct course {
    tenon::exchange* one = nullptr;
    std::string order;
  } run;
  const running_server server([&](tenon::exchange& one) {
    run.one = &one;
    tenon::event_loop& loop = *one.request.loop;
    loop.post_after(milliseconds::max(), {[](void* data) { static_cast<course*>(data)->order += "max "; }, &run});
    loop.post_after(milliseconds::min(), {[](void* data) { static_cast<course*>(data)->order += "min "; }, &run});
    loop.post_after(milliseconds(20), {[](void* data) {
                                         auto& self = *static_cast<course*>(data);
                                         self.one->response = tenon::response::text(self.order + "20");
                                         self.one->complete(*self.one);
                                       },
                                       &run});
    return false;
  });
  EXPECT_EQ(server.ask(get("/")).body, "min 20");
}

}  // namespace
