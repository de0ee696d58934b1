// JUnit and Checkstyle reports: their schemas through xmllint, and readers that CI servers and scripts have.
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {everyRule, findings, folder, hostile, noPolicy, report, run, sample, scratch, soundPolicy} from './corslint.mjs';

/** A report in a file, which xmllint has held against the format's schema. */
function validFile(format, root, options) {
  const file = join(scratch(), `${format}.xml`);
  writeFileSync(file, report(format, root, options));
  const result = run('xmllint', ['--noout', '--nonet', '--schema', join(folder, `schemas/${format}.xsd`), file]);
  assert.equal(result.status, 0, result.errors);
  return file;
}

/** What a Python program reads out of a file, as JSON. */
function read(file, statements) {
  const result = run('/usr/bin/python3', ['-c', `import json, sys\n${statements}`, file]);
  assert.equal(result.status, 0, result.errors);
  return JSON.parse(result.output);
}

const readCheckstyle = `
import xml.etree.ElementTree as tree
print(json.dumps([[file.get("name"), int(error.get("line")), int(error.get("column")), error.get("severity"), error.get("source")]
                  for file in tree.parse(sys.argv[1]).getroot() for error in file]))`;
const readJunit = `
from junitparser import JUnitXml, Error, Failure
suites = JUnitXml.fromfile(sys.argv[1])
print(json.dumps({"tests": suites.tests, "failures": suites.failures, "errors": suites.errors,
                  "cases": [[suite.name, case.name, case.classname, [type(result).__name__ for result in case.result]]
                            for suite in suites for case in suite]}))`;

/** As XML can have it: what it does not take is U+FFFD. */
function inXml(text) {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}

test('xmllint does refuse what is no such report', () => {
  const file = join(scratch(), 'wrong.xml');
  writeFileSync(file, '<checkstyle version="4.3"><file name="a"><error line="0" severity="fatal"/></file></checkstyle>');
  assert.notEqual(run('xmllint', ['--noout', '--schema', join(folder, 'schemas/checkstyle.xsd'), file]).status, 0);
});

for (const [what, made] of [['every rule', () => everyRule().root], ['hostile names and values', hostile], ['the sample', () => sample()]]) {
  test(`checkstyle: ${what}`, () => {
    const root = made();
    assert.deepEqual(read(validFile('checkstyle', root), readCheckstyle),
                     findings(root).map(({path, range, severity, rule}) =>
                         [inXml(path), range.start.line, range.start.column, severity, `corslint.${rule}`]));
  });

  test(`junit: ${what}`, () => {
    const root = made();
    const all = findings(root);
    const failing = all.filter((finding) => finding.severity !== 'info');
    const {tests, failures, errors, cases} = read(validFile('junit', root), readJunit);
    const passed = cases.filter(([, name]) => name === 'no findings');
    assert.deepEqual([tests, failures, errors], [all.length + passed.length, failing.length, 0]);
    assert.deepEqual(cases.filter(([, name]) => name !== 'no findings'), all.map(({path, range, rule, severity}) =>
        [inXml(path), `${rule} (${range.start.line}:${range.start.column})`, inXml(path), severity === 'info' ? ['SystemOut'] : ['Failure']]
    ).map(([suite, name, classname, results]) => [suite, name, classname, results.filter((result) => result !== 'SystemOut')]));
  });
}

test('a clean run is an empty checkstyle report and one passing test', () => {
  assert.deepEqual(read(validFile('checkstyle', soundPolicy(), {status: 0}), readCheckstyle), []);
  for (const root of [soundPolicy(), noPolicy()]) {
    const {tests, failures, errors} = read(validFile('junit', root, {status: 0}), readJunit);
    assert.deepEqual([tests, failures, errors], [1, 0, 0]);
  }
});

test('what does not fail the run fails no test', () => {
  const file = validFile('junit', sample(), {words: ['--fail-level', 'never', '.'], status: 0});
  assert.equal(read(file, readJunit).failures, 0);
});

test('a path that cannot be linted is a test that broke', () => {
  const file = validFile('junit', soundPolicy(), {words: ['missing.toml', 'cors.toml'], status: 2});
  const {tests, failures, errors} = read(file, readJunit);
  assert.deepEqual([tests, failures, errors], [2, 0, 1]);
});
