// The versions of a bundle, in a folder: what was pushed is there whole or not at all, and so is the choice of the one
// that is active, whenever the program ends.
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "inspection.hpp"
#include "tenon/form/zip_bundle.hpp"
#include "tenon/word/guarded.hpp"
#include "tenon/word/log.hpp"
#include "version_record.hpp"

namespace tenon_bundles {

// One version. Its file stays as long as somebody has it, also when it is no longer kept.
class version {
 public:
  version(std::filesystem::path file, version_record record);
  ~version();
  version(const version&) = delete;
  version& operator=(const version&) = delete;

  [[nodiscard]] const std::string& name() const noexcept { return record_.manifest.version; }  // 0001
  [[nodiscard]] const std::filesystem::path& file() const noexcept { return file_; }
  [[nodiscard]] const version_record& record() const noexcept { return record_; }
  [[nodiscard]] const std::string& manifest_json() const noexcept { return manifest_json_; }
  // Null where there is no such file.
  [[nodiscard]] const file_record* find(std::string_view path) const;
  // Of a path that is there. Throws tenon::error where it cannot be read any more.
  [[nodiscard]] tenon::form::zip_entry open(std::string_view path) const;
  [[nodiscard]] std::string read(std::string_view path) const;

  void drop() const noexcept { is_dropped_.store(true); }

 private:
  void as_pushed(const std::function<void()>& work) const;

  std::filesystem::path file_;
  version_record record_;
  std::string manifest_json_;
  tenon::form::zip_bundle bundle_;
  mutable std::atomic<bool> is_dropped_{false};
};
using kept_version = std::shared_ptr<const version>;

struct all_versions {
  std::vector<kept_version> kept{};  // the newest first
  kept_version active{};             // null: none
};

// What became of a push.
struct pushed {
  tenon::form::report found{};
  kept_version made{};  // null: it is not valid
};

class version_store {
 public:
  struct how {
    std::size_t keep = 5;  // and the active one, whichever it is
    // Adds what it finds wrong with a bundle that was sent to what has been found.
    std::function<void(const tenon::form::bundle& sent, tenon::form::report& found)> inspected{};
    std::function<void(std::string_view)> passes{};  // a point where the program may end, for tests
  };

  // Where no version is active, the newest becomes so. Throws server_misconfigured, and changes nothing, where the
  // folder cannot be read, or what is in it does not belong together.
  version_store(std::filesystem::path folder, how options, const tenon::log& log);

  // Any thread. What it gives stays as it is.
  [[nodiscard]] all_versions now() const { return state_.copy(); }

  // Any thread, one after the other. Throws server_misconfigured where the disk does not take it; then nothing has
  // happened.
  [[nodiscard]] pushed push(std::string_view zip);
  [[nodiscard]] tenon::form::report validate(std::string_view zip);
  // Throws not_found, `version 0007 does not exist`. When it has returned, it survives a power cut.
  kept_version switch_to(std::string_view name);

 private:
  [[nodiscard]] inspection looked_at(std::string_view zip);
  [[nodiscard]] std::filesystem::path zip_of(const std::string& name) const;
  [[nodiscard]] std::filesystem::path record_of(const std::string& name) const;
  void open_folder();
  void read_index();
  void write_index(const store_index& to) const;
  [[nodiscard]] kept_version load(const std::string& name) const;
  void sweep() const;
  [[nodiscard]] kept_version store_whole(version_record record, const store_index& with) const;
  [[nodiscard]] bool is_in_index(const std::string& name) const;
  [[nodiscard]] std::vector<std::string> clean(store_index& of) const;
  void passes(std::string_view point) const;

  std::filesystem::path folder_;
  how how_;
  std::mutex changing_{};
  store_index index_{};  // as it stands on the disk
  tenon::guarded<all_versions> state_{};
};

// `7`, `0007` and `007` are 0007; none where it is no number of at most nine digits.
[[nodiscard]] std::string version_name(std::string_view written);

}  // namespace tenon_bundles
