// The reader of GitHub code scanning: Microsoft's SARIF multitool with GitHub's rules, and the JSON Schema.
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {everyRule, findings, folder, hostile, noPolicy, npmProgram, report, run, sample, scratch, soundPolicy} from './corslint.mjs';

const requireHere = createRequire(join(folder, 'node_modules/@microsoft/jest-sarif/package.json'));
const Ajv = requireHere('ajv');

function schemaErrors(document) {
  const ajv = new Ajv({schemaId: 'id', allErrors: true, meta: false});
  ajv.addMetaSchema(requireHere('ajv/lib/refs/json-schema-draft-04.json'));
  const validate = ajv.compile(JSON.parse(readFileSync(join(folder, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))));
  return validate(document) ? [] : validate.errors;
}

// It would ask the network for the schema that the report names, and wait.
const nowhere = 'http://127.0.0.1:9';

/** What the multitool says of a report: one line each. It exits with 0 whatever it finds. */
function multitoolLines(text) {
  const file = join(scratch(), 'report.sarif');
  writeFileSync(file, text);
  const multitool = npmProgram('@microsoft/sarif-multitool-linux', 'Sarif.Multitool');
  const result = run(multitool, ['validate', '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning;Note', file],
                     {env: {DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', https_proxy: nowhere, http_proxy: nowhere}});
  const output = result.output.toString() + result.errors;
  assert.match(output, /Analyzing 'report\.sarif'|report\.sarif/, 'the multitool read the report');
  return output.split('\n');
}

// The remarks that remain, each for a reason. Of the rest none may appear.
const settled = {
  SARIF2002: 'messages are made by the rule, not from templates',
  SARIF2003: 'nothing is known about the revision',
  SARIF2005: 'there is no page to name',
  SARIF2006: 'the schema is not reached without a network',
  SARIF2009: 'rules are named by what they find',
  SARIF2010: 'the source is at hand',
  SARIF2011: 'the source is at hand',
  SARIF2012: 'the id is a name already',
};

test('a report with every rule passes the multitool without an error', () => {
  const {root, rules} = everyRule();
  const text = report('sarif', root);
  const fired = new Set(JSON.parse(text).runs[0].results.map((result) => result.ruleId));
  assert.deepEqual(rules.map((rule) => rule.id).filter((id) => !fired.has(id)), []);

  const lines = multitoolLines(text);
  assert.deepEqual(lines.filter((line) => /: error /.test(line)), []);
  const remarks = lines.map((line) => /: (?:warning|note) ([A-Z]+\d+)/.exec(line)?.[1]).filter(Boolean);
  assert.deepEqual([...new Set(remarks)].sort(), Object.keys(settled).sort());
});

test('the multitool does find an error where there is one', () => {
  const document = JSON.parse(report('sarif', everyRule().root));
  document.runs[0].results[0].locations = [];
  document.runs[0].results[1].ruleIndex = 100000;
  assert.notDeepEqual(multitoolLines(JSON.stringify(document)).filter((line) => /: error /.test(line)), []);
});

test('every report fits the schema: rules, hostile names, clean runs', () => {
  assert.notDeepEqual(schemaErrors({version: '2.1.0', runs: [{}]}), [], 'the schema does refuse');
  for (const [root, status] of [[everyRule().root, 1], [hostile(), 1], [soundPolicy(), 0], [noPolicy(), 0]]) {
    const document = JSON.parse(report('sarif', root, {status}));
    assert.deepEqual(schemaErrors(document), []);
    assert.ok(Array.isArray(document.runs[0].results));
  }
});

test('places are those of the JSON report, on one line, and fixes do what they say', () => {
  const root = sample();
  const results = JSON.parse(report('sarif', root)).runs[0].results;
  const diagnostics = findings(root);
  assert.equal(results.length, diagnostics.length);
  results.forEach((result, i) => {
    const {artifactLocation, region} = result.locations[0].physicalLocation;
    assert.equal(decodeURIComponent(artifactLocation.uri), diagnostics[i].path);
    assert.equal(region.startLine, diagnostics[i].range.start.line);
    assert.equal(region.startColumn, diagnostics[i].range.start.column);
    assert.equal(region.endLine, region.startLine);
    assert.ok(region.endColumn >= region.startColumn);
    const edits = (result.fixes ?? []).map((fix) => fix.artifactChanges[0].replacements);
    assert.deepEqual(edits.map((list) => list.map((edit) => edit.insertedContent?.text ?? '')),
                     (diagnostics[i].fixes ?? []).map((fix) => fix.edits.map((edit) => edit.text)));
  });
});

test('fingerprints are unique, and survive a line above', () => {
  const {root} = everyRule();
  const prints = (text) => JSON.parse(text).runs[0].results.map((result) => result.partialFingerprints['corslint/v1']);
  const all = prints(report('sarif', root));
  assert.equal(new Set(all).size, all.length);

  const moved = scratch();
  const policy = '[cors]\nallow_origins = ["https://app.acme.io/"]\n';
  writeFileSync(join(moved, 'cors.toml'), policy);
  const before = prints(report('sarif', moved));
  writeFileSync(join(moved, 'cors.toml'), '# one more line\n\n' + policy);
  assert.deepEqual(prints(report('sarif', moved)), before);
});

test('rules that let somebody in are security rules with a score; others are not', () => {
  const rules = JSON.parse(report('sarif', everyRule().root)).runs[0].tool.driver.rules;
  const properties = Object.fromEntries(rules.map((rule) => [rule.id, rule.properties]));
  assert.equal(properties['wildcard-with-credentials']['security-severity'], '9.3');
  assert.ok(properties['wildcard-with-credentials'].tags.includes('external/cwe/cwe-942'));
  assert.equal(properties['duplicate-origin']['security-severity'], undefined);
  assert.ok(!properties['duplicate-origin'].tags.includes('security'));
  for (const rule of rules) {
    assert.ok(rule.shortDescription.text.length <= 1024 && rule.fullDescription.text.length <= 1024, rule.id);
    assert.ok(rule.properties.tags.length <= 10, rule.id);
    const score = rule.properties['security-severity'];
    assert.ok(score === undefined || (typeof score === 'string' && Number(score) > 0 && Number(score) <= 10), rule.id);
  }
});

test('a path that cannot be linted is a notification and no result', () => {
  const document = JSON.parse(report('sarif', soundPolicy(), {words: ['missing.toml', 'cors.toml'], status: 2}));
  const invocation = document.runs[0].invocations[0];
  assert.equal(invocation.executionSuccessful, false);
  assert.match(invocation.toolExecutionNotifications[0].message.text, /missing\.toml/);
  assert.deepEqual(document.runs[0].results, []);
});
