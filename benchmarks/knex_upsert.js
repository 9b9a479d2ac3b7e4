// Batched upserts by knex on `pg`, in one transaction; prints the seconds from
// connection to commit: node knex_upsert.js SOCKETS DATABASE SEEDS MODULES
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

const [host, database, seeds, modules] = process.argv.slice(2);
const knex = createRequire(`${modules}/`)("knex");

const BATCH = 1000; // 15 values each; Postgres takes 65,535 in a statement

const rows = JSON.parse(readFileSync(seeds, "utf8")).data.map((row) => ({
  ...row,
  // pg takes an array for one of Postgres, and not for JSON.
  tags: JSON.stringify(row.tags),
  stats: JSON.stringify(row.stats),
}));
const rarities = [...new Set(rows.map((row) => row.rarity))].map((id) => ({ id }));

async function main() {
  const started = process.hrtime.bigint();
  const connection = { host, user: "seedc", database };
  const db = knex({ client: "pg", connection, pool: { min: 1, max: 1 } });
  await db.transaction(async (transaction) => {
    await transaction("rarities").insert(rarities).onConflict("id").ignore();
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.slice(at, at + BATCH);
      await transaction("items").insert(batch).onConflict("id").merge();
    }
  });
  await db.destroy();
  console.log(Number(process.hrtime.bigint() - started) / 1e9);
}

main();
