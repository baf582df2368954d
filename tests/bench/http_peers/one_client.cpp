// Sends the same request over one connection, again and again, and reads every answer: for counting instructions.
// usage: one_client PORT COUNT PIPELINED small|browser [PATH]    exit 1: an answer was not a 200
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

constexpr std::string_view browser =
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\r\n"
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r\n"
    "Accept-Language: en-US,en;q=0.5\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: keep-alive\r\n"
    "Upgrade-Insecure-Requests: 1\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\n";

bool read_exactly(int peer, char* to, std::size_t size) {
  while (size > 0) {
    const ssize_t got = recv(peer, to, size, 0);
    if (got <= 0) return false;
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 5) return 2;
  const long wanted = std::atol(arguments[2]);
  const auto pipelined = static_cast<std::size_t>(std::atol(arguments[3]));
  std::string request = "GET ";
  request.append(count > 5 ? arguments[5] : "/").append(" HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n");
  if (std::string_view(arguments[4]) == "browser") request.append(browser);
  request.append("\r\n");
  std::string batch;
  for (std::size_t i = 0; i < pipelined; ++i) batch += request;

  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(std::atoi(arguments[1])));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int peer = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  for (int tries = 0; connect(peer, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0; ++tries) {
    if (tries == 500) return 1;
    usleep(20'000);
  }
  setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);

  // The first answer tells the size of all: they are the same.
  std::array<char, 8192> first{};
  if (send(peer, request.data(), request.size(), 0) < 0) return 1;
  usleep(200'000);
  const ssize_t size = recv(peer, first.data(), first.size(), 0);
  if (size <= 0 || !std::string_view(first.data(), static_cast<std::size_t>(size)).starts_with("HTTP/1.1 200"))
    return 1;
  std::string answers(static_cast<std::size_t>(size) * pipelined, '\0');
  for (long done = 1; done < wanted; done += static_cast<long>(pipelined)) {
    if (send(peer, batch.data(), batch.size(), 0) != static_cast<ssize_t>(batch.size())) return 1;
    if (!read_exactly(peer, answers.data(), answers.size())) return 1;
    if (!std::string_view(answers).starts_with("HTTP/1.1 200")) return 1;
  }
}
