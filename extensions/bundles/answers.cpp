#include "answers.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "change_log.hpp"
#include "media_type.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/web/error_body.hpp"
#include "tenon/web/failure.hpp"

namespace tenon_bundles {

namespace json = tenon::json;
namespace web = tenon::web;

namespace {

// Up to here a file is answered in one piece, whose length is known.
constexpr std::size_t one_piece = std::size_t{256} << 10U, piece = std::size_t{64} << 10U;

bool is_preview(const tenon::request& from) {
  const std::optional<std::string> said = from.query_value("preview");
  return said && (*said == "true" || *said == "1");
}

// The newest version, where that is what somebody wants; else the active one. Null where there is none.
kept_version wanted(const all_versions& of, bool preview) {
  if (!preview) return of.active;
  return of.kept.empty() ? nullptr : of.kept.front();
}

std::string tag_of(std::string_view hash) { return std::string("\"").append(hash).append("\""); }

// RFC 9110 section 13.1.2: a list of tags, weak or not, or `*`.
bool has_it(const tenon::request& from, std::string_view tag) {
  const auto kept = from.header("If-None-Match");
  return kept && (*kept == "*" || kept->find(tag) != std::string_view::npos);
}

tenon::response tagged(tenon::response of, std::string tag) {
  return std::move(of).with("ETag", std::move(tag)).with("Cache-Control", "no-cache");
}

tenon::pieces sent(kept_version of, tenon::form::zip_entry file) {
  for (std::uint64_t left = file.size(); left != 0;) {
    std::string text = file.next(piece);
    left -= text.size();
    co_yield std::move(text);
  }
  of.reset();
}

// Whatever a bundle brings is somebody else's: opened by itself it may not act as a page of this server.
tenon::response sandboxed(tenon::response of) {
  return std::move(of).with("X-Content-Type-Options", "nosniff").with("Content-Security-Policy", "sandbox");
}

std::vector<kept_version>::const_iterator find(const all_versions& in, std::string_view name) {
  return std::ranges::find_if(in.kept, [&](const kept_version& one) { return one->name() == name; });
}

}  // namespace

tenon::response refused(int status, std::string_view error, std::string_view message) {
  return web::uncached(tenon::response::json(web::refusal_body(error, message), status));
}

tenon::response manifest_answer(const all_versions& of, const tenon::request& from) {
  if (!of.active) return refused(404, "no app bundle is active", "Push a bundle, and switch to its version");
  std::string tag = tag_of(of.active->record().manifest.hash);
  const bool kept = has_it(from, tag);
  return tagged(kept ? tenon::response::empty(304) : tenon::response::json(of.active->manifest_json()), std::move(tag));
}

tenon::response file_answer(const all_versions& of, const std::string& path, const tenon::request& from) {
  if (path.empty()) return refused(400, "the path is empty", "File path is required");
  const bool preview = is_preview(from);
  const kept_version from_where = wanted(of, preview);
  const file_record* found = from_where ? from_where->find(path) : nullptr;
  if (found == nullptr) return refused(404, "file not found", "The app bundle has no such file");
  std::string tag = tag_of(found->hash);
  tenon::response out = tenon::response::empty(304);
  if (!has_it(from, tag)) {
    const tenon::header_literal type = media_type_of(path);
    out = found->size <= one_piece ? tenon::response{200, type, from_where->read(path), {}}
                                   : tenon::response::in_pieces(type, sent(from_where, from_where->open(path)));
  }
  if (preview) out.headers.push_back({"x-is-preview", "true"});
  return sandboxed(tagged(std::move(out), std::move(tag)));
}

tenon::response versions_answer(const all_versions& of) {
  struct listed {
    std::vector<std::string> versions{};
  } out;
  for (const kept_version& one : of.kept)
    out.versions.push_back(std::string(one->name()).append(one == of.active ? " *" : ""));
  return web::uncached(tenon::response::json(json::to_text(out)));
}

tenon::response changes_answer(const all_versions& of, const tenon::request& from) {
  const auto named = [&](std::string_view parameter) {
    const std::optional<std::string> said = from.query_value(parameter);
    return said && !said->empty() ? said : std::nullopt;
  };
  for (const std::string_view parameter : {"current", "target"})
    if (const auto said = named(parameter); said && version_name(*said).empty())
      return refused(400, "invalid version", std::string("The parameter ").append(parameter).append(" is no version"));

  const std::optional<std::string> current = named("current"), target = named("target");
  const kept_version usual = wanted(of, is_preview(from));
  const auto to = current ? find(of, version_name(*current)) : std::ranges::find(of.kept, usual);
  if (to == of.kept.end())
    return refused(404, current ? std::string("version ").append(*current).append(" does not exist") : "no version",
                   "There is no such version to compare");
  auto older = target ? find(of, version_name(*target)) : std::next(to);
  if (target && older == of.kept.end())
    return refused(404, std::string("version ").append(*target).append(" does not exist"),
                   "There is no such version to compare");
  if (older == of.kept.end()) older = to;
  return web::uncached(tenon::response::json(json::to_text(changes((*older)->record(), (*to)->record()))));
}

tenon::response findings_answer(const tenon::form::report& of) {
  const std::string findings = to_json(of);
  if (of.valid()) return web::uncached(tenon::response::json(findings));
  std::string body = web::refusal_body("bundle validation failed", "Failed to process app bundle");
  body.back() = ',';
  return web::uncached(tenon::response::json(body.append(findings, 1), 400));
}

tenon::response push_answer(const pushed& what) {
  if (!what.made) return findings_answer(what.found);
  std::string body = R"({"message":"App bundle successfully pushed","manifest":)";
  body.append(what.made->manifest_json());
  if (!what.found.warnings().empty()) body.append(R"(,"warnings":)").append(to_json(what.found.warnings()));
  return web::uncached(tenon::response::json(body.append("}")));
}

tenon::response switch_answer(std::string_view version) {
  struct said {
    std::string message{};
  };
  return web::uncached(
      tenon::response::json(json::to_text(said{std::string("Switched to app bundle version ").append(version)})));
}

}  // namespace tenon_bundles
