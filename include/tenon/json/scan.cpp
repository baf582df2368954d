#include "tenon/json/scan.hpp"

#include <algorithm>
#include <set>

namespace tenon::json {

namespace {

class repeats {
 public:
  repeats(std::string_view text, std::string (*decode)(std::string_view)) : text_(text), decode_(decode) {}

  // Returns where the value ends.
  std::size_t value(std::size_t at) {
    if (at >= text_.size()) return at;
    if (text_[at] == '{') return object(at);
    if (text_[at] == '[') return list(at);
    return value_end(text_, at);
  }

  std::vector<finding> found;

 private:
  std::size_t object(std::size_t at) {
    std::set<std::string> keys;
    for (at = blank_end(text_, at + 1); at < text_.size() && text_[at] != '}'; at = blank_end(text_, at)) {
      if (text_[at] == ',') at = blank_end(text_, at + 1);
      const member one = member_at(text_, at);
      const std::string key = decode_(one.key);
      const std::size_t length = pointer_.size();
      append_step(pointer_, key);
      if (!keys.insert(key).second && found.size() < most_findings) {
        finding again{{}, pointer_, "the key \"" + key + "\" stands twice in this object. Keep one of them.", 0, 0};
        put_place(again, text_, one.key_at);
        found.push_back(std::move(again));
      }
      at = value(one.value_at);
      pointer_.resize(length);
    }
    return at + 1;
  }

  std::size_t list(std::size_t at) {
    std::size_t index = 0;
    for (at = blank_end(text_, at + 1); at < text_.size() && text_[at] != ']'; at = blank_end(text_, at)) {
      if (text_[at] == ',') at = blank_end(text_, at + 1);
      const std::size_t length = pointer_.size();
      append_step(pointer_, std::to_string(index++));
      at = value(at);
      pointer_.resize(length);
    }
    return at + 1;
  }

  std::string_view text_;
  std::string (*decode_)(std::string_view);
  std::string pointer_;
};

}  // namespace

std::size_t blank_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

std::size_t string_end(std::string_view text, std::size_t at) {
  const std::size_t begin = at + 1;
  // From quote to quote: behind an odd number of backslashes it is one of the text.
  for (at = begin; (at = text.find('"', at)) != std::string_view::npos; ++at) {
    std::size_t first = at;
    while (first > begin && text[first - 1] == '\\') --first;
    if ((at - first) % 2 == 0) return at + 1;
  }
  return text.size();
}

std::size_t value_end(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = string_end(text, at);
    } else if (c == '{' || c == '[') {
      ++depth;
      ++at;
      continue;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return at;
      --depth;
      ++at;
    } else if (depth == 0) {
      return std::min(text.find_first_of(" \t\r\n,]}", at), text.size());
    } else {
      ++at;
      continue;
    }
    if (depth == 0) return at;
  }
  return at;
}

member member_at(std::string_view text, std::size_t at) {
  at = text.find('"', at);
  if (at == std::string_view::npos) return {{}, text.size(), text.size()};
  const std::size_t end = string_end(text, at);
  return {text.substr(at, end - at), at, blank_end(text, std::min(text.find(':', end), text.size() - 1) + 1)};
}

std::size_t count_members(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      at = string_end(text, at);
    } else {
      count += text[at] == ':';
      ++at;
    }
  }
  return count;
}

std::vector<finding> repeated_keys(std::string_view text, std::string (*decode)(std::string_view)) {
  repeats looking(text, decode);
  looking.value(blank_end(text, 0));
  return std::move(looking.found);
}

void put_place(finding& one, std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, std::min(at, text.size()));
  one.line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t last = before.rfind('\n');
  const std::string_view line = before.substr(last == std::string_view::npos ? 0 : last + 1);
  one.column = 1 + static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
                 return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
               }));
}

void append_step(std::string& pointer, std::string_view key) {
  pointer += '/';
  for (char c : key) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
}

std::string plain_step(std::string_view step) {
  std::string out;
  for (std::size_t i = 0; i < step.size(); ++i) {
    const char next = i + 1 < step.size() ? step[i + 1] : '\0';
    if (step[i] == '~' && (next == '0' || next == '1')) {
      out += next == '0' ? '~' : '/';
      ++i;
    } else {
      out += step[i];
    }
  }
  return out;
}

}  // namespace tenon::json
