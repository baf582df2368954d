#include <tenon/composition.hpp>

int main(int argc, char** argv) { return commands::main<tenon::composition>(argc, argv); }
