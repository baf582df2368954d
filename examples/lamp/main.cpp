// Settings that change while a program runs: `lamp serve`, and then
//   curl -X PATCH -H "Authorization: Bearer $token" http://127.0.0.1:8080/api/settings/lamp -d '{"brightness": 80}'
#include <tenon/composition.hpp>

int main(int argc, char** argv) { return commands::main<tenon::composition>(argc, argv); }
