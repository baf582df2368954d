// What the system knows of this process.
#pragma once

#include "exposition.hpp"

namespace tenon_metrics {

// By the names that Prometheus has for them. What the system does not tell is left out.
void tell_process_facts(exposition& out);

}  // namespace tenon_metrics
