// GitLab's code quality report against its documentation.
import Ajv from 'ajv';
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {everyRule, findings, folder, hostile, noPolicy, report, sample, scratch, soundPolicy, write} from './corslint.mjs';

const validate = new Ajv().compile(JSON.parse(readFileSync(join(folder, 'schemas/gitlab.schema.json'))));
const severityOf = {error: 'critical', warning: 'major', info: 'minor'};

function issues(root, options) {
  const text = report('gitlab', root, options);
  assert.ok(text.startsWith('['), 'an array, and no byte order mark');
  return JSON.parse(text);
}

test('every report fits what GitLab documents, with the places and severities of the findings', () => {
  assert.ok(!validate([{description: 'x'}]), 'the schema does refuse');
  for (const root of [everyRule().root, hostile(), sample()]) {
    const read = issues(root);
    assert.ok(validate(read), JSON.stringify(validate.errors));
    assert.deepEqual(read.map((issue) => [issue.check_name, issue.severity, issue.location.path, issue.location.lines.begin]),
                     findings(root).map((finding) => [finding.rule, severityOf[finding.severity], finding.path, finding.range.start.line]));
    assert.equal(new Set(read.map((issue) => issue.fingerprint)).size, read.length, 'equal fingerprints collapse into one');
  }
});

test('a clean run is an empty array', () => {
  assert.deepEqual(issues(soundPolicy(), {status: 0}), []);
  assert.deepEqual(issues(noPolicy(), {status: 0}), []);
});

test('paths are those of the repository, wherever corslint was started', () => {
  const root = scratch();
  write(root, 'packages/api/cors.toml', '[cors]\nallow_origins = ["https://app.acme.io/"]\n');
  const below = issues(join(root, 'packages/api'));
  assert.equal(below[0].location.path, 'packages/api/cors.toml');
  assert.deepEqual(below, issues(root), 'and so are fingerprints');
});
