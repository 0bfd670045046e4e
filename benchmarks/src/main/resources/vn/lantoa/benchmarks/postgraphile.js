// Serves one schema with PostGraphile on several cores, until standard input ends. The database comes by PG… variables.
const cluster = require("node:cluster");

if (cluster.isPrimary) {
  for (let i = 0; i < Number(process.env.PEER_WORKERS); i++) {
    cluster.fork();
  }
  cluster.on("exit", () => process.exit(1));
  process.stdin.resume();
  process.stdin.on("end", () => process.exit(0));
} else {
  process.on("disconnect", () => process.exit(0));
  const { createServer } = require("node:http");
  const { postgraphile } = require("postgraphile");
  const handler = postgraphile({ max: 8 }, process.env.PEER_SCHEMA, {
    disableQueryLog: true,
    dynamicJson: true,
    graphiql: false,
    exitOnFail: true,
  });
  createServer(handler).listen(Number(process.env.PEER_PORT), "localhost");
}
