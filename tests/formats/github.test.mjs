// Annotations as the runner of GitHub Actions takes them out of a log.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {test} from 'node:test';
import {findings, folder, hostile, report, sample, soundPolicy} from './corslint.mjs';

const commands = new Set(['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-mask', 'add-matcher', 'remove-matcher', 'echo',
                          'set-output', 'set-env', 'add-path', 'save-state', 'stop-commands', 'internal-set-repo-path']);

function unescaped(text, replacements) {
  for (const [escaped, character] of replacements) text = text.replaceAll(escaped, character);
  return text;
}
const ofData = [['%0D', '\r'], ['%0A', '\n'], ['%25', '%']];
const ofProperty = [['%0D', '\r'], ['%0A', '\n'], ['%3A', ':'], ['%2C', ','], ['%25', '%']];

/**
 * What the runner makes of one line of a log (actions/runner, ActionCommand.cs): a command in the present syntax at the
 * beginning of the line, or one in the old syntax anywhere in it; null where it is none.
 */
function command(line) {
  const text = line.trimStart();
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (end >= 0) {
    const info = text.slice(2, end);
    const blank = info.indexOf(' ');
    const name = blank < 0 ? info : info.slice(0, blank);
    if (commands.has(name)) {
      const properties = {};
      for (const part of blank < 0 ? [] : info.slice(blank + 1).trim().split(',')) {
        const equals = part.indexOf('=');
        if (equals > 0 && equals + 1 < part.length) properties[part.slice(0, equals)] = unescaped(part.slice(equals + 1), ofProperty);
      }
      return {name, properties, data: unescaped(text.slice(end + 2), ofData)};
    }
  }
  const old = /##\[([^\] ]*)[^\]]*\](.*)/.exec(line);
  return old && commands.has(old[1]) ? {name: old[1], properties: {}, data: old[2], old: true} : null;
}

const nameOf = {error: 'error', warning: 'warning', info: 'notice'};
const rank = {error: 0, warning: 1, info: 2};

function annotations(root) {
  const text = report('github', root);
  assert.ok(text.endsWith('\n'));
  // The runner splits at carriage returns too.
  return text.slice(0, -1).split(/[\r\n]/).map(command);
}

for (const [what, root] of [['the sample', sample()], ['hostile names and values', hostile()]]) {
  test(`every annotation of ${what} is one finding, the worst first`, () => {
    const sorted = findings(root).sort((a, b) => rank[a.severity] - rank[b.severity]);
    const read = annotations(root);
    assert.equal(read.length, sorted.length);
    read.forEach((annotation, i) => {
      const finding = sorted[i];
      const {start, end} = finding.range;
      assert.ok(annotation && !annotation.old, finding.path);
      assert.equal(annotation.name, nameOf[finding.severity]);
      const properties = {file: finding.path, line: String(start.line), endLine: String(end.line), title: `corslint (${finding.rule})`};
      if (start.line === end.line) Object.assign(properties, {col: String(start.column), endColumn: String(end.column)});
      assert.deepEqual(annotation.properties, properties);
      assert.match(annotation.data, new RegExp(`:${start.line}:${start.column}: ${finding.rule}: `));
    });
  });
}

test('a clean run has no annotations', () => {
  assert.equal(report('github', soundPolicy(), {status: 0}), '');
});

test('the other reports for people hold no workflow command either', () => {
  for (const format of ['concise', 'gcc']) {
    for (const line of report(format, hostile()).split(/[\r\n]/)) assert.ok(!line.trimStart().startsWith('::'), line);
  }
});
