// A program with a web socket. In the console of a browser, on a page of it, http://127.0.0.1:8080/:
//   const room = new WebSocket('ws://127.0.0.1:8080/chat/blue'); room.onmessage = told => console.log(told.data);
//   room.send('hello');
#include <tenon/composition.hpp>
#include <tenon/run.hpp>

int main() { return tenon::run<tenon::composition>(); }
