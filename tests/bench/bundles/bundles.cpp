// Validates a bundle of so many forms of sixty questions, or of small ones beside many definitions, and prints the
// milliseconds that it took, the median of five; or draws a form of a hundred fields, or checks an observation of it,
// and prints the microseconds that it takes.
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "measure/median.hpp"
#include "tenon/form/folder_bundle.hpp"
#include "tenon/form/plan/draw_form.hpp"
#include "tenon/form/schema/schema_check.hpp"
#include "tenon/form/validator.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t sixty = 60;
constexpr std::string_view formats[] = {"email", "date", "gps", "stars"};

void write(const fs::path& file, std::string_view text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

std::string schema(std::size_t questions) {
  std::string text = "{\n  \"type\": \"object\",\n  \"properties\": {";
  for (std::size_t i = 0; i < questions; ++i)
    text.append(i == 0 ? "\n" : ",\n")
        .append("    \"q")
        .append(std::to_string(i))
        .append("\": {\n      \"type\": \"string\",\n      \"title\": \"A question\",\n")
        .append("      \"description\": \"What the question is about, in a sentence or two.\",\n      \"format\": \"")
        .append(formats[i % std::size(formats)])
        .append("\"\n    }");
  return text.append("\n  }\n}\n");
}

std::string layout(std::size_t questions) {
  std::string text = "{\n  \"type\": \"VerticalLayout\",\n  \"elements\": [";
  for (std::size_t i = 0; i < questions; ++i)
    text.append(i == 0 ? "\n" : ",\n")
        .append("    {\n      \"type\": \"Control\",\n      \"scope\": \"#/properties/q")
        .append(std::to_string(i))
        .append(
            "\",\n      \"label\": \"A question\",\n      \"options\": {\n        \"format\": \"stars\"\n      }\n    "
            "}");
  return text.append("\n  ]\n}\n");
}

void write_bundle(const fs::path& root, std::size_t forms) {
  write(root / "app/index.html", "<!doctype html>");
  write(root / "forms/ext.json",
        R"({"renderers": {"stars": {"renderer": {"path": "index.html", "export": "Stars"}}}})");
  for (std::size_t i = 0; i < forms; ++i) {
    write(root / "forms" / ("form" + std::to_string(i)) / "schema.json", schema(sixty));
    write(root / "forms" / ("form" + std::to_string(i)) / "ui.json", layout(sixty));
  }
}

// Small forms, each of which refers to one of so many definitions; with an empty ext.json of its own, or without.
void write_small_forms(const fs::path& root, std::size_t forms, std::size_t definitions, bool with_own) {
  write(root / "app/index.html", "<!doctype html>");
  std::string text = R"({"definitions": {)";
  for (std::size_t i = 0; i < definitions; ++i)
    text.append(i == 0 ? "\"d" : ",\n\"d")
        .append(std::to_string(i))
        .append(R"(": {"type": "string", "description": ")")
        .append(100, 'x')
        .append("\"}");
  write(root / "forms/ext.json", text.append("}}"));
  for (std::size_t i = 0; i < forms; ++i) {
    const fs::path form = root / "forms" / ("form" + std::to_string(i));
    write(form / "schema.json", R"({"type": "object", "properties": {"a": {"$ref": "#/definitions/d1"}}})");
    write(form / "ui.json", "{}");
    if (with_own) write(form / "ext.json", "{}");
  }
}

double milliseconds_of_one(const fs::path& root, std::size_t forms) {
  const auto begin = std::chrono::steady_clock::now();
  const tenon::form::report found = validate(tenon::form::folder_bundle(root));
  const double took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  if (!found.valid() || found.info.form_count != forms) throw std::runtime_error(to_text(found));
  return took;
}

// A hundred questions of the built-in kinds, all answered.
std::string mixed_schema() {
  constexpr std::string_view kinds[] = {R"({"type": "string", "title": "A name", "description": "As it is written."})",
                                        R"({"type": "integer", "minimum": 0, "maximum": 150})",
                                        R"({"type": "string", "format": "date"})",
                                        R"({"type": "boolean", "title": "Whether it rained"})",
                                        R"({"type": "string", "enum": ["dry", "wet", "between"]})"};
  std::string text = R"({"type": "object", "required": ["q0", "q1"], "properties": {)";
  for (std::size_t i = 0; i < 100; ++i)
    text.append(i == 0 ? "\"q" : ", \"q").append(std::to_string(i)).append("\": ").append(kinds[i % std::size(kinds)]);
  return text.append("}}");
}
std::string mixed_data() {
  constexpr std::string_view said[] = {"\"Ada & Grace\"", "42", "\"2026-11-27\"", "true", "\"wet\""};
  std::string text = "{";
  for (std::size_t i = 0; i < 100; ++i)
    text.append(i == 0 ? "\"q" : ", \"q").append(std::to_string(i)).append("\": ").append(said[i % std::size(said)]);
  return text.append("}");
}

double microseconds_of_drawing() {
  tenon::form::form_init_data of{.form = "mixed"};
  of.schema.text = mixed_schema();
  const tenon::form::form_plan plan(of, {});
  const tenon::json::raw data{mixed_data()};
  constexpr int times = 2'000;
  std::size_t bytes = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < times; ++i) bytes += draw_form(plan, plan.answers_of(data), {}, "/forms/mixed").html.size();
  const auto took = std::chrono::steady_clock::now() - begin;
  if (bytes < 100'000U * times / 10) throw std::runtime_error("the form is not drawn");
  return std::chrono::duration<double, std::micro>(took).count() / times;
}

// As its text came; the schema has been made ready before.
double microseconds_of_checking() {
  const tenon::form::schema_check by(mixed_schema());
  const std::string data = mixed_data();
  constexpr int times = 5'000;
  std::size_t wrong = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < times; ++i) wrong += by.problems_of(data).size();
  const auto took = std::chrono::steady_clock::now() - begin;
  if (wrong != 0) throw std::runtime_error("what is right is said to be wrong");
  return std::chrono::duration<double, std::micro>(took).count() / times;
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 3 && std::string_view(arguments[1]) == "write") {  // for others to check
    write(fs::path(arguments[2]) / "schema.json", mixed_schema());
    write(fs::path(arguments[2]) / "data.json", mixed_data());
    return 0;
  }
  if (count != 2)
    return std::fprintf(stderr, "usage: %s FORMS[xDEFINITIONS[+]]|draw|check|write FOLDER\n", arguments[0]), 2;
  if (std::string_view(arguments[1]) == "check") return std::printf("%f\n", microseconds_of_checking()), 0;
  if (std::string_view(arguments[1]) == "draw") return std::printf("%f\n", microseconds_of_drawing()), 0;
  // `400x5000`: so many small forms beside so many definitions; `400x5000+`: each with an ext.json of its own.
  char* behind = nullptr;
  const auto forms = static_cast<std::size_t>(std::strtoull(arguments[1], &behind, 10));
  const std::string_view beside = behind;
  const tenon::testing::scratch_folder folder;
  const fs::path root = folder.path("bundle");
  if (beside.starts_with('x'))
    write_small_forms(root, forms, std::strtoull(behind + 1, nullptr, 10), beside.ends_with('+'));
  else
    write_bundle(root, forms);
  std::vector<double> took;
  for (int i = 0; i < 5; ++i) took.push_back(milliseconds_of_one(root, forms));
  std::printf("%f\n", bench::median(took));
  return 0;
}
