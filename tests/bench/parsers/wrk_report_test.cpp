#include "measure/wrk_report.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace {

using bench::read_wrk_report;

std::string report(const std::string& p99, const std::string& trouble = "") {
  return "Running 1s test @ http://127.0.0.1:23456/hello\n  1 threads and 64 connections\n"
         "  Thread Stats   Avg      Stdev     Max   +/- Stdev\n"
         "    Latency   253.30us  125.82us   2.84ms   93.71%\n    Req/Sec   134.85k     7.17k  141.16k    90.00%\n"
         "  Latency Distribution\n     50%  231.00us\n     75%  253.00us\n     90%  302.00us\n     99%  " +
         p99 +
         "\n"
         "  133910 requests in 1.00s, 16.60MB read\n" +
         trouble + "Requests/sec: 133681.54\nTransfer/sec:     16.57MB\n";
}

TEST(wrk_report, the_numbers_are_read) {
  const bench::wrk_report read = read_wrk_report(report("673.00us"));
  EXPECT_DOUBLE_EQ(read.requests_per_second, 133681.54);
  EXPECT_DOUBLE_EQ(read.requests, 133910);
  EXPECT_DOUBLE_EQ(read.p99_ms, 0.673);
}

TEST(wrk_report, times_have_three_units) {
  EXPECT_DOUBLE_EQ(read_wrk_report(report("26.30ms")).p99_ms, 26.3);
  EXPECT_DOUBLE_EQ(read_wrk_report(report("1.05s")).p99_ms, 1050);
  EXPECT_THROW(read_wrk_report(report("1.05m")), std::runtime_error);
}

TEST(wrk_report, the_share_within_one_deviation_is_not_taken_for_the_99th_percentile) {
  std::string text = report("673.00us");
  text.replace(text.find("93.71%"), 6, "79.99%");
  EXPECT_DOUBLE_EQ(read_wrk_report(text).p99_ms, 0.673);
}

TEST(wrk_report, answers_that_were_errors_are_no_measurement) {
  EXPECT_THROW(read_wrk_report(report("1.00ms", "  Non-2xx or 3xx responses: 12\n")), std::runtime_error);
  EXPECT_THROW(read_wrk_report(report("1.00ms", "  Socket errors: connect 0, read 3, write 0, timeout 0\n")),
               std::runtime_error);
}

TEST(wrk_report, a_text_without_numbers_is_refused_with_what_it_says) {
  try {
    read_wrk_report("unable to connect to 127.0.0.1:1 Connection refused\n");
    FAIL();
  } catch (const std::runtime_error& failure) {
    EXPECT_NE(std::string(failure.what()).find("Connection refused"), std::string::npos);
  }
  EXPECT_THROW(read_wrk_report(""), std::runtime_error);
}

}  // namespace
