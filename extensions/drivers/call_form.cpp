#include "call_form.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "tenon/json/document.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/json/path_edit.hpp"
#include "tenon/multipart/form_parts.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon_drivers {

namespace {

using tenon::multipart::form_part;

constexpr std::string_view empty_file = R"("data:,")";

// {"$": "file", "size": 5}
struct announced {
  std::optional<std::uint64_t> size{};
};

std::vector<std::string> steps_of(std::string_view path) {
  std::vector<std::string> out;
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t end = std::min(path.find('.', from), path.size());
    out.emplace_back(path.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

class form_reader {
 public:
  explicit form_reader(std::string& problem) : problem_(problem) {}

  bool add(const form_part& part) { return part.file_name ? add_file(part) : add_field(part); }

  std::optional<call_form> made() {
    if (next_file_ != files_.size()) {
      refuse("announces more files than it has. Send each behind the fields, in the order of their fields");
      return std::nullopt;
    }
    tenon::json::paths_and_texts all;
    for (const std::string& name : order_) all.emplace_back(name, values_.at(name).text());
    try {
      return call_form{tenon::json::replaced("{}", all), std::move(files_)};
    } catch (const tenon::error& refused) {
      refuse(std::string("has fields that do not fit together: ").append(refused.message()));
      return std::nullopt;
    }
  }

 private:
  bool refuse(std::string_view why) {
    problem_ = std::string("The form ").append(why).append(why.ends_with('.') ? "" : ".");
    return false;
  }

  bool add_field(const form_part& part) {
    if (next_file_ != 0)
      return refuse(std::string("has the field ").append(part.name).append(" behind a file. Send all fields first"));
    if (part.name.empty()) return refuse("has a field without a name");
    std::vector<tenon::finding> findings;
    const tenon::json::wire how{.max_bytes = most_json_bytes};
    const auto json = tenon::json::document::parse(part.bytes, how, findings);
    if (!json)
      return refuse(std::string("has a field ")
                        .append(part.name)
                        .append(" that is not JSON, and texts are that in quotes: ")
                        .append(tenon::to_string(findings.front())));
    return has_several(part.name, *json) ? add_each(part.name, *json) : add_value(part.name, part.bytes, *json);
  }
  // No member of a call but its arguments is an object.
  static bool has_several(std::string_view name, const tenon::json::document& json) {
    return json.is_object() && !is_file(json) && name != "args" && !name.starts_with("args.");
  }
  static bool is_file(const tenon::json::document& json) { return json.text_of("$") == R"("file")"; }
  bool add_each(const std::string& name, const tenon::json::document& json) {
    const std::vector<std::string> paths = json.keys();
    // Each is looked for from the beginning.
    if (paths.size() > tenon::multipart::form_limits().parts)
      return refuse(std::string("has a field ")
                        .append(name)
                        .append(" of more than ")
                        .append(std::to_string(tenon::multipart::form_limits().parts))
                        .append(" members. Send them in several fields, or as args"));
    for (const std::string& path : paths) {
      if (path.empty()) return refuse(std::string("has a field ").append(name).append(" with a member without a name"));
      std::vector<tenon::finding> unread;
      const std::string text = json.text_of(path).value_or("null");
      if (const auto value = tenon::json::document::parse(text, {.max_bytes = most_json_bytes}, unread);
          value && !add_value(path, text, *value))
        return false;
    }
    return true;
  }
  bool add_value(const std::string& path, std::string_view text, const tenon::json::document& json) {
    values& all = values_[path];
    if (all.one_by_one.empty() && !all.is_list)
      order_.push_back(path);
    else
      all.become_list();
    if (is_file(json) && !announce(path, text, all.one_by_one.size())) return false;
    all.one_by_one.emplace_back(is_file(json) ? empty_file : text);
    return true;
  }
  bool announce(const std::string& path, std::string_view text, std::size_t before) {
    std::vector<std::string> where = steps_of(path);
    if (where.front() != "args")
      return refuse(std::string("announces a file as ").append(path).append(". Files belong below args"));
    where.erase(where.begin());
    std::vector<tenon::finding> findings;
    const auto said = tenon::json::from_text<announced>(
        text, findings, {.unknown = tenon::json::unknown::ignored, .max_bytes = most_json_bytes});
    if (!said)
      return refuse(std::string("announces the file ")
                        .append(path)
                        .append(" in a way that is not understood: ")
                        .append(tenon::to_string(findings.front())));
    files_.push_back({.where = std::move(where)});
    announced_.push_back({path, before, said->size});
    return true;
  }
  bool add_file(const form_part& part) {
    if (next_file_ == files_.size())
      return refuse(std::string("has a file ")
                        .append(part.name)
                        .append(R"( that no field announces. Send a field {"$":"file"} before it, by the name of )")
                        .append("the argument: args.image"));
    const place& meant = announced_[next_file_];
    if (meant.size && *meant.size != part.bytes.size())
      return refuse(std::string("announces ")
                        .append(std::to_string(*meant.size))
                        .append(" bytes of the file ")
                        .append(meant.name)
                        .append(" and has ")
                        .append(std::to_string(part.bytes.size())));
    sent_file& to = files_[next_file_++];
    if (values_.at(meant.name).is_list) to.where.push_back(std::to_string(meant.among));
    to.name = *part.file_name;
    to.type = part.type;
    to.bytes = part.bytes;
    return true;
  }

  // Of one field, or of several of one name.
  struct values {
    std::vector<std::string> one_by_one{};
    bool is_list = false;

    // What is a list already goes on.
    void become_list() {
      if (std::exchange(is_list, true)) return;
      std::vector<tenon::finding> findings;
      const auto elements = tenon::json::from_text<std::vector<tenon::json::raw>>(one_by_one.front(), findings,
                                                                                  {.max_bytes = most_json_bytes});
      if (!elements) return;
      one_by_one.clear();
      for (const tenon::json::raw& one : *elements) one_by_one.push_back(one.text);
    }
    [[nodiscard]] std::string text() const {
      if (!is_list) return one_by_one.front();
      std::string out = "[";
      for (const std::string& one : one_by_one) out.append(out.size() == 1 ? "" : ",").append(one);
      return out.append("]");
    }
  };

  struct place {
    std::string name{};
    std::size_t among = 0;  // fields of that name
    std::optional<std::uint64_t> size{};
  };

  std::string& problem_;
  std::map<std::string, values> values_{};
  std::vector<std::string> order_{};
  std::vector<sent_file> files_{};
  std::vector<place> announced_{};
  std::size_t next_file_ = 0;
};

}  // namespace

std::optional<call_form> form_in(std::string_view content_type, std::string_view body, std::string& problem) {
  const std::optional<std::vector<form_part>> parts = tenon::multipart::parts_of(content_type, body, problem);
  if (!parts) return std::nullopt;
  form_reader reader(problem);
  for (const form_part& one : *parts)
    if (!reader.add(one)) return std::nullopt;
  return reader.made();
}

}  // namespace tenon_drivers
