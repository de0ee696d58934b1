// The answers of the real programs that tests/enforcers drives, for a browser to judge. Each program
// that is installed gets the same policies and requests; what it answers stands in the case, and what
// `corslint simulate` says of the same policy under its dialect has to come out.

import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {asked, everyThird, requestsFor} from './cases.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const enforcers = 'tests/enforcers';

/** The dialect, with the version that the command runs. */
const programs = [
  ['starlette@0.26', '/usr/bin/python3', '-I', `${enforcers}/starlette.py`],
  ['fastapi@0.26', '/usr/bin/python3', '-I', `${enforcers}/starlette.py`, 'fastapi'],
  ['flask-cors@3.0.10', '/usr/bin/python3', '-I', `${enforcers}/flask_cors.py`],
  ['django-cors-headers@3.14', '/usr/bin/python3', '-I', `${enforcers}/django_cors_headers.py`],
  ['express', process.execPath, `${enforcers}/express.mjs`],
  ['fastify', process.execPath, `${enforcers}/fastify.mjs`],
  ['hono', process.execPath, `${enforcers}/hono.mjs`],
  ['koa', process.execPath, `${enforcers}/koa.mjs`],
  ['rs-cors@1.7.0', `${enforcers}/go_program.sh`, `${enforcers}/rs_cors.go`],
  ['gin@1.6', `${enforcers}/go_program.sh`, `${enforcers}/gin.go`],
  ['rack-cors', '/usr/bin/ruby', `${enforcers}/rack_cors.rb`],
];

const keys = {
  allow_origins: 'origins', allow_methods: 'methods', allow_headers: 'headers', expose_headers: 'exposed_headers',
  allow_credentials: 'credentials', max_age: 'max_age',
};

function inTheProgramsWords(policy) {
  return Object.fromEntries(Object.entries(policy).map(([key, value]) => [keys[key], value]));
}

/** What arrives at the server: the preflight where there is one, and the request itself, without a body
    and so without its type, which Fastify would refuse. */
function serverRequests({request, preflight}) {
  const {origin, method, headers, credentials} = request;
  const bodiless = Object.entries(headers).filter(([name]) => name !== 'content-type');
  const sent = [...bodiless, ['origin', origin], ...(credentials ? [['cookie', 'session=1']] : [])];
  const own = {method, headers: sent};
  return preflight.sent ? [{method: 'OPTIONS', headers: Object.entries(preflight.request_headers)}, own] : [own];
}

function casesOfProgram(corslint, file, name, policy, [dialect, ...command], requests) {
  const args = ['simulate', file, '--policy', `${name}.cors`, '--dialect', dialect, '--requests', '-'];
  const simulated = asked(corslint, args, requests);
  const isAnswered = simulated.map(({error, reason}) => !error && reason !== 'startup-failure');
  const questions = simulated.filter((_, i) => isAnswered[i]).map(serverRequests);
  const input = JSON.stringify({policy: inTheProgramsWords(policy), requests: questions.flat()}) + '\n';
  const {stdout, stderr, status, error} = spawnSync(command[0], command.slice(1), {cwd: root, input, encoding: 'utf8'});
  if (error?.code === 'ENOENT' || status === 77) return null;
  if (error || status !== 0) throw new Error(`${command.join(' ')}: ${error ?? stderr}`);
  const {start_failure: failure, responses} = JSON.parse(stdout);
  if (failure !== null) return [];
  return requests.flatMap((request, i) => {
    if (!isAnswered[i]) return [];
    const answers = serverRequests(simulated[i]).map(() => responses.shift());
    const what = `the real ${dialect}, ${name}: ${JSON.stringify(request)}`;
    return [{what, request, preflight: answers.length > 1 ? answers[0] : {status: 200, headers: []},
             response: answers.at(-1), simulated: simulated[i], isReal: true}];
  });
}

/** Node's servers refuse every other method before a program sees it. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];
const isTaken = ({method}) => method === undefined || methods.includes(method);

/** The cases of all programs that are installed, and the dialects of those that are not. */
export function frameworkCases(corslint, requestFile) {
  const file = fileURLToPath(new URL('framework_policies.json', import.meta.url));
  const policies = Object.entries(JSON.parse(readFileSync(file, 'utf8')));
  const data = JSON.parse(readFileSync(requestFile, 'utf8'));
  const missing = [];
  const cases = programs.flatMap((program, number) => policies.flatMap(([name, {cors}], i) => {
    const requests = everyThird(requestsFor(i, data).filter(isTaken), number);
    const found = existsSync(`${root}${enforcers}`) ? casesOfProgram(corslint, file, name, cors, program, requests) : null;
    if (found === null && i === 0) missing.push(program[0]);
    return found ?? [];
  }));
  return {cases, missing};
}
