// The extension behind a real door. What it is composed of is compiled once, in stage.cpp.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "../contract.hpp"
#include "client.hpp"
#include "pushed_bundle.hpp"

namespace stage {

// What stands behind `"key":"` up to the next quote.
inline std::string member(std::string_view json, std::string_view key) {
  const std::string before = std::string("\"").append(key).append("\":\"");
  const std::size_t at = json.find(before);
  if (at == std::string_view::npos) return {};
  json.remove_prefix(at + before.size());
  return std::string(json.substr(0, json.find('"')));
}

inline std::string form_of(std::string_view bytes, std::string_view field = "bundle") {
  return std::string("--cut\r\nContent-Disposition: form-data; name=\"")
      .append(field)
      .append("\"; filename=\"b.zip\"\r\nContent-Type: application/zip\r\n\r\n")
      .append(bytes)
      .append("\r\n--cut--\r\n");
}

class server {
 public:
  explicit server(int keep = 5);
  ~server();

  answer ask(std::string_view method, std::string_view target, std::string_view token, std::string_view headers = {},
             std::string_view body = {}) const {
    std::string text(method);
    text.append(" ").append(target).append(" HTTP/1.1\r\nHost: localhost\r\n").append(headers);
    if (!token.empty()) text.append("Authorization: Bearer ").append(token).append("\r\n");
    if (method == "POST") text.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
    return client(port_).send(text.append("\r\n").append(body)).read(method != "HEAD");
  }
  answer get(std::string_view target, std::string_view token = "ada", std::string_view headers = {}) const {
    return ask("GET", target, token, headers);
  }
  answer push(std::string_view bytes, std::string_view token = "root") const {
    return ask("POST", "/app-bundle/push", token, "Content-Type: multipart/form-data; boundary=cut\r\n",
               form_of(bytes));
  }
  answer switch_to(std::string_view version, std::string_view token = "root") const {
    return ask("POST", std::string("/app-bundle/switch/").append(version), token);
  }
  std::string versions() const { return get("/app-bundle/versions").body; }
  [[nodiscard]] int port() const { return port_; }

  [[nodiscard]] tenon_bundles::active_bundle exported() const;
  [[nodiscard]] std::vector<tenon_bundles::bundle_activated> told() const;
  void advance(std::chrono::minutes by);
  // From now on nobody can find out whose token that is.
  void lose(const std::string& token);

 private:
  struct composition;
  std::unique_ptr<composition> on_;
  int port_ = 0;
};

}  // namespace stage
