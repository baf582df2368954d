// examples/chat, as a process, and those who talk there.
#include <gtest/gtest.h>

#include <signal.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <charconv>
#include <string>
#include <string_view>
#include <thread>

#include "../backend/child.hpp"

namespace {

using namespace backend_test;
namespace asio = boost::asio;
namespace beast = boost::beast;

class guest {
 public:
  guest(unsigned short port, const std::string& path) {
    socket_.next_layer().connect({asio::ip::address_v4::loopback(), port});
    socket_.handshake("127.0.0.1", path);
  }
  void say(const std::string& text) { socket_.write(asio::buffer(text)); }
  std::string hear() {
    beast::flat_buffer buffer;
    boost::system::error_code failed;
    socket_.read(buffer, failed);
    return failed ? std::string("closed with ").append(std::to_string(socket_.reason().code))
                  : beast::buffers_to_string(buffer.data());
  }

 private:
  asio::io_context loop_{};
  beast::websocket::stream<asio::ip::tcp::socket> socket_{loop_};
};

TEST(chat_example, tells_everybody_in_a_room_and_closes_when_it_is_told_to_end) {
  child chat({TENON_EXAMPLE_CHAT, "serve", "--port", "0"}, {});
  constexpr std::string_view said = "listening on http://127.0.0.1:";
  ASSERT_TRUE(chat.says(said)) << chat.output();
  const std::string text = chat.output();
  unsigned short port = 0;
  const std::size_t at = text.find(said) + said.size();
  std::from_chars(text.data() + at, text.data() + text.size(), port);

  guest ada(port, "/chat/blue"), bob(port, "/chat/blue"), eve(port, "/chat/green");
  // Who has only just come in may not be there yet.
  ada.say("1");
  bob.say("2");
  eve.say("3");
  EXPECT_EQ(eve.hear(), "3");
  std::string heard;
  while (heard != "2") heard = ada.hear();
  for (heard.clear(); heard != "2";) heard = bob.hear();
  ada.say("hello");
  EXPECT_EQ(ada.hear(), "hello");
  EXPECT_EQ(bob.hear(), "hello");
  eve.say("alone");
  EXPECT_EQ(eve.hear(), "alone");
  ada.say(std::string(4097, 'x'));
  EXPECT_EQ(ada.hear(), "closed with 1009");
  EXPECT_TRUE(chat.says("somebody has left blue"));
  chat.signal(SIGTERM);
  EXPECT_EQ(bob.hear(), "closed with 1001");
  EXPECT_EQ(eve.hear(), "closed with 1001");
  EXPECT_EQ(chat.wait(), 0);
}

}  // namespace
