#include "cache_store.hpp"

#include <boost/multi_index/hashed_index.hpp>
#include <boost/multi_index/member.hpp>
#include <boost/multi_index/sequenced_index.hpp>
#include <boost/multi_index_container.hpp>
#include <utility>

namespace tenon_data {

namespace {

struct entry {
  std::string key{}, value{};
  std::optional<cache_store::time_point> gone_at{};
};
// What the container takes for each, about.
constexpr std::size_t overhead = sizeof(entry) + 8 * sizeof(void*);
std::size_t bytes_of(std::string_view key, std::string_view value) { return key.size() + value.size() + overhead; }

struct hash_text {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
};
struct equal_text {
  using is_transparent = void;
  bool operator()(std::string_view one, std::string_view other) const noexcept { return one == other; }
};

namespace index = boost::multi_index;
// By use, the latest first; and by key.
using entries = index::multi_index_container<
    entry, index::indexed_by<index::sequenced<>, index::hashed_unique<index::member<entry, std::string, &entry::key>,
                                                                      hash_text, equal_text>>>;

}  // namespace

class cache_store::room {
 public:
  room(std::size_t most_bytes, std::function<time_point()> now) : most_(most_bytes), now_(std::move(now)) {}

  std::optional<std::string> get(std::string_view key) {
    auto& by_key = all_.get<1>();
    const auto found = by_key.find(key, hash_text(), equal_text());
    if (found == by_key.end()) return std::nullopt;
    if (found->gone_at && *found->gone_at <= now_()) {
      erase(found);
      return std::nullopt;
    }
    all_.relocate(all_.begin(), all_.project<0>(found));
    return found->value;
  }
  bool set(std::string_view key, std::string_view value, std::optional<std::chrono::seconds> ttl) {
    del(key);
    const std::size_t size = bytes_of(key, value);
    if (size > most_) return false;
    while (bytes_ + size > most_) erase(all_.project<1>(std::prev(all_.end())));
    all_.push_front({std::string(key), std::string(value), until(ttl)});
    bytes_ += size;
    return true;
  }
  bool del(std::string_view key) {
    auto& by_key = all_.get<1>();
    const auto found = by_key.find(key, hash_text(), equal_text());
    if (found == by_key.end()) return false;
    const bool was_there = !found->gone_at || *found->gone_at > now_();
    erase(found);
    return was_there;
  }
  void flush() {
    all_.clear();
    bytes_ = 0;
  }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  void erase(entries::nth_index<1>::type::iterator which) {
    bytes_ -= bytes_of(which->key, which->value);
    all_.get<1>().erase(which);
  }
  // A time that the clock does not reach is none.
  [[nodiscard]] std::optional<time_point> until(std::optional<std::chrono::seconds> ttl) const {
    if (!ttl) return std::nullopt;
    const time_point now = now_();
    if (*ttl >= std::chrono::duration_cast<std::chrono::seconds>(time_point::max() - now)) return std::nullopt;
    return now + *ttl;
  }

  std::size_t most_, bytes_ = 0;
  std::function<time_point()> now_;
  entries all_{};
};

cache_store::cache_store(std::size_t most_bytes, std::function<time_point()> now)
    : room_(std::make_unique<room>(most_bytes, std::move(now))) {}
cache_store::~cache_store() = default;

std::optional<std::string> cache_store::get(std::string_view key) {
  const std::lock_guard lock(mutex_);
  return room_->get(key);
}
bool cache_store::set(std::string_view key, std::string_view value, std::optional<std::chrono::seconds> ttl) {
  const std::lock_guard lock(mutex_);
  return room_->set(key, value, ttl);
}
bool cache_store::del(std::string_view key) {
  const std::lock_guard lock(mutex_);
  return room_->del(key);
}
void cache_store::flush() {
  const std::lock_guard lock(mutex_);
  room_->flush();
}
std::size_t cache_store::bytes() const {
  const std::lock_guard lock(mutex_);
  return room_->bytes();
}

}  // namespace tenon_data
