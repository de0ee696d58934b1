// The gcc and concise reports, read by Vim's own 'errorformat' into its list of errors.
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {findings, report, run, sample, scratch, write} from './corslint.mjs';

/** The entries that Vim finds in a text, with the error format that the commands set. */
function vimErrors(text, cwd, commands) {
  const here = scratch();
  writeFileSync(join(here, 'errors'), text);
  const list = 'map(getqflist(), {_, e -> [e.valid ? bufname(e.bufnr) : "", e.lnum, e.col, e.type, e.text]})';
  const words = ['-Nu', 'NONE', '-i', 'NONE', '-n', '-es', '--cmd', 'set encoding=utf-8'];
  for (const command of [...commands, `cgetfile ${join(here, 'errors')}`, `call writefile([json_encode(${list})], "${join(here, 'list')}")`, 'qall!'])
    words.push('-c', command);
  run('vim', words, {cwd, stdio: ['ignore', 'pipe', 'pipe'], env: {HOME: here, TERM: 'dumb'}, timeout: 20000});
  return JSON.parse(readFileSync(join(here, 'list')));
}

const root = sample();
// Its settings know no notes.
const typeOf = {error: 'e', warning: 'w', info: ''};
const places = findings(root).map(({path, range}) => [path, range.start.line, range.start.column]);

test('Vim finds every line of the gcc report as it comes', () => {
  const read = vimErrors(report('gcc', root), root, []);
  assert.deepEqual(read.map(([file, line, column]) => [file, line, column]),
                   places);
});

test('with its settings for gcc Vim knows which are errors', () => {
  const read = vimErrors(report('gcc', root), root, ['compiler gcc']);
  const all = findings(root);
  assert.deepEqual(read.map(([, , , type]) => type.toLowerCase()), all.map(({severity}) => typeOf[severity]));
  read.forEach(([, , , , text], i) => assert.ok(text.endsWith(`[${all[i].rule}]`), text));
});

test('Vim finds every line of the concise report with the README\'s settings', () => {
  const read = vimErrors(report('concise', root), root, ['set errorformat=%f:%l:%c:\\ %m']);
  assert.deepEqual(read.map(([file, line, column]) => [file, line, column]),
                   places);
});

test('paths are seen from the folder that corslint runs in', () => {
  const top = scratch();
  write(top, 'packages/api/cors.toml', '[cors]\nallow_origins = ["https://app.acme.io/"]\n');
  for (const format of ['gcc', 'concise', 'full']) {
    assert.match(report(format, join(top, 'packages/api')), /(^| )cors\.toml:2:38/m, format);
    assert.match(report(format, join(top, 'packages/api'), {words: ['../..']}), /(^| )cors\.toml:2:38/m, format);
    assert.match(report(format, join(top, 'packages')), /(^| )api\/cors\.toml:2:38/m, format);
  }
});
