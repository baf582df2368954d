// Web sockets as an implementation that is not ours sees them: Boost.Beast's client, with its own socket.
#include <gtest/gtest.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <string>

#include "web_socket_house.hpp"

namespace {

using namespace web_socket_test;
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;

class other_end {
 public:
  other_end(house& of, const std::string& path) {
    const asio::ip::tcp::endpoint where(asio::ip::address_v4::loopback(),
                                        static_cast<unsigned short>(of.server().port()));
    beast::get_lowest_layer(socket).connect(where);
    socket.handshake(head, "salon.example", path);
  }
  std::string read() {
    beast::flat_buffer buffer;
    socket.read(buffer);
    return beast::buffers_to_string(buffer.data());
  }

  asio::io_context loop{};
  websocket::response_type head{};
  websocket::stream<asio::ip::tcp::socket> socket{loop};
};

TEST(web_socket_of_another_implementation, is_understood_in_every_size_and_in_fragments) {
  house at;
  other_end peer(at, "/echo");
  EXPECT_EQ(peer.head.result_int(), 101U);
  EXPECT_EQ(peer.head.count("Server"), 0U);
  for (const std::size_t size : {0U, 1U, 125U, 126U, 4095U, 4096U, 4097U, 65'535U, 65'536U, 1'000'000U}) {
    const std::string sent(size, 'b');
    peer.socket.text(true);
    peer.socket.write(asio::buffer(sent));
    EXPECT_EQ(peer.read(), sent) << size;
    EXPECT_TRUE(peer.socket.got_text());
  }
  peer.socket.binary(true);
  peer.socket.write_some(false, asio::buffer(std::string("\xFF one ")));
  peer.socket.write_some(false, asio::buffer(std::string("two ")));
  peer.socket.write_some(true, asio::buffer(std::string("three")));
  EXPECT_EQ(peer.read(), "\xFF one two three");
  EXPECT_TRUE(peer.socket.got_binary());
}

TEST(web_socket_of_another_implementation, gets_a_pong_and_says_good_bye) {
  house at;
  other_end peer(at, "/echo");
  std::string pong;
  peer.socket.control_callback([&](websocket::frame_type kind, beast::string_view text) {
    if (kind == websocket::frame_type::pong) pong = std::string(text.data(), text.size());
  });
  peer.socket.ping("there?");
  peer.socket.write(asio::buffer(std::string("a")));
  EXPECT_EQ(peer.read(), "a");
  EXPECT_EQ(pong, "there?");
  peer.socket.close({static_cast<websocket::close_code>(4321), "enough"});
  EXPECT_TRUE(becomes([&] { return at.hosts().ended == 1; }));
  EXPECT_EQ(at.hosts().code, 4321);
  EXPECT_EQ(at.hosts().reason, "enough");
}

TEST(web_socket_of_another_implementation, is_told_why_it_is_closed) {
  house at;
  other_end peer(at, "/closes");
  EXPECT_THROW(static_cast<void>(peer.read()), boost::system::system_error);
  EXPECT_EQ(peer.socket.reason().code, 4001);
  EXPECT_EQ(std::string(peer.socket.reason().reason.c_str()), std::string(122, 'x'));
}

}  // namespace
