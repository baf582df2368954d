#include "uploads.hpp"

#include <algorithm>

#include "digest.hpp"
#include "findings.hpp"
#include "media_type.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/report.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/multipart/form_parts.hpp"
#include "tenon/word/byte_size.hpp"
#include "tenon/word/utf8.hpp"

namespace tenon_forms {

namespace form = tenon::form;
namespace json = tenon::json;

namespace {

// Of a form with as many questions as there may be, some of them with several choices.
constexpr std::size_t most_parts = 8'000;
constexpr std::size_t longest_file_name = 200;

std::string with_length(std::string_view text) { return std::to_string(text.size()).append(" ").append(text); }

std::string name_for_people(std::string_view name) {
  std::size_t end = 0;
  while (end < name.size()) {
    const std::size_t next = tenon::utf8_size(name.substr(end));
    if (next == 0 || end + next > longest_file_name) break;
    end += next;
  }
  return end == 0 ? "unnamed" : std::string(name.substr(0, end));
}

// As people say it: what is less than a thousandth is of no use to them.
std::string about(std::uint64_t bytes) {
  constexpr std::uint64_t mebi = 1024 * 1024;
  if (bytes < 1024) return std::to_string(bytes).append(" bytes");
  const bool is_large = bytes >= mebi;
  const std::uint64_t unit = is_large ? mebi : 1024, tenths = bytes * 10 / unit;
  std::string out = std::to_string(tenths / 10);
  if (tenths % 10 != 0) out.append(".").append(std::to_string(tenths % 10));
  return out.append(is_large ? " MiB" : " KiB");
}

std::string data_of(const upload& one) {
  std::string out = "{\"id\":" + json::quoted(one.id);
  out.append(",\"name\":").append(json::quoted(one.name)).append(",\"sha256\":").append(json::quoted(one.sha256));
  out.append(",\"size\":").append(std::to_string(one.bytes.size()));
  return out.append(",\"type\":").append(json::quoted(one.type)).append("}");
}

std::string fault_of(const sent_file& one, std::string_view type, const form::element& asked,
                     const upload_limits& most) {
  if (!asked.is_file) return "This is not answered with a file.";
  if (asked.is_read_only) return "This cannot be changed, so no file is taken for it.";
  if (one.bytes.empty()) return "This file is empty: choose another one.";
  if (one.bytes.size() > most.of_one)
    return std::string("This file has ")
        .append(about(one.bytes.size()))
        .append(", and at most ")
        .append(about(most.of_one))
        .append(" are taken: choose a smaller one.");
  return std::string(misfit_of(type, kind_for(asked.format)));
}

}  // namespace

std::optional<sent_parts> parts_in(std::string_view content_type, std::string_view body, std::string& problem) {
  auto all = tenon::multipart::parts_of(content_type, body, problem, {.parts = most_parts});
  if (!all) return std::nullopt;
  sent_parts out;
  for (tenon::multipart::form_part& one : *all) {
    if (!one.file_name)
      out.fields.emplace_back(std::move(one.name), std::string(one.bytes));
    else if (!one.file_name->empty() || !one.bytes.empty())
      out.files.push_back({std::move(one.name), name_for_people(*one.file_name), one.bytes, sha256_of(one.bytes)});
  }
  return out;
}

std::size_t bytes_of_fields(const sent_parts& of) noexcept {
  std::size_t out = 0;
  for (const auto& [name, value] : of.fields) out += name.size() + value.size() + 2;
  return out;
}

std::string told_apart_by(const sent_parts& of) {
  std::string out;
  for (const auto& [name, value] : of.fields) out.append(with_length(name)).append(with_length(value));
  for (const sent_file& one : of.files)
    out.append(with_length(one.question)).append(with_length(one.name)).append(one.sha256);
  return out;
}

uploads take_files(const form::form_plan& plan, const std::vector<sent_file>& all, const upload_limits& most,
                   form::filling& to) {
  uploads out;
  std::uint64_t together = 0;
  for (const sent_file& one : all) {
    const std::optional<std::size_t> number = plan.find(one.question);
    if (!number) {
      complain_of_unasked(plan, one.question, to);
      continue;
    }
    const form::element& asked = plan.question(*number);
    together += one.bytes.size();
    const std::string_view type = media_type_in(one.bytes, kind_for(asked.format)).view();
    std::string why = fault_of(one, type, asked, most);
    const bool is_second = std::ranges::any_of(out.good, [&](const upload& had) { return had.question == *number; });
    if (why.empty() && is_second) why = "Several files were sent, and one is asked for: choose one.";
    if (!why.empty()) {
      out.wrong.push_back({*number, std::move(why)});
      continue;
    }
    upload good{*number, new_id(), one.name, type, one.sha256, one.bytes};
    to.answers[*number].file = asked.type == "string" ? json::quoted(good.id) : data_of(good);
    out.good.push_back(std::move(good));
  }
  if (together > most.of_all)
    complain(to, {},
             std::string("All files together have ")
                 .append(about(together))
                 .append(", and at most ")
                 .append(about(most.of_all))
                 .append(" are taken: choose fewer or smaller ones."));
  return out;
}

void warn_of_narrow_door(std::uint64_t longest_body, const upload_limits& most, const tenon::log& log) {
  // What is typed, and the lines between the parts.
  constexpr std::uint64_t beside_files = 1024 * 1024;
  if (longest_body >= most.of_all + beside_files) return;
  log.warn(std::string("a form may bring files of ")
               .append(about(most.of_all))
               .append(" (forms.files_max_size), and http.body_limit lets in ")
               .append(about(longest_body))
               .append(": whoever sends a larger photo gets 413. Let them in with --set http.body_limit=")
               .append(std::to_string((most.of_all + 2 * beside_files - 1) / beside_files))
               .append("MiB, which each connection may take of the memory, or set forms.files_max_size lower"));
}

void settle_files(uploads& of, form::filling& to) {
  std::erase_if(of.good, [&](const upload& one) { return to.answers[one.question].is_hidden; });
  for (upload_problem& one : of.wrong) {
    std::vector<std::string>& said = to.answers[one.question].problems;
    if (!to.answers[one.question].is_hidden && said.empty()) said.push_back(std::move(one.why));
  }
  for (const upload& one : of.good) to.answers[one.question].typed.assign(1, one.name);
}

}  // namespace tenon_forms
