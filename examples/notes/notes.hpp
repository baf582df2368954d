#pragma once

#include <charconv>
#include <map>
#include <string>
#include <string_view>
#include <tenon/extension.hpp>
#include <tenon/json/body.hpp>
#include <tenon/json/to_text.hpp>
#include <utility>

// Notes, as JSON. They are gone when the program ends.
struct notes {
  static constexpr auto manifest =
      tenon::manifest{.name = "notes", .version = "1.0.0", .doc = "Keeps notes.", .needs = {{"http", "1.x.x"}}};

  struct new_note {
    std::string text;
  };
  struct note {
    int id = 0;
    std::string text;
  };
  using show = tenon::get<"/notes/{id}">;
  using create = tenon::post<"/notes", tenon::body_limit<4096>>;
  using routes = tenon::routes<show, create>;

  tenon::response handle(show route, const tenon::request&) {
    const std::string id = route.at<"id">();
    return all_.look([&](const std::map<int, std::string>& all) {
      const auto found = all.find(number_of(id));
      if (found == all.end())
        throw tenon::error(tenon::error_type::not_found, std::string("There is no note ").append(id));
      return tenon::response::json(tenon::json::to_text(note{found->first, found->second}));
    });
  }
  tenon::response handle(create, const tenon::request& request) {
    const auto asked = tenon::json::body_of<new_note>(request);  // what does not fit is answered with 400
    const note made = all_.with([&](std::map<int, std::string>& all) {
      const int id = static_cast<int>(all.size()) + 1;
      all.emplace(id, asked.text);
      return note{id, asked.text};
    });
    std::string path = std::string("/notes/").append(std::to_string(made.id));
    return tenon::response::json(tenon::json::to_text(made), 201).with("Location", std::move(path));
  }

 private:
  // 0, which no note has, where the text is not a number and nothing else.
  static int number_of(std::string_view text) {
    int out = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), out);
    return failed == std::errc() && end == text.data() + text.size() ? out : 0;
  }

  tenon::guarded<std::map<int, std::string>> all_;
};
