// Lets a real Chromium run what corslint has judged, and compares: whether the script gets its
// answer, whether and how the browser asks first, what arrives at the server, what the console says,
// which headers the script reads.
//
//   node browser_test.mjs CORSLINT JUDGE [ANSWERS.json...]
//
// ANSWERS are further files of the form of odd_answers.json, such as recorded answers of real
// programs. Exit status 77: something is not installed here. CORSLINT_CHROMIUM names the program.

import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

import {answerCases, judged, policyCases, probes, safelistedProbes} from './cases.mjs';
import {Chromium, findChromium} from './chromium.mjs';
import {deviationOf, deviations} from './deviations.mjs';
import {frameworkCases} from './framework_cases.mjs';
import {checkPreflightCache} from './preflight_cache.mjs';
import {Server} from './server.mjs';

const fewestCases = 500;
const here = name => fileURLToPath(new URL(name, import.meta.url));

function urlOf(one, number) {
  const scheme = one.request.origin.startsWith('http:') ? 'http' : 'https';
  return `${scheme}://api.acme.test/case/${number}`;
}

/** What the script passes to fetch(). Headers that are asked for by name alone have the values that
    corslint gives them. Without credentials, the three ways to say so take turns. */
function initOf({request, expected}, number) {
  const {method, headers, credentials} = request;
  const valueOf = name => expected.request?.headers[name.toLowerCase()] ?? 'x';
  const init = {method, credentials: credentials ? 'include' : ['omit', 'same-origin', undefined][number % 3]};
  if (headers) init.headers = Array.isArray(headers) ? headers.map(name => [name, valueOf(name)]) : Object.entries(headers);
  return init;
}

/** Runs all cases, those of one origin in one page of it, and keeps what came of each. */
async function run(browser, cases) {
  const byOrigin = Map.groupBy ? Map.groupBy(cases, one => one.request.origin) : cases.reduce(
      (map, one) => map.set(one.request.origin, [...(map.get(one.request.origin) ?? []), one]), new Map());
  for (const [origin, group] of byOrigin) {
    const page = await browser.open(origin === 'null' ? 'https://app.acme.test/sandbox' : `${origin}/page`);
    const calls = group.map(one => ({url: one.url, init: one.init}));
    const outcomes = await page.evaluate(`run(${JSON.stringify(calls)})`);
    group.forEach((one, i) => { one.outcome = outcomes[i]; });
  }
}

/** Of several refused headers, Chromium names one in no particular order. */
function anyHeader(text) {
  return text?.replace(/(Request header field )\S+( is not allowed)/, '$1NAME$2');
}

function differences(one, received, console) {
  const {expected, outcome} = one;
  const found = [];
  const compare = (what, actual, wanted) => {
    if (JSON.stringify(actual) !== JSON.stringify(wanted))
      found.push(`${what}: the browser ${JSON.stringify(actual)}, corslint ${JSON.stringify(wanted)}`);
  };
  if (expected.error) {
    compare('TypeError', outcome.error, expected.error);
    compare('requests', received.length, 0);
    return found;
  }
  const isAllowed = outcome.error === undefined && outcome.status < 400;
  compare('verdict', isAllowed ? 'allowed' : 'blocked', expected.verdict);
  compare('status', outcome.status ?? 0, isAllowed ? expected.response.status : outcome.status ?? 0);
  const preflight = received.find(({headers}) => headers['access-control-request-method'] !== undefined);
  const request = received.find(({headers}) => headers['access-control-request-method'] === undefined);
  compare('preflight', preflight !== undefined, expected.preflight.sent);
  for (const name of ['origin', 'accept', 'access-control-request-method', 'access-control-request-headers'])
    if (preflight && expected.preflight.sent) compare(`preflight's ${name}`, preflight.headers[name], expected.preflight.request_headers[name]);
  compare('request', request !== undefined, expected.response.sent);
  if (request) {
    compare('method', request.method, expected.request.method);
    compare('origin', request.headers.origin, expected.request.origin);
    for (const [name, value] of Object.entries(expected.request.headers)) compare(name, request.headers[name], value);
  }
  const isFree = Object.keys(expected.request.headers).length > 1;
  const message = expected.message?.replace('https://api.example.com/', one.url);
  compare('console', isFree ? anyHeader(console) : console, isFree ? anyHeader(message) : message);
  if (isAllowed && expected.verdict === 'allowed') {
    const readable = Object.keys(probes).filter(name => outcome.readable.includes(name));
    const exposed = name => name !== 'set-cookie' && (expected.exposed === '*' || safelistedProbes.includes(name) ||
        expected.exposed.some(other => other.toLowerCase() === name));
    compare('readable headers', readable, Object.keys(probes).filter(exposed));
  }
  return found;
}

/** What `simulate` says must be what the judge makes of the same answers. A real program sends its
    headers in an order of its own, which tests/enforcers does not compare either. */
function ownDifferences({simulated, expected, isReal}) {
  if (simulated === undefined) return [];
  const {exposed, ...verdict} = expected;
  const {line, ...own} = simulated;
  const strip = value => JSON.stringify({
    ...value,
    preflight: isReal ? {...value.preflight, headers: undefined} : value.preflight,
    response: {...value.response, headers: undefined},
  });
  return strip(own) === strip(verdict) ? [] : [`simulate ${JSON.stringify(own)}, judge ${JSON.stringify(verdict)}`];
}

function skip(reason) {
  if (process.env.CORSLINT_REQUIRE_PROGRAMS === '1') {
    console.error(`FAILED: ${reason}`);
    process.exit(1);
  }
  console.error(`SKIPPED: ${reason}`);
  process.exit(77);
}

function report(cases, problems) {
  for (const text of problems) console.log(`FAILED ${text}`);
  const count = predicate => cases.filter(predicate).length;
  console.log(`${cases.length} cases: ${count(one => one.expected.verdict === 'allowed')} allowed, ` +
              `${count(one => one.expected.verdict === 'blocked')} blocked, ${count(one => one.expected.error)} thrown; ` +
              `${count(one => one.expected.preflight?.sent)} with a preflight, ` +
              `${count(one => one.deviation)} known deviations, ${problems.length} differences`);
}

/** Compares each case, and each known deviation with the cases that show it. */
function compared(cases, server, texts) {
  const problems = [];
  for (const one of cases) {
    const found = [...ownDifferences(one), ...differences(one, server.received(one.path), texts.get(one.url))];
    one.deviation = found.length === 0 ? undefined : deviationOf(one, found);
    if (!one.deviation) problems.push(...found.map(text => `${one.what}\n    ${text}`));
  }
  for (const deviation of deviations) {
    if (!cases.some(one => one.deviation === deviation))
      problems.push(`the browser does not deviate any more: ${deviation.name}`);
  }
  const sent = cases.filter(one => !one.expected.error).length;
  if (sent < fewestCases) problems.push(`only ${sent} cases in which anything is sent`);
  return problems;
}

function resolverRules({port, tlsPort}) {
  const ports = {80: port, 3000: port, 443: tlsPort, 8443: tlsPort};
  return Object.entries(ports).map(([from, to]) => `MAP *:${from} 127.0.0.1:${to}`).join(', ');
}

/** Console texts by the resource that they are about. */
function collect(browser, texts) {
  browser.onConsole = ({text, url}) => {
    const blocked = /^Access to fetch at '([^']*)'/.exec(text);
    if (blocked) texts.set(blocked[1], text);
    else if (text.startsWith('Failed to load resource: the server')) texts.set(url, text);
  };
}

async function main([corslint, judge, ...files]) {
  const program = findChromium();
  if (program === null) skip('chromium is not installed');
  if (spawnSync('openssl', ['version'], {stdio: 'ignore'}).status !== 0) skip('openssl is not installed');
  const frameworks = frameworkCases(corslint, here('requests.json'));
  if (frameworks.missing.length > 0) {
    if (process.env.CORSLINT_REQUIRE_PROGRAMS === '1') throw new Error(`not installed: ${frameworks.missing.join(', ')}`);
    console.log(`not installed, so not asked: ${frameworks.missing.join(', ')}`);
  }
  const cases = judged(judge, [
    ...policyCases(corslint, here('policies.toml'), here('requests.json')),
    ...[here('odd_answers.json'), ...files].flatMap(answerCases),
    ...frameworks.cases,
  ]);
  const server = await Server.start();
  cases.forEach((one, number) => {
    one.path = `/case/${number}`;
    one.url = urlOf(one, number);
    one.init = initOf(one, number);
    server.add(one.path, one);
  });
  const browser = await Chromium.start(program, resolverRules(server));
  const texts = new Map();
  collect(browser, texts);
  try {
    await run(browser, cases);
    console.log(`${frameworks.cases.length} cases are answered by real programs`);
    const problems = [...compared(cases, server, texts), ...await checkPreflightCache(browser, server)];
    console.log(browser.version);
    report(cases, problems);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    server.close();
  }
}

await main(process.argv.slice(2));
