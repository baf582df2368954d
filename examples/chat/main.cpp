// A program with a web socket: `chat serve`. Then, in the console of a browser that looks at http://127.0.0.1:8080/,
//   const room = new WebSocket('ws://127.0.0.1:8080/chat/blue'); room.onmessage = told => console.log(told.data);
// and in a second one the same, and `room.send('hello')`.
#include <tenon/composition.hpp>

int main(int argc, char** argv) { return commands::main<tenon::composition>(argc, argv); }
