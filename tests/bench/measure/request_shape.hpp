// What the requests look like that are counted and timed.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace bench {

// As wrk sends them, one or sixteen in a row, and as a browser sends them.
enum class request_shape { plain, pipelined, browser };

inline constexpr std::array all_shapes{request_shape::plain, request_shape::pipelined, request_shape::browser};

constexpr std::size_t batch_of(request_shape shape) { return shape == request_shape::pipelined ? 16 : 1; }

constexpr std::string_view name_of(request_shape shape) {
  switch (shape) {
    case request_shape::plain:
      return "wrk's headers";
    case request_shape::pipelined:
      return "pipelined by 16";
    case request_shape::browser:
      return "a browser's headers";
  }
  return "";
}

inline std::string request_text(request_shape shape, std::string_view path, int port) {
  std::string text = "GET ";
  text.append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1:").append(std::to_string(port)).append("\r\n");
  if (shape == request_shape::browser)
    text.append(
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\r\n"
        "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r\n"
        "Accept-Language: en-US,en;q=0.5\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: keep-alive\r\n"
        "Upgrade-Insecure-Requests: 1\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\n");
  text.append("\r\n");
  return text;
}

}  // namespace bench
