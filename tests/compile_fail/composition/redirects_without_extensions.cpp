// expect: not_an_extension: give it
#include "tenon/app.hpp"

using namespace tenon::literals;

tenon::app<tenon::redirect<"data", "data_cluster">> composition;
