#include "servers/express.hpp"

#include <fstream>
#include <string>

#include "measure/npm.hpp"

namespace bench {

namespace {

// A set is durable when it is answered, as that of the driver is: each appends its line and waits for the disk.
constexpr const char* program = R"(
const express = require('express');
const fs = require('fs');
const app = express();
const values = new Map();
const file = fs.openSync(process.argv[3], 'a');
app.disable('etag');
app.disable('x-powered-by');
app.get('/healthz', (request, response) => response.json({status: 'ok'}));
app.post('/drivers/call', express.json({type: () => true}), (request, response) => {
  const {interface: name, method, args} = request.body;
  const answer = result => response.json(
      {success: true, service: {name, version: '1.0.0'}, result, metadata: {}});
  if (request.headers.authorization === undefined) return response.status(401).json({code: 'token_missing'});
  if (method === 'get') return answer(values.get(args.key) ?? null);
  if (method === 'set') {
    values.set(args.key, args.value);
    fs.write(file, JSON.stringify(args) + '\\n', () => fs.fsync(file, () => answer(true)));
    return;
  }
  response.json({success: false, error: {code: 'method_not_found'}});
});
app.listen(Number(process.argv[2]), '127.0.0.1');
)";

}  // namespace

server express(const tenon::testing::scratch_folder& folder) {
  const std::string own = folder.path("express");
  server out{"Express", "node", "/healthz", [own](int port) {
               return command{{"node", own + "/server.js", std::to_string(port), own + "/values.log"},
                              {"NODE_ENV=production"}};
             }};
  if (const std::string trouble = put_by_npm(own, {"express@5"}); !trouble.empty())
    out.missing = "Express cannot be measured: " + trouble;
  else
    std::ofstream(own + "/server.js") << program;
  return out;
}

}  // namespace bench
