#include "tenon/form/zip_bundle.hpp"

#include <minizip/unzip.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <type_traits>
#include <utility>

#include "tenon/form/bundle_path.hpp"
#include "tenon/form/unreadable.hpp"
#include "tenon/form/unsafe_entry.hpp"

namespace tenon::form {

namespace {

constexpr std::size_t longest_name = 1024;
constexpr unsigned long stored = 0, deflated = 8;

struct close_zip {
  void operator()(unzFile file) const noexcept { unzClose(file); }
};
using zip_file = std::unique_ptr<std::remove_pointer_t<unzFile>, close_zip>;

struct packed_entry {
  bundle_entry entry;
  unz64_file_pos at;
  std::uint64_t size;
};

bool is_encrypted(const unz_file_info64& info) { return (info.flag & 1U) != 0; }
bool is_link(const unz_file_info64& info) { return S_ISLNK(static_cast<mode_t>(info.external_fa >> 16U)); }
bool is_bomb(const unz_file_info64& info, const zip_limits& limits) {
  return info.uncompressed_size > limits.ratio_from && info.uncompressed_size / limits.ratio > info.compressed_size;
}

// How an entry may be packed that nobody here unpacks.
struct packing {
  unsigned long method;
  std::string_view name;
};
constexpr std::array packings{packing{1, "shrinking"}, packing{6, "imploding"}, packing{9, "Deflate64"},
                              packing{12, "bzip2"},    packing{14, "LZMA"},     packing{93, "Zstandard"},
                              packing{95, "XZ"},       packing{98, "PPMd"}};

std::string packing_fault(unsigned long method) {
  if (method == stored || method == deflated) return {};
  const auto* const known = std::ranges::find(packings, method, &packing::method);
  return std::string("is packed by ")
      .append(known == packings.end() ? "an unknown method" : known->name)
      .append(" (method ")
      .append(std::to_string(method))
      .append("), and only deflate is unpacked here: pack it with that");
}

std::string fault_of(std::string_view path, const unz_file_info64& info, const zip_limits& limits) {
  if (info.size_filename > longest_name) return "has a path of more than 1024 bytes";
  if (path.find('\0') != std::string_view::npos) return "has a control character in its path";
  if (const std::string_view wrong = path_fault(path); !wrong.empty()) return std::string(wrong);
  if (is_link(info)) return "is a symbolic link";
  if (is_encrypted(info)) return "is encrypted";
  if (is_bomb(info, limits)) return "is packed so tightly that it looks like a bomb";
  return packing_fault(info.compression_method);
}

}  // namespace

class zip_entry::source {
 public:
  source(unzFile shared, const unz64_file_pos& at) : zip_(shared) { begin(at); }
  source(const std::filesystem::path& file, const unz64_file_pos& at)
      : own_(unzOpen64(file.c_str())), zip_(own_.get()) {
    begin(at);
  }
  ~source() {
    if (is_open_) unzCloseCurrentFile(zip_);
  }
  source(const source&) = delete;
  source& operator=(const source&) = delete;

  // How many came; 0: no more do.
  [[nodiscard]] std::size_t read(char* to, std::size_t most) {
    const int got = unzReadCurrentFile(zip_, to, static_cast<unsigned>(most));
    if (got < 0) refuse_damaged();
    return static_cast<std::size_t>(got);
  }
  // The checksum is compared when it is closed.
  void close() {
    if (std::exchange(is_open_, false) && unzCloseCurrentFile(zip_) != UNZ_OK) refuse_damaged();
  }
  [[noreturn]] static void refuse_damaged() { refuse_file("its packed bytes are damaged"); }

 private:
  void begin(const unz64_file_pos& at) {
    is_open_ = zip_ != nullptr && unzGoToFilePos64(zip_, &at) == UNZ_OK && unzOpenCurrentFile(zip_) == UNZ_OK;
    if (!is_open_) refuse_damaged();
  }

  zip_file own_{};
  unzFile zip_;
  bool is_open_ = false;
};

zip_entry::zip_entry(std::unique_ptr<source> from, std::uint64_t size) : from_(std::move(from)), size_(size) {}
zip_entry::~zip_entry() = default;
zip_entry::zip_entry(zip_entry&&) noexcept = default;
zip_entry& zip_entry::operator=(zip_entry&&) noexcept = default;

std::string zip_entry::next(std::size_t most) {
  std::string text(static_cast<std::size_t>(std::min<std::uint64_t>(most, size_ - got_)), '\0');
  std::size_t got = 0;
  while (got < text.size()) {
    const std::size_t step = from_->read(text.data() + got, text.size() - got);
    if (step == 0) source::refuse_damaged();
    got += step;
  }
  got_ += got;
  if (got_ == size_) from_->close();
  return text;
}

std::string zip_entry::rest() { return next(static_cast<std::size_t>(size_ - got_)); }

class zip_bundle::archive {
 public:
  archive(const std::filesystem::path& file, const zip_limits& limits)
      : file_(file), zip_(unzOpen64(file.c_str())), bytes_(file, std::ios::binary) {
    if (!zip_) refuse_bundle("it is not a ZIP file, or is cut off: the list of its entries is missing");
    list(limits);
    bytes_.close();
    std::ranges::sort(packed_, {}, [](const packed_entry& one) -> const std::string& { return one.entry.path; });
    drop_repeated();
    drop_below_files();
    entries.reserve(packed_.size());
    for (const packed_entry& one : packed_) entries.push_back(one.entry);
    std::ranges::sort(problems, {}, &bundle_finding::file);
  }

  [[nodiscard]] std::optional<std::string> read(std::string_view path) {
    const packed_entry* found = find(path);
    if (found == nullptr) return std::nullopt;
    if (found->size > most_json_bytes) refuse_file(larger_than_allowed);
    // The list of entries need not be read once more.
    zip_entry one(std::make_unique<zip_entry::source>(zip_.get(), found->at), found->size);
    return one.rest();
  }

  // By several threads at once: nothing here changes any more.
  [[nodiscard]] std::optional<zip_entry> open(std::string_view path) const {
    const packed_entry* found = find(path);
    if (found == nullptr) return std::nullopt;
    return zip_entry(std::make_unique<zip_entry::source>(file_, found->at), found->size);
  }

  std::vector<bundle_entry> entries{};
  std::vector<bundle_finding> problems{};

 private:
  [[nodiscard]] const packed_entry* find(std::string_view path) const {
    const auto found = std::ranges::lower_bound(
        packed_, path, {}, [](const packed_entry& one) { return std::string_view(one.entry.path); });
    return found == packed_.end() || found->entry.path != path || found->entry.is_folder ? nullptr : &*found;
  }

  void list(const zip_limits& limits) {
    unz_global_info64 global{};
    unzGetGlobalInfo64(zip_.get(), &global);
    if (global.number_entry > most_entries) refuse_bundle(more_than_allowed);
    std::uint64_t total = 0, listed = 0;
    int state = global.number_entry == 0 ? UNZ_END_OF_LIST_OF_FILE : unzGoToFirstFile(zip_.get());
    for (; state == UNZ_OK; state = unzGoToNextFile(zip_.get())) {
      unz_file_info64 info{};
      std::array<char, longest_name + 1> name{};
      if (++listed > most_entries) refuse_bundle(more_than_allowed);
      if (unzGetCurrentFileInfo64(zip_.get(), &info, name.data(), name.size(), nullptr, 0, nullptr, 0) != UNZ_OK) break;
      if (info.uncompressed_size > limits.total_bytes - total) refuse_bundle("it would unpack to more than it may");
      total += info.uncompressed_size;
      add({name.data(), std::min<std::size_t>(info.size_filename, longest_name)}, info, limits);
    }
    // A count of 16 bits that is full may stand for more, and then the list just ends.
    const bool is_whole = global.number_entry == 0xFFFF
                              ? listed >= global.number_entry
                              : listed == global.number_entry && state == UNZ_END_OF_LIST_OF_FILE;
    if (!is_whole) refuse_bundle("the list of its entries is damaged");
  }

  void add(std::string_view path, const unz_file_info64& info, const zip_limits& limits) {
    const bool is_folder = path.ends_with('/');
    if (is_folder) path.remove_suffix(1);
    std::string wrong = fault_of(path, info, limits);
    if (wrong.empty() && !is_called_so_at_its_bytes(path, is_folder))
      wrong = "has another path at its bytes than in the list of entries";
    if (!wrong.empty()) return problems.push_back(unsafe_entry(path, wrong));
    unz64_file_pos at{};
    unzGetFilePos64(zip_.get(), &at);
    packed_.push_back({{std::string(path), is_folder}, at, info.uncompressed_size});
  }

  // Whoever unpacks from the front reads the path there, and others in the list: one entry would be two. What cannot be
  // opened is told when it is read.
  [[nodiscard]] bool is_called_so_at_its_bytes(std::string_view path, bool is_folder) {
    constexpr int as_it_is = 1;
    int method = 0, level = 0;
    if (unzOpenCurrentFile2(zip_.get(), &method, &level, as_it_is) != UNZ_OK) return true;
    const std::uint64_t data = unzGetCurrentFileZStreamPos64(zip_.get());
    const int extra = unzGetLocalExtrafield(zip_.get(), nullptr, 0);
    unzCloseCurrentFile(zip_.get());
    const std::size_t length = path.size() + (is_folder ? 1 : 0);
    const std::uint64_t behind = length + static_cast<std::uint64_t>(std::max(extra, 0));
    if (data < behind) return true;
    std::string there(length, '\0');
    bytes_.clear();
    bytes_.seekg(static_cast<std::streamoff>(data - behind));
    bytes_.read(there.data(), static_cast<std::streamsize>(length));
    return bytes_ && there.starts_with(path) && (!is_folder || there.back() == '/');
  }

  // Whoever unpacks two of one name gets the one or the other: neither counts.
  void drop_repeated() {
    std::vector<packed_entry> once;
    for (auto at = packed_.begin(); at != packed_.end();) {
      const auto end =
          std::find_if(at, packed_.end(), [&](const auto& one) { return one.entry.path != at->entry.path; });
      if (end - at == 1)
        once.push_back(std::move(*at));
      else
        problems.push_back(unsafe_entry(at->entry.path, "is there more than once"));
      at = end;
    }
    packed_ = std::move(once);
  }

  void drop_below_files() {
    std::set<std::string, std::less<>> files;
    for (const packed_entry& one : packed_)
      if (!one.entry.is_folder) files.insert(one.entry.path);
    std::erase_if(packed_, [&](const packed_entry& one) {
      const std::string_view path = one.entry.path;
      for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1)) {
        if (!files.contains(path.substr(0, end))) continue;
        problems.push_back(unsafe_entry(path, "lies in a folder that is a file"));
        return true;
      }
      return false;
    });
  }

  std::filesystem::path file_;
  zip_file zip_;
  std::ifstream bytes_;
  std::vector<packed_entry> packed_{};
};

zip_bundle::zip_bundle(const std::filesystem::path& file, const zip_limits& limits)
    : archive_(std::make_unique<archive>(file, limits)) {}
zip_bundle::~zip_bundle() = default;

const std::vector<bundle_entry>& zip_bundle::entries() const { return archive_->entries; }
const std::vector<bundle_finding>& zip_bundle::problems() const { return archive_->problems; }
std::optional<std::string> zip_bundle::read(std::string_view path) const { return archive_->read(path); }
std::optional<zip_entry> zip_bundle::open(std::string_view path) const { return archive_->open(path); }

}  // namespace tenon::form
