// The protocol of the enforcer tests for the programs that run on Node: one case a line on standard input, one answer a
// line on standard output (differential.cpp describes both). A driver hands `answerCases` a function that sets up its
// program for a policy and returns what answers one request.

import { createRequire } from 'node:module';

const notInstalled = 77;
const require = createRequire(import.meta.url);

/** The package of that name beside this file; where it is missing the process ends and says so by its status. */
export function installed(name) {
  try {
    return require(name);
  } catch (failure) {
    if (failure.code !== 'MODULE_NOT_FOUND') throw failure;
    console.error(`${name} is not installed: run "npm ci" in tests/enforcers/node`);
    process.exit(notInstalled);
  }
}

/** A header value as it arrives: blanks at its ends are no part of it (RFC 9110, 5.5). */
const withoutBlanks = (value) => String(value).replace(/^[ \t]+|[ \t]+$/g, '');

/** The headers that answers are compared by, from pairs whose value is a text or several. */
export function reported(pairs) {
  const headers = [];
  for (const [name, value] of pairs) {
    const lowered = name.toLowerCase();
    if (lowered !== 'vary' && !lowered.startsWith('access-control-')) continue;
    for (const single of [value].flat()) headers.push([lowered, withoutBlanks(single)]);
  }
  return headers;
}

/** The request's headers as an object, as Node hands them to programs. */
export function headersOf(request) {
  return Object.fromEntries(request.headers.map(([name, value]) => [name, withoutBlanks(value)]));
}

/** The keys of `policy` that are set, under the names of the program's options. */
export function options(policy, names) {
  return Object.fromEntries(
    Object.entries(names)
      .filter(([key]) => key in policy)
      .map(([key, option]) => [option, policy[key]]),
  );
}

async function* lines(stream) {
  let rest = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop();
    yield* parts;
  }
  if (rest !== '') yield rest;
}

async function answered({ policy, requests }, setUp) {
  let answer;
  try {
    answer = await setUp(policy);
  } catch (failure) {
    return { start_failure: failure.message, responses: [] };
  }
  const responses = [];
  for (const request of requests) responses.push(await answer(request));
  return { start_failure: null, responses };
}

/** Answers every case; `setUp` throws where the program refuses the policy. */
export async function answerCases(setUp) {
  for await (const line of lines(process.stdin)) {
    if (line === '') continue;
    process.stdout.write(`${JSON.stringify(await answered(JSON.parse(line), setUp))}\n`);
  }
}
