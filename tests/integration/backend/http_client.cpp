#include "http_client.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>

#include "tenon/word/request.hpp"

namespace backend_test {

namespace {

namespace beast = boost::beast;
namespace asio = boost::asio;

}  // namespace

// Asynchronous, because only so do Asio's sockets end by time.
struct http_client::connection {
  asio::io_context io;
  beast::tcp_stream stream{io};
  beast::flat_buffer received;

  template <class Start>
  void run(Start start) {
    boost::system::error_code result;
    stream.expires_after(std::chrono::minutes(1));
    start([&](boost::system::error_code problem, auto...) { result = problem; });
    io.restart();
    io.run();
    if (result) throw boost::system::system_error(result);
  }
};

std::string answer::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (tenon::same_field_name(key, name)) return value;
  return {};
}

std::string ask::text() const {
  std::string out = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n";
  if (!token.empty()) out += "Authorization: Bearer " + token + "\r\n";
  if (!body.empty())
    out += "Content-Type: " + content_type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
  return out + "\r\n" + body;
}

http_client::http_client(int port) : connection_(std::make_unique<connection>()) {
  const asio::ip::tcp::endpoint server(asio::ip::address_v4::loopback(), static_cast<asio::ip::port_type>(port));
  connection_->run([&](auto done) { connection_->stream.async_connect(server, done); });
}
http_client::~http_client() = default;
http_client::http_client(http_client&&) noexcept = default;

void http_client::send(std::string_view text) {
  connection_->run([&](auto done) { asio::async_write(connection_->stream, asio::buffer(text), done); });
}

answer http_client::receive() {
  beast::http::response_parser<beast::http::string_body> parser;
  connection_->run(
      [&](auto done) { beast::http::async_read(connection_->stream, connection_->received, parser, done); });
  const auto& message = parser.get();
  answer out{message.result_int() > 0 ? static_cast<int>(message.result_int()) : 0, message.body(), {}};
  for (const auto& field : message) out.headers.emplace_back(field.name_string(), field.value());
  return out;
}

answer answer_to(int port, const ask& what) {
  http_client client(port);
  client.send(what.text());
  return client.receive();
}

}  // namespace backend_test
