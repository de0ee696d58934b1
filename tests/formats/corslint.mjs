// Runs the corslint under test, over files that are made for it.
import {spawnSync} from 'node:child_process';
import {chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const folder = dirname(fileURLToPath(import.meta.url));
export const sources = join(folder, '..', '..');
export const program = process.env.CORSLINT;

// What a person's shell or a CI sets must not decide what the tests see.
const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(GITHUB|CI|GIT)(_|$)/.test(name)));

/** Runs a program; bytes come back as they are. */
export function run(command, words, options = {}) {
  const result = spawnSync(command, words, {
    maxBuffer: 1 << 28,
    ...options,
    env: {...environment, ...options.env},
  });
  if (result.error) throw result.error;
  return {status: result.status, output: result.stdout, errors: result.stderr.toString()};
}

/** The report of a folder in one format, as text; `status` is what corslint has to exit with. */
export function report(format, cwd, {words = ['.'], status = 1} = {}) {
  const result = run(program, ['check', '--no-config', '--dev-origin', 'http://localhost:5173', '-f', format, ...words], {cwd});
  if (result.status !== status)
    throw new Error(`corslint -f ${format} in ${cwd}: status ${result.status}\n${result.errors}`);
  return result.output.toString();
}

/** The same as values. */
export function findings(cwd, options) {
  return JSON.parse(report('json', cwd, options)).diagnostics;
}

const scratchFolders = [];
process.on('exit', () => scratchFolders.forEach((path) => rmSync(path, {recursive: true, force: true})));

/** A new folder that goes when the process ends; a repository's root, so that paths start there. */
export function scratch() {
  const path = mkdtempSync(join(tmpdir(), 'corslint-formats-'));
  scratchFolders.push(path);
  mkdirSync(join(path, '.git'));
  return path;
}

/** Writes a file with the folders that it needs; `path` may be bytes. */
export function write(root, path, content) {
  const whole = Buffer.concat([Buffer.from(root + '/'), Buffer.from(path)]);
  mkdirSync(whole.subarray(0, whole.lastIndexOf('/')), {recursive: true});
  writeFileSync(whole, content);
}

/** A folder in which every rule of the catalogue fires: each rule's own bad example. */
export function everyRule() {
  const root = scratch();
  const rules = JSON.parse(run(program, ['rules', '--format', 'json']).output);
  for (const rule of rules) write(root, `${rule.id}/${rule.example_file}`, rule.bad);
  return {root, rules};
}

/** The sample that stands beside the tests, as a repository of its own. */
export function sample() {
  const root = scratch();
  cpSync(join(folder, 'sample'), root, {recursive: true});
  return root;
}

/** A folder with one sound policy. */
export function soundPolicy() {
  const root = scratch();
  write(root, 'cors.toml', '[cors]\nallow_origins = ["https://app.acme.io"]\n');
  return root;
}

/** A folder with nothing about CORS in it. */
export function noPolicy() {
  const root = scratch();
  write(root, 'package.json', '{"name": "nothing"}\n');
  return root;
}

const hostileText = [
  ']]> --> <!-- </failure> & " \' <x>', '\\u001b[31mred\\u001b[0m', '\\u202egnp.evil\\u2066', '\\n::error::gotcha\\r\\n::stop-commands::x',
  '##[error]gotcha', '[click](https://evil.example)', '%0A::error::gotcha%25', 'café\u{1F600}漢字', '\\u0000', '\\uFFFE',
];

/** Names and values that try to break out of each format. The names that are no UTF-8 come last. */
export const hostileNames = [
  'plain.toml', 'sp ace.toml', 'a,b:c=d%0Ae.toml', '%.toml', 'quo"te\'<&>.toml', 'c:colon.toml', 'back\\slash.toml', '::error::x.toml',
  'new\nline.toml', 'ret\rurn.toml', 'tab\t.toml', 'es\u001bc.toml', 'bidi\u202e.toml', '漢字/\u{1F600}.toml', '#hash?query.toml', '-dash.toml',
];
const noText = Buffer.from([0x6e, 0x6f, 0xff, 0xfe, 0xc3, 0x2e, 0x74, 0x6f, 0x6d, 0x6c]);

export function hostile() {
  const root = scratch();
  const list = hostileText.map((text) => JSON.stringify('https://' + text).replaceAll('\\\\', '\\')).join(', ');
  const policy = `# \u{1F600} \u202e\n[cors]\ndialect = "starlette"\nallow_origins = [${list}]\nallow_origin_regex = '\\[a-z](b)[c](d)'\n`;
  for (const name of hostileNames) write(root, name, policy);
  write(root, noText, policy);
  write(root, 'bytes.toml', Buffer.concat([Buffer.from('[cors]\nallow_origins = ["https://'), Buffer.from([0xff, 0xc3, 0x28]),
                                           Buffer.from('.io/", "http://x.io:80/"]\n')]));
  return root;
}

/** A program from the folder's own packages; what an installation without scripts left undone is done. */
export function npmProgram(...path) {
  const whole = join(folder, 'node_modules', ...path);
  if (!existsSync(whole)) throw new Error(`${whole} is missing: npm ci --prefix tests/formats`);
  chmodSync(whole, 0o755);
  return whole;
}
