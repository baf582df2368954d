#include "answers.hpp"

#include <string>
#include <utility>

#include "tenon/json/to_text.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon_settings {

namespace {

struct outcome {
  tenon::json::raw settings;
  std::vector<std::string> restarting;
};

tenon::response answer(std::string json) { return tenon::web::uncached(tenon::response::json(std::move(json))); }

}  // namespace

tenon::response all(const store& of) {
  std::string json = "[";
  for (const std::string_view name : of.extensions()) json.append(json.size() == 1 ? "" : ",").append(of.shown(name));
  return answer(json += ']');
}

tenon::response one(const store& of, std::string_view extension) { return answer(of.shown(extension)); }

tenon::response changed(const store& of, std::string_view extension, const std::vector<std::string_view>& restarting) {
  return answer(tenon::json::to_text(
      outcome{.settings = {of.shown(extension)}, .restarting = {restarting.begin(), restarting.end()}}));
}

}  // namespace tenon_settings
