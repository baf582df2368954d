// expect: reserved_redirect: extension_impl is redirected to data_cluster, and it is the alias of the implementation. Take the redirect out, and set TENON_EXTENSION_IMPL
#include "tenon/app.hpp"
#include "data_and_notes.hpp"

tenon::app<tenon::redirect<"extension_impl", "data_cluster">, notes, data, data_cluster> composition;
