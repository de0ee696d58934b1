// reviewdog's format: its schema, columns that count bytes, and suggestions applied as reviewdog would.
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {everyRule, findings, folder, hostile, noPolicy, report, sample, soundPolicy} from './corslint.mjs';

const ajv = new Ajv();
addFormats(ajv);
const schema = JSON.parse(readFileSync(join(folder, 'schemas/rdjson.schema.json')));
const validate = ajv.compile(schema);
const validateLine = ajv.compile({...schema, $ref: '#/definitions/diagnostic'});
const severityOf = {error: 'ERROR', warning: 'WARNING', info: 'INFO'};

/** The offset of a position in bytes. */
function offset(bytes, {line, column}) {
  let begin = 0;
  for (let i = 1; i < line; ++i) {
    const end = bytes.indexOf('\n', begin);
    begin = end < 0 ? bytes.length : end + 1;
  }
  return begin + column - 1;
}

test('every report fits the schema, clean ones too', () => {
  assert.ok(!validate({diagnostics: [{}]}), 'the schema does refuse');
  for (const root of [everyRule().root, hostile(), sample()]) {
    const read = JSON.parse(report('rdjson', root));
    assert.ok(validate(read), JSON.stringify(validate.errors));
    assert.deepEqual(read.diagnostics.map((diagnostic) => [diagnostic.code.value, diagnostic.severity, diagnostic.location.path]),
                     findings(root).map((finding) => [finding.rule, severityOf[finding.severity], finding.path]));
  }
  for (const root of [soundPolicy(), noPolicy()]) {
    const read = JSON.parse(report('rdjson', root, {status: 0}));
    assert.ok(validate(read), JSON.stringify(validate.errors));
    assert.deepEqual(read.diagnostics, []);
  }
});

test('columns count bytes, and a suggestion is the fix', () => {
  const root = sample();
  const read = JSON.parse(report('rdjson', root)).diagnostics;
  let suggestions = 0;
  findings(root).forEach((finding, i) => {
    const bytes = readFileSync(join(root, finding.path));
    const {start, end} = read[i].location.range;
    assert.equal(offset(bytes, start), finding.range.start.offset);
    assert.equal(offset(bytes, end), finding.range.end.offset);
    (finding.fixes ?? []).forEach((fix, j) => {
      const suggestion = read[i].suggestions[j];
      const suggested = Buffer.concat([bytes.subarray(0, offset(bytes, suggestion.range.start)), Buffer.from(suggestion.text),
                                       bytes.subarray(offset(bytes, suggestion.range.end))]);
      let fixed = bytes;
      for (const edit of [...fix.edits].sort((a, b) => b.range.start.offset - a.range.start.offset))
        fixed = Buffer.concat([fixed.subarray(0, edit.range.start.offset), Buffer.from(edit.text), fixed.subarray(edit.range.end.offset)]);
      assert.equal(suggested.toString(), fixed.toString());
      ++suggestions;
    });
  });
  assert.ok(suggestions > 3);
});

test('rdjsonl has the same diagnostics, one a line', () => {
  const root = sample();
  const lines = report('rdjsonl', root).trimEnd().split('\n').map((line) => JSON.parse(line));
  for (const line of lines) assert.ok(validateLine(line), JSON.stringify(validateLine.errors));
  assert.deepEqual(lines, JSON.parse(report('rdjson', root)).diagnostics);
});
