// Bytes of one connection, in one piece of memory that is used again for request after request.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace tenon::http1 {

class buffer {
 public:
  explicit buffer(std::size_t capacity = 0) : bytes_(make(capacity)), capacity_(capacity) {}

  [[nodiscard]] char* data() noexcept { return bytes_.get(); }
  [[nodiscard]] char* end() noexcept { return bytes_.get() + size_; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] std::size_t capacity() const noexcept { return capacity_; }
  [[nodiscard]] std::size_t room() const noexcept { return capacity_ - size_; }

  void clear() noexcept { size_ = 0; }
  void added(std::size_t count) noexcept { size_ += count; }
  // Cuts bytes out of the middle; what stood behind them moves down.
  void cut(std::size_t from, std::size_t to) noexcept {
    std::memmove(bytes_.get() + from, bytes_.get() + to, size_ - to);
    size_ -= to - from;
  }
  void make_room(std::size_t count) {
    if (room() < count) [[unlikely]]
      static_cast<void>(grow(count));
  }
  // At least doubles, so that many small steps cost no more than one large step. Returns the memory in which the bytes
  // were before, so that pointers into it can be carried over.
  [[nodiscard]] std::unique_ptr<char[]> grow(std::size_t count) {
    return resize(std::max(capacity_ * 2, size_ + count));
  }
  // Gives memory back that a single large message needed. Only when empty.
  void shrink(std::size_t capacity) {
    if (capacity_ > capacity) [[unlikely]]
      static_cast<void>(resize(capacity));
  }
  void append(std::string_view text) {
    make_room(text.size());
    std::memcpy(end(), text.data(), text.size());
    size_ += text.size();
  }
  void swap(buffer& other) noexcept {
    std::swap(bytes_, other.bytes_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

 private:
  static std::unique_ptr<char[]> make(std::size_t capacity) {
    return capacity == 0 ? nullptr : std::make_unique_for_overwrite<char[]>(capacity);
  }
  std::unique_ptr<char[]> resize(std::size_t capacity) {
    std::unique_ptr<char[]> other = make(capacity);
    if (size_ != 0) std::memcpy(other.get(), bytes_.get(), size_);
    bytes_.swap(other);
    capacity_ = capacity;
    return other;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace tenon::http1
