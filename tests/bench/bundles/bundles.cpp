// Validates a bundle of so many forms of sixty questions, and prints the milliseconds that it took, the median of five.
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
#include "measure/scratch_folder.hpp"
#include "tenon/form/folder_bundle.hpp"
#include "tenon/form/validator.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t questions = 60;
constexpr std::string_view formats[] = {"email", "date", "gps", "stars"};

void write(const fs::path& file, std::string_view text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

std::string schema() {
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

std::string layout() {
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
    write(root / "forms" / ("form" + std::to_string(i)) / "schema.json", schema());
    write(root / "forms" / ("form" + std::to_string(i)) / "ui.json", layout());
  }
}

double milliseconds_of_one(const fs::path& root, std::size_t forms) {
  const auto begin = std::chrono::steady_clock::now();
  const tenon::form::report found = validate(tenon::form::folder_bundle(root));
  const double took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  if (!found.valid() || found.info.form_count != forms) throw std::runtime_error(to_text(found));
  return took;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return std::fprintf(stderr, "usage: %s FORMS\n", arguments[0]), 2;
  const auto forms = static_cast<std::size_t>(std::strtoull(arguments[1], nullptr, 10));
  const bench::scratch_folder folder;
  const fs::path root = folder / "bundle";
  write_bundle(root, forms);
  std::vector<double> took;
  for (int i = 0; i < 5; ++i) took.push_back(milliseconds_of_one(root, forms));
  std::printf("%f\n", bench::median(took));
  return 0;
}
