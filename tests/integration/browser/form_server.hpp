// A program that shows forms, as a process.
#pragma once

#include <signal.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../backend/child.hpp"
#include "../backend/http_client.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace browser_test {

class form_server {
 public:
  // Its own bundle, or that in a folder. Settings are as on the command line, `forms.bundle_modules=true`.
  explicit form_server(std::string program, std::string bundle = {}, std::vector<std::string> settings = {})
      : program_(std::move(program)), settings_(std::move(settings)) {
    if (!bundle.empty()) settings_.push_back("forms.bundle=" + bundle);
    start(0);
  }

  void start(int port) {
    std::vector<std::string> words{program_, "serve", "--port", std::to_string(port), "--data-dir", data_.path()};
    for (const std::string& one : settings_) words.insert(words.end(), {"--set", one});
    process_ = std::make_unique<backend_test::child>(words, std::vector<std::string>{});
    constexpr std::string_view said = "listening on http://127.0.0.1:";
    if (!process_->says(said)) throw std::runtime_error(process_->output());
    const std::string text = process_->output();
    const std::size_t at = text.find(said) + said.size();
    std::from_chars(text.data() + at, text.data() + text.size(), port_);
  }
  void stop() {
    process_->signal(SIGTERM);
    process_->wait();
  }
  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] std::string page(std::string_view path) const {
    return std::string("http://127.0.0.1:").append(std::to_string(port_)).append(path);
  }
  // The administrator's.
  [[nodiscard]] std::string token() const {
    std::string token;
    std::ifstream(std::filesystem::path(data_.path()) / "admin.token") >> token;
    return token;
  }
  // In its log.
  [[nodiscard]] int how_often_said(std::string_view words) const {
    const std::string text = process_->output();
    int out = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++out;
    return out;
  }
  // What an administrator reads, each a line.
  [[nodiscard]] std::string observations(const std::string& form) const {
    return backend_test::answer_to(port_, {.target = "/forms/" + form + "/observations.jsonl", .token = token()}).body;
  }

 private:
  mutable tenon::testing::scratch_folder data_{};
  std::string program_;
  std::vector<std::string> settings_;
  int port_ = 0;
  std::unique_ptr<backend_test::child> process_{};
};

}  // namespace browser_test
