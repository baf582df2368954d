// The hosts' door: the app, and what a program needs around it.
#pragma once

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/lifecycle/console_log.hpp"
#include "tenon/lifecycle/termination.hpp"
#include "tenon/run.hpp"
