// wrk: one thread on its own processor, 64 connections.
#pragma once

#include <chrono>
#include <string>

#include "measure/request_shape.hpp"
#include "measure/wrk_report.hpp"

namespace bench {

// Throws std::runtime_error where wrk fails, or an answer was not 2xx.
wrk_report run_wrk(int port, const std::string& path, request_shape shape, std::chrono::seconds time);

// The same with a script in Lua, which may be empty, that says what is sent.
wrk_report run_wrk(int port, const std::string& path, const std::string& script, std::chrono::seconds time);

}  // namespace bench
