// What the browser is asked: each case is a request of a script, the answers to its preflight and to
// itself, and what corslint says comes of it. The answers come from policies through `corslint
// simulate`, or from files of answers. `judge` judges all of them, so that both ways have to agree.

import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

const page = 'https://app.acme.test';

/** What scripts try to read; the safelisted headers are readable without permission. */
export const probes = {'x-total': '1', 'x-request-id': '2', 'etag': '"3"', 'set-cookie': 'a=b', 'pragma': 'no-cache'};
export const safelistedProbes = ['pragma'];

/** One JSON value a line in, one a line out. */
export function asked(program, args, questions) {
  const {stdout, stderr, status, error} = spawnSync(
      program, args, {input: questions.map(one => JSON.stringify(one) + '\n').join(''), encoding: 'utf8', maxBuffer: 1 << 28});
  if (error) throw error;
  const answers = stdout.split('\n').filter(Boolean).map(line => JSON.parse(line));
  if (answers.length !== questions.length)
    throw new Error(`${program} ${args.join(' ')}: ${answers.length} answers to ${questions.length} questions (${status}): ${stderr}`);
  return answers;
}

/** The dialects that answer, each in its newest version. */
function dialectsOf(corslint, file, policy) {
  const {stdout} = spawnSync(corslint, ['dialects', '--format', 'json'], {encoding: 'utf8'});
  const names = [...new Set(JSON.parse(stdout).map(({name}) => name))];
  const answers = name => spawnSync(
      corslint, ['simulate', file, '--policy', policy, '--dialect', name, '--origin', page]).status !== 2;
  return names.filter(answers);
}

function policyNames(corslint, file) {
  const {stdout} = spawnSync(corslint, ['check', '--format', 'json', '--fail-level', 'never', file], {encoding: 'utf8'});
  return JSON.parse(stdout).policies.map(policy => policy.name);
}

/** Every request from every origin that the policies tell apart would be too many: each goes out from
    the page that most policies admit, and every second one from another in turn. */
export function requestsFor(policyNumber, {origins, requests}) {
  return requests.flatMap((request, i) => {
    const other = origins[(i + policyNumber) % origins.length];
    const from = other !== page && i % 2 === policyNumber % 2 ? [page, other] : [page];
    return from.map(origin => ({origin, ...request}));
  });
}

function pairsOf(headers) {
  return Object.entries(headers);
}

/** The answers of a simulated exchange, as the server gives them. */
function answersOf({error, preflight, response}) {
  const nothing = {status: 200, headers: []};
  if (error) return {preflight: nothing, response: nothing};
  return {
    preflight: preflight.sent ? {status: preflight.status, headers: pairsOf(preflight.headers)} : nothing,
    response: {status: response.status, headers: pairsOf(response.headers)},
  };
}

function casesOfPolicy(corslint, file, policy, dialect, requests) {
  const simulated = asked(
      corslint, ['simulate', file, '--policy', policy, '--dialect', dialect, '--requests', '-'], requests);
  const cases = requests.map((request, i) => {
    const what = `${policy}, ${dialect}: ${JSON.stringify(request)}`;
    return {what, request, ...answersOf(simulated[i]), simulated: simulated[i]};
  });
  // A server that does not start answers no browser.
  return cases.filter(({simulated}) => simulated.reason !== 'startup-failure');
}

const policiesForAllDialects = ['one_origin_with_credentials.cors', 'everybody.cors', 'everybody_with_credentials.cors'];

export function everyThird(list, first) {
  return list.filter((_, i) => i % 3 === first % 3);
}

/** The cases of all policies of a file, answered as they are written; and those of a few of them,
    answered as each dialect would. */
export function policyCases(corslint, policyFile, requestFile) {
  const data = JSON.parse(readFileSync(requestFile, 'utf8'));
  const names = policyNames(corslint, policyFile);
  const ofAll = names.flatMap((name, i) => casesOfPolicy(corslint, policyFile, name, 'generic', requestsFor(i, data)));
  const values = data.values.map(request => ({origin: page, ...request}));
  const ofValues = ['nothing_but_the_origin.cors', 'everybody_with_authorization.cors'].flatMap(
      name => casesOfPolicy(corslint, policyFile, name, 'generic', values));
  const ofDialects = policiesForAllDialects.flatMap(
      name => dialectsOf(corslint, policyFile, name).flatMap(
          (dialect, i) => casesOfPolicy(corslint, policyFile, name, dialect, everyThird(requestsFor(i, data), i))));
  return [...ofAll, ...ofValues, ...ofDialects];
}

/** The cases of a file of answers; see odd_answers.json for its form. */
export function answerCases(file) {
  return JSON.parse(readFileSync(file, 'utf8')).cases.map(({what, request, status, answer, preflight, response}) => {
    const answerOf = headers => ({status: status ?? 200, headers: headers ?? answer});
    return {what, request: {origin: page, ...request}, preflight: answerOf(preflight), response: answerOf(response)};
  });
}

/** Adds the probes to the answers, and what corslint expects. A header that the answer has already
    stays the only one of its name. */
export function judged(judge, cases) {
  for (const one of cases) {
    const has = new Set(one.response.headers.map(([name]) => name.toLowerCase()));
    one.response.headers.push(...Object.entries(probes).filter(([name]) => !has.has(name)));
  }
  const verdicts = asked(judge, [], cases.map(({request, preflight, response}) => ({request, preflight, response})));
  cases.forEach((one, i) => { one.expected = verdicts[i]; });
  return cases;
}
