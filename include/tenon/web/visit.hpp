// A request that is in a handler, as far as the handler's extension may stop meanwhile.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

#include "tenon/word/status.hpp"

namespace tenon::web {

// Of an extension that stops only when the door is closed: nothing to count.
class plain_visit {
 public:
  explicit constexpr plain_visit(bool admitted) noexcept : admitted_(admitted) {}
  [[nodiscard]] constexpr bool is_admitted() const noexcept { return admitted_; }

 private:
  bool admitted_;
};

// Of one that may stop at any time: it waits until whoever was admitted has left. To be kept until the handler has
// returned, and what it waits for too.
class counted_visit {
 public:
  explicit counted_visit(status_record& host) noexcept : host_(&host) {
    host.inside.fetch_add(1, std::memory_order_seq_cst);
    if (host.status.load(std::memory_order_seq_cst) != extension_status::ok) leave();
  }
  counted_visit(counted_visit&& other) noexcept : host_(std::exchange(other.host_, nullptr)) {}
  counted_visit& operator=(counted_visit&&) = delete;
  ~counted_visit() { leave(); }
  [[nodiscard]] bool is_admitted() const noexcept { return host_ != nullptr; }
  // Whether whoever stays longer may.
  [[nodiscard]] bool is_welcome() const noexcept {
    return host_ != nullptr && host_->status.load(std::memory_order_acquire) == extension_status::ok;
  }

 private:
  void leave() noexcept {
    if (status_record* const host = std::exchange(host_, nullptr)) host->inside.fetch_sub(1, std::memory_order_release);
  }
  status_record* host_;
};

}  // namespace tenon::web
