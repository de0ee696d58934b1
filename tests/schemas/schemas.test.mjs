// The schemas of policies and of the configuration, as ajv (strict) and taplo, which completes TOML in editors, judge by them; and what
// they refuse of a configuration is what corslint itself refuses.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const sources = join(folder, '..', '..');
const scratch = mkdtempSync(join(tmpdir(), 'corslint-schemas-'));
process.on('exit', () => rmSync(scratch, {recursive: true, force: true}));

function run(program, words, cwd = scratch) {
  const result = spawnSync(program, words, {cwd, encoding: 'utf8'});
  if (result.error) throw result.error;
  return result;
}

const corslint = (...words) => run(process.env.CORSLINT, words);
const binary = (name) => join(folder, 'node_modules', '.bin', name);

/** Writes a file of the scratch folder and returns its path. */
function write(name, text) {
  const path = join(scratch, name);
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
  return path;
}

const schemas = Object.fromEntries(['policy', 'config', 'report', 'simulate'].map((name) => {
  const result = corslint('schema', name);
  assert.equal(result.status, 0);
  return [name, write(`${name}.schema.json`, result.stdout)];
}));

/** Which of these TOML files taplo refuses by a schema. It starts slowly, so it gets all of them at once. */
function refusedByTaplo(schema, paths) {
  const result = run(binary('taplo'), ['lint', '--no-auto-config', '--schema', `file://${schemas[schema]}`, ...paths]);
  assert.match(result.stderr, new RegExp(`total=${paths.length} `), 'it looks at every file');
  const refused = [...result.stderr.matchAll(/invalid file error=schema validation failed path="([^"]*)"/g)].map((match) => match[1]);
  assert.equal(result.status === 0, refused.length === 0, result.stderr);
  return {refused, says: result.stderr};
}

const ajv = (schema, path) => run(binary('ajv'), ['validate', '--spec=draft7', '--strict=true', '-s', schemas[schema], '-d', path]);

const whole = `required-version = ">=0.1, <9"
fail-level = "never"
select = ["ALL", "origins", "null-origin"]
dev-origins = ["http://localhost:5173", "capacitor://localhost"]
exclude = ["a/", "!b"]
extend-exclude = []
baseline = "known.json"
"$schema" = "./config.schema.json"
[rules]
ALL = "info"
missing-vary = "off"
[env]
WEB_HOSTS = "allow_origins"
[[policy]]
path = "**/cors.toml"
name = "cors"
dialect = "starlette@0.46"
environment = "production"
[[policy]]
path = "a"
dialect = "fastapi"
[[ignore]]
path = "s3.json"
rules = ["wildcard-origin"]
pointer = "/a~1b/0"
reason = "public"
expires = 2099-12-31
[[ignore]]
path = "s3.json"
rules = ["null-origin"]
expires = "2099-12-31"
`;

const refused = {
  'an unknown key': 'fail-levl = "error"\n',
  'an unknown level': 'fail-level = "loud"\n',
  'another type': 'fail-level = 1\n',
  'a text for a list': 'select = "origins"\n',
  'an unknown rule': '[rules]\nnull-orign = "off"\n',
  'an unknown severity': '[rules]\nnull-origin = "fatal"\n',
  'an unknown field': '[env]\nA = "allow_orgins"\n',
  'a blank in a variable': '[env]\n"A B" = "allow_origins"\n',
  'an unknown dialect': '[[policy]]\npath = "a"\ndialect = "starlet"\n',
  'an unknown environment': '[[policy]]\npath = "a"\nenvironment = "prod"\n',
  'no path': '[[policy]]\ndialect = "gin"\n',
  'no rules': '[[ignore]]\npath = "a"\n',
  'an empty list of rules': '[[ignore]]\npath = "a"\nrules = []\n',
  'every rule': '[[ignore]]\npath = "a"\nrules = ["ALL"]\n',
  'no pointer': '[[ignore]]\npath = "a"\nrules = ["null-origin"]\npointer = "cors"\n',
  'no date': '[[ignore]]\npath = "a"\nrules = ["null-origin"]\nexpires = "soon"\n',
  'no origin': 'dev-origins = ["localhost"]\n',
  'no version': 'required-version = "latest"\n',
  'a negated path': '[[ignore]]\npath = "!a"\nrules = ["null-origin"]\n',
};

test('ajv takes every schema in its strict mode', () => {
  for (const [name, path] of Object.entries(schemas)) {
    const result = run(binary('ajv'), ['compile', '--spec=draft7', '--strict=true', '-s', path]);
    assert.equal(result.status, 0, `${name}: ${result.stdout}${result.stderr}`);
  }
});

test('taplo and corslint take the same configurations', () => {
  write('app/cors.toml', '[cors]\nallow_origins = ["https://app.acme.io"]\n');
  const written = corslint('init', '--stdout').stdout;
  // What `init` comments out is what one would write.
  const examples = written.replace(/^# ((?:[a-zA-Z_-]+ = .*)|\[.*\])$/gm, '$1');
  assert.match(examples, /^expires = /m);
  const sound = [];
  for (const [name, text] of Object.entries({written, examples, whole, empty: ''})) {
    const path = write(`${name}.toml`, text);
    const result = corslint('config', 'show', '-c', path);
    assert.equal(result.status, 0, `${name}: ${result.stderr}`);
    sound.push(path, write(`shown-${name}.toml`, result.stdout));
  }
  const wrong = Object.entries(refused).map(([what, text]) => {
    const path = write(`${what.replaceAll(' ', '-')}.toml`, text);
    assert.equal(corslint('config', 'show', '-c', path).status, 2, what);
    return path;
  });
  const judged = refusedByTaplo('config', [...sound, ...wrong]);
  assert.deepEqual(judged.refused.sort(), wrong.sort(), judged.says);
});

test('the samples are policies to taplo, and a wrong type is not', () => {
  const samples = readdirSync(join(sources, 'samples'), {recursive: true})
      .filter((name) => name.endsWith('.toml')).map((name) => join(sources, 'samples', name));
  assert.ok(samples.length > 5);
  const wrong = ['[cors]\nallow_origins = "https://a.io"\n', '[cors]\nallow_credentials = "yes"\n', '[cors.production]\nmax_age = "1h"\n',
                 'max_age = true\n', '[cors]\nenvironment = "prodd"\n'].map((text, index) => write(`wrong-${index}.toml`, text));
  const judged = refusedByTaplo('policy', [...samples, ...wrong]);
  assert.deepEqual(judged.refused.sort(), wrong.sort(), judged.says);
});

test('ajv judges policies in JSON by the same schema', () => {
  assert.equal(ajv('policy', write('good.json', '{"cors": {"allow_origins": [], "production": {"max_age": 60}}, "other": 1}')).status, 0);
  assert.equal(ajv('policy', write('bad.json', '{"cors": {"allow_origins": [1]}}')).status, 1);
});
