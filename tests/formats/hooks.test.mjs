// The hooks in a repository of their own, by the real runners: Debian's pre-commit and npm's prek; and a plain git hook.
import assert from 'node:assert/strict';
import {chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {npmProgram, program, report, run, scratch, sources, write} from './corslint.mjs';

const bad = '[cors]\nallow_origins = ["*"]\nallow_credentials = true\n';
const good = '[cors]\nallow_origins = ["https://app.acme.io"]\n';
const hooks = readFileSync(join(sources, '.pre-commit-hooks.yaml'), 'utf8');

/** A machine of its own: nothing that the user has set up counts, and `corslint` is on PATH. */
function machine() {
  const home = scratch();
  mkdirSync(join(home, 'bin'));
  symlinkSync(program, join(home, 'bin/corslint'));
  const author = {GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@acme.io', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@acme.io'};
  return {...author, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), PREK_HOME: join(home, 'prek'), GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_GLOBAL: '/dev/null', PATH: `${join(home, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`};
}

function git(env, cwd, ...words) {
  const result = run('git', words, {cwd, env});
  return {status: result.status, text: result.output.toString() + result.errors};
}

function repository(env) {
  const root = join(scratch(), 'repository');
  mkdirSync(root);
  assert.equal(git(env, root, 'init', '--quiet').status, 0);
  return root;
}

function commit(env, root, path, content) {
  write(root, path, content);
  assert.equal(git(env, root, 'add', path).status, 0);
  return git(env, root, 'commit', '--quiet', '-m', path);
}

/** This repository as a hook's: its own hooks file, and a tools/run that does not build first. */
function hookRepository(env) {
  const root = repository(env);
  copyFileSync(join(sources, '.pre-commit-hooks.yaml'), join(root, '.pre-commit-hooks.yaml'));
  write(root, 'tools/run', `#!/bin/sh\nexec '${program}' "$@"\n`);
  chmodSync(join(root, 'tools/run'), 0o755);
  git(env, root, 'add', '.');
  assert.equal(git(env, root, 'commit', '--quiet', '-m', 'hooks').status, 0);
  return {root, revision: git(env, root, 'rev-parse', 'HEAD').text.trim()};
}

const runners = {'pre-commit': '/usr/bin/pre-commit', prek: () => npmProgram('@j178/prek-linux-x64-gnu', 'prek')};

for (const [runner, found] of Object.entries(runners)) {
  for (const id of ['corslint', 'corslint-system']) {
    test(`${runner}, ${id}: a bad policy blocks the commit, a good one does not`, () => {
      const env = machine();
      const hook = hookRepository(env);
      const root = repository(env);
      write(root, '.pre-commit-config.yaml', `repos:\n- repo: ${hook.root}\n  rev: ${hook.revision}\n  hooks:\n  - id: ${id}\n`);
      git(env, root, 'add', '.');
      assert.equal(git(env, root, 'commit', '--quiet', '-m', 'configuration').status, 0);
      const installed = run(typeof found === 'string' ? found : found(), ['install'], {cwd: root, env});
      assert.equal(installed.status, 0, installed.output + installed.errors);

      const blocked = commit(env, root, 'api/cors.toml', bad);
      assert.equal(blocked.status, 1, blocked.text);
      assert.match(blocked.text, /error\[wildcard-with-credentials\]/);
      assert.match(blocked.text, /api\/cors\.toml:2:18/);
      assert.equal(git(env, root, 'rev-list', '--count', 'HEAD').text.trim(), '1', 'nothing was committed');

      const passed = commit(env, root, 'api/cors.toml', good);
      assert.equal(passed.status, 0, passed.text);
      assert.match(passed.text, /corslint\.+Passed/);

      const unrelated = commit(env, root, 'notes.txt', 'cors_origins = *\n');
      assert.equal(unrelated.status, 0, unrelated.text);
      assert.match(unrelated.text, /no files to check/);
    });
  }
}

test('a file that the configuration excludes does not block the commit', () => {
  const env = machine();
  const hook = hookRepository(env);
  const root = repository(env);
  write(root, 'corslint.toml', 'extend-exclude = ["fixtures"]\n');
  write(root, '.pre-commit-config.yaml', `repos:\n- repo: ${hook.root}\n  rev: ${hook.revision}\n  hooks:\n  - id: corslint\n`);
  assert.equal(run('/usr/bin/pre-commit', ['install'], {cwd: root, env}).status, 0);
  const passed = commit(env, root, 'fixtures/cors.toml', bad);
  assert.equal(passed.status, 0, passed.text);
});

test('the hooks are given the files that corslint takes by itself', () => {
  const names = ['cors.toml', 'a.TOML', 'a.json', 'a.jsonc', 'cors.toml.example', 'a.json.dist', '.env', '.env.production', 'prod.env', '.env.example',
                 'env.production', 'env.example', '.env.prod.sample', 'app.env.local', '.envrc', 'a.yaml', 'env', 'toml', 'a.tomlx', '.env.sh', '.env.d.ts',
                 '.env.production.js', 'env.ts', 'README.md', 'package.json', 'environment', 'my.env.yml', 'a.env.json'];
  const root = scratch();
  for (const name of names) {
    const policy = /json/i.test(name) ? '{"cors": {"allow_origins": ["https://a.io/"]}}' : /toml/i.test(name) ? '[cors]\nallow_origins = ["https://a.io/"]\n'
                                                                                          : 'CORS_ORIGINS=https://a.io/\n';
    write(root, name, policy);
  }
  const taken = new Set(JSON.parse(report('json', root)).diagnostics.map((diagnostic) => diagnostic.path));
  const pattern = (key) => new RegExp(new RegExp(`^  ${key}: (?:&\\w+ )?'\\(\\?i\\)(.*)'$`, 'm').exec(hooks)[1], 'i');
  const given = names.filter((name) => pattern('files').test(name) && !pattern('exclude').test(name));
  assert.deepEqual(given, names.filter((name) => taken.has(name)));
});

test('the plain git hook of the README', () => {
  const env = machine();
  const root = repository(env);
  const readme = readFileSync(join(sources, 'README.md'), 'utf8');
  const script = /`\.git\/hooks\/pre-commit`[^]*?```sh\n(#!\/bin\/sh\n[^`]*)```/.exec(readme)[1];
  writeFileSync(join(root, '.git/hooks/pre-commit'), script, {mode: 0o755});
  const blocked = commit(env, root, 'cors.toml', bad);
  assert.equal(blocked.status, 1, blocked.text);
  assert.match(blocked.text, /wildcard-with-credentials/);
  assert.equal(commit(env, root, 'cors.toml', good).status, 0);
  write(root, 'other.toml', bad);
  assert.equal(commit(env, root, 'notes.txt', 'x\n').status, 0, 'what is not staged does not count');
});
