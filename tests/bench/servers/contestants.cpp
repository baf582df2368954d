#include "servers/contestants.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

namespace bench {

namespace {

// Programs of this build. An empty name: the build has none.
constexpr const char* hello_program = BENCH_HELLO;
constexpr const char* backend_program = BENCH_BACKEND;
constexpr const char* hand_door_program = BENCH_HAND_DOOR;
constexpr const char* slow_handler_program = BENCH_SLOW_HANDLER;
constexpr const char* bare_beast_program = BENCH_BARE_BEAST;
constexpr const char* bare_epoll_program = BENCH_BARE_EPOLL;

constexpr const char* nginx_conf = R"(
daemon off;
master_process off;
worker_processes 1;
error_log stderr crit;
pid {own}/pid;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  keepalive_requests 1000000000;
  default_type text/plain;
  client_body_temp_path {own}/body;
  proxy_temp_path {own}/proxy;
  fastcgi_temp_path {own}/fastcgi;
  uwsgi_temp_path {own}/uwsgi;
  scgi_temp_path {own}/scgi;
  server {{
    listen 127.0.0.1:{port};
    return 200 'Hello, World!';
  }}
}}
)";

constexpr const char* node_program =
    "require('http').createServer((request, response) => response.writeHead(200, {{'Content-Type': 'text/plain', "
    "'Content-Length': 13}}).end('Hello, World!')).listen({}, '127.0.0.1')";

std::string why_missing(const std::string& name, const std::string& program) {
  if (!program.empty() && is_installed(program)) return {};
  return name +
         " cannot be measured: " + (program.empty() ? "this build has no such program." : program + " is missing.");
}

// One that is told its port as its only argument.
server told_its_port(const std::string& name, const std::string& program) {
  return {name, program, "/hello", [program](int port) { return command{{program, std::to_string(port)}}; },
          why_missing(name, program)};
}

server backend(const tenon::testing::scratch_folder& folder) {
  const std::string data = folder.path("backend");
  return {"backend", backend_program, "/healthz",
          [data](int port) {
            return command{{backend_program, "serve", "--port", std::to_string(port), "--data-dir", data}};
          },
          why_missing("backend", backend_program)};
}

server nginx(const tenon::testing::scratch_folder& folder) {
  const std::string own = folder.path("nginx");
  const auto start = [own](int port) {
    std::filesystem::create_directories(own);
    std::ofstream(own + "/nginx.conf") << fmt::format(nginx_conf, fmt::arg("own", own), fmt::arg("port", port));
    return command{{"nginx", "-p", own, "-e", "stderr", "-c", own + "/nginx.conf"}};
  };
  return {"nginx", "nginx", "/hello", start, why_missing("nginx", "nginx")};
}

server node() {
  return {"node", "node", "/hello", [](int port) { return command{{"node", "-e", fmt::format(node_program, port)}}; },
          why_missing("node", "node")};
}

}  // namespace

contestants gather(const tenon::testing::scratch_folder& folder) {
  return {.hello = told_its_port("hello", hello_program),
          .backend = backend(folder),
          .hand_door = told_its_port("the door alone", hand_door_program),
          .slow_handler = told_its_port("slow handler", slow_handler_program),
          .bare_beast = told_its_port("bare Beast", bare_beast_program),
          .bare_epoll = told_its_port("bare epoll", bare_epoll_program),
          .nginx = nginx(folder),
          .node = node()};
}

}  // namespace bench
