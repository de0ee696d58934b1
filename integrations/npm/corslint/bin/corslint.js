#!/usr/bin/env node
// Runs the native program of this platform's package, or the one that CORSLINT_BINARY names.
"use strict";
const { spawnSync } = require("node:child_process");

function program() {
  if (process.env.CORSLINT_BINARY) return process.env.CORSLINT_BINARY;
  const name = `@corslint/${process.platform}-${process.arch}`;
  try {
    return require.resolve(`${name}/corslint`);
  } catch {
    console.error(
      `corslint: there is no program for this platform: the package ${name} is not installed. ` +
        "Install without --no-optional, or build corslint and set CORSLINT_BINARY to its path.",
    );
    process.exit(2);
  }
}

const run = spawnSync(program(), process.argv.slice(2), { stdio: "inherit" });
if (run.error) {
  console.error(`corslint: ${run.error.message}`);
  process.exit(2);
}
if (run.signal) process.kill(process.pid, run.signal);
process.exit(run.status);
