#include "call_request.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "call_form.hpp"
#include "tenon/json/document.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/multipart/form_parts.hpp"
#include "tenon/word/raw_json.hpp"
#include "tenon/word/without_space.hpp"

namespace tenon_drivers {

namespace {

// As the wire spells it.
struct body {
  std::optional<std::string> interface{}, driver{}, service{}, method{};
  tenon::json::raw args{};
  std::optional<bool> test_mode{};
};

constexpr std::array<std::string_view, 6> members{"interface", "driver", "service", "method", "args", "test_mode"};

std::vector<std::string> unknown_members(std::string_view text) {
  std::vector<tenon::finding> ignored;
  const auto object = tenon::json::document::parse(text, {.max_bytes = most_json_bytes}, ignored);
  std::vector<std::string> out = object ? object->keys() : std::vector<std::string>();
  std::erase_if(out, [](const std::string& one) { return std::ranges::find(members, one) != members.end(); });
  return out;
}

std::optional<wanted_call> call_of(std::string_view text, std::string& problem) {
  std::vector<tenon::finding> findings;
  std::optional<body> sent = tenon::json::from_text<body>(
      tenon::without_space(text).empty() ? "{}" : text, findings,
      {.unknown = tenon::json::unknown::ignored, .missing = tenon::json::missing::kept, .max_bytes = most_json_bytes});
  if (!sent) {
    problem = tenon::to_string(findings.front());
    return std::nullopt;
  }
  wanted_call out{.interface = sent->interface.value_or(""),
                  .driver = sent->driver ? *std::move(sent->driver) : sent->service.value_or(""),
                  .method = sent->method.value_or(""),
                  .args = std::move(sent->args.text),
                  .test_mode = sent->test_mode.value_or(false)};
  if (out.interface.empty() || out.method.empty() || out.args.empty()) out.passed_over = unknown_members(text);
  return out;
}

}  // namespace

std::optional<wanted_call> call_in(const tenon::request& request, std::string& problem) {
  const std::string_view type = request.header("Content-Type").value_or("");
  if (!tenon::multipart::is_form(type)) return call_of(request.body, problem);
  std::optional<call_form> form = form_in(type, request.body, problem);
  if (!form) return std::nullopt;
  std::optional<wanted_call> call = call_of(form->json, problem);
  if (call) call->files = std::move(form->files);
  return call;
}

}  // namespace tenon_drivers
