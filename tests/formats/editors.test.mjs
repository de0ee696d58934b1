// The ready-made configurations of integrations/editors, each in its editor or in what stands for it; Neovim 0.7's has a test in tests/lint/lsp.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import Module, {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {program, run, scratch, sources, write} from './corslint.mjs';

const require = createRequire(import.meta.url);
const integrations = join(sources, 'integrations/editors');
const policy = '[cors]\nallow_origins = ["https://\u{1F600}\u6F22.acme.io", "https://app.acme.io/"]\n';
const plainPolicy = '[cors]\nallow_origins = ["https://app.acme.io/"]\n';
const bucket = '{"CORSRules": [{"AllowedOrigins": ["https://app.acme.io/"], "AllowedMethods": ["GET"]}]}\n';
const variables = 'CORS_ORIGINS=https://app.acme.io/\n';

/** Loads the extension with a `vscode` that has one setting; gives what its client is made with. */
function extension(setting) {
  const clients = [];
  const stubs = {
    'vscode': {workspace: {getConfiguration: (section) => ({get: (key) => `${section}.${key}` === 'corslint.path' ? setting : undefined})}},
    'vscode-languageclient/node': {
      LanguageClient: class {
        constructor(...words) {
          clients.push(words);
        }
        start() {}
        stop() {}
      },
    },
  };
  const load = Module._load;
  Module._load = (name, ...rest) => stubs[name] ?? load(name, ...rest);
  try {
    const path = join(integrations, 'vscode/extension.js');
    delete require.cache[path];
    const {activate, deactivate} = require(path);
    activate();
    deactivate();
  } finally {
    Module._load = load;
  }
  assert.equal(clients.length, 1);
  const [name, server, options] = clients[0];
  return {name, server, options};
}

test('the VS Code extension starts for each language that its client is for', () => {
  const {activationEvents} = JSON.parse(readFileSync(join(integrations, 'vscode/package.json')));
  const languages = extension('corslint').options.documentSelector.map(({language}) => language).filter(Boolean);
  assert.deepEqual(activationEvents.filter((event) => event.startsWith('onLanguage:')), languages.map((language) => `onLanguage:${language}`));
});

/** A conversation with a server, as VS Code's own library of the protocol holds it. */
async function conversation({command, args}, root, capabilities) {
  const protocol = require('vscode-languageserver-protocol/node');
  const server = spawn(command, args, {stdio: ['pipe', 'pipe', 'inherit']});
  const ended = new Promise((resolve) => server.on('exit', resolve));
  const connection = protocol.createProtocolConnection(new protocol.StreamMessageReader(server.stdout), new protocol.StreamMessageWriter(server.stdin));
  const published = [], waiting = [];
  connection.onNotification(protocol.PublishDiagnosticsNotification.type, (news) => waiting.length ? waiting.shift()(news) : published.push(news));
  connection.listen();
  const workspaceFolders = [{uri: pathToFileURL(root).href, name: 'root'}];
  await connection.sendRequest(protocol.InitializeRequest.type, {processId: process.pid, rootUri: null, workspaceFolders, capabilities});
  await connection.sendNotification(protocol.InitializedNotification.type, {});
  return {
    ask: (type, parameters) => connection.sendRequest(protocol[`${type}Request`].type, parameters),
    tell: (type, parameters) => connection.sendNotification(protocol[`${type}Notification`].type, parameters),
    published: () => published.shift() ?? new Promise((resolve) => waiting.push(resolve)),
    ended,
    stop: () => server.kill(),
  };
}

const codes = ({diagnostics, items}) => (diagnostics ?? items).map(({code}) => code);

const literals = {codeActionLiteralSupport: {codeActionKind: {valueSet: ['quickfix', 'source.fixAll']}}};

test('VS Code\'s protocol library holds a whole conversation', {timeout: 60000}, async () => {
  const root = scratch();
  const uri = pathToFileURL(join(root, 'cors.toml')).href;
  const capabilities = {textDocument: {publishDiagnostics: {}, codeAction: literals, hover: {contentFormat: ['markdown']}}};
  const with_ = await conversation(extension(program).server, root, capabilities);
  try {
    await with_.tell('DidOpenTextDocument', {textDocument: {uri, languageId: 'toml', version: 1, text: policy}});
    const first = await with_.published();
    assert.deepEqual(codes(first), ['unicode-host', 'trailing-slash']);
    const {range} = first.diagnostics[1];
    assert.deepEqual(range, {start: {line: 1, character: 60}, end: {line: 1, character: 61}});

    const actions = await with_.ask('CodeAction', {textDocument: {uri}, range, context: {diagnostics: [first.diagnostics[1]], only: ['quickfix']}});
    assert.equal(actions[0].title, 'Write `https://app.acme.io`');
    const all = await with_.ask('CodeAction', {textDocument: {uri}, range, context: {diagnostics: [], only: ['source.fixAll']}});
    assert.deepEqual(all.map(({kind}) => kind), ['source.fixAll.corslint']);
    const hover = await with_.ask('Hover', {textDocument: {uri}, position: range.start});
    assert.match(hover.contents.value, /Who is admitted/);

    await with_.tell('DidChangeTextDocument', {textDocument: {uri, version: 2}, contentChanges: [{range, text: ''}]});
    assert.deepEqual(codes(await with_.published()), ['unicode-host']);
    await with_.tell('DidCloseTextDocument', {textDocument: {uri}});
    assert.deepEqual(codes(await with_.published()), []);
    assert.equal(await with_.ask('Shutdown'), null);
    await with_.tell('Exit');
    assert.equal(await with_.ended, 0);
  } finally {
    with_.stop();
  }
});

test('VS Code\'s protocol library pulls findings', {timeout: 60000}, async () => {
  const root = scratch();
  const uri = pathToFileURL(join(root, 'cors.toml')).href;
  const with_ = await conversation(extension(program).server, root, {textDocument: {diagnostic: {}}});
  try {
    await with_.tell('DidOpenTextDocument', {textDocument: {uri, languageId: 'toml', version: 1, text: policy}});
    const first = await with_.ask('DocumentDiagnostic', {textDocument: {uri}, identifier: 'corslint'});
    assert.deepEqual(codes(first), ['unicode-host', 'trailing-slash']);
    const again = await with_.ask('DocumentDiagnostic', {textDocument: {uri}, identifier: 'corslint', previousResultId: first.resultId});
    assert.equal(again.kind, 'unchanged');
  } finally {
    with_.stop();
  }
});

/** A home whose PATH finds this corslint. */
function home() {
  const here = scratch();
  mkdirSync(join(here, 'bin'));
  symlinkSync(program, join(here, 'bin/corslint'));
  return {here, env: {HOME: here, TERM: 'dumb', PATH: `${join(here, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`}};
}

const files = {
  'cors.toml': plainPolicy, 'cors.json': bucket, 'cors.jsonc': bucket, 'cors.json5': bucket, '.env': variables, '.env.production': variables,
  'production.env': variables, 'env.production': variables,
};

const aleScript = `
function! Wait(seen) abort
  let l:left = 2000
  while l:left > 0 && !a:seen()
    sleep 10m
    let l:left -= 1
  endwhile
endfunction
function! Findings() abort
  let l:mine = filter(copy(ale#engine#GetLoclist(bufnr(''))), {_, e -> e.linter_name is# 'corslint'})
  return map(l:mine, {_, e -> [e.code, e.lnum, e.col]})
endfunction
function! Main() abort
  let l:seen = {}
  for l:file in readfile($FILES)
    execute 'edit ' . l:file
    call Wait({-> !empty(Findings())})
    let l:seen[l:file] = Findings()
  endfor
  edit letters.toml
  call cursor(1, strlen(getline(1)) - 4)
  call feedkeys("1\\<CR>", 't')
  let l:before = getline(1)
  ALECodeAction
  call Wait({-> getline(1) isnot# l:before})
  let l:seen.line = getline(1)
  call writefile([json_encode(l:seen)], $SEEN)
endfunction
try
  call Main()
catch
  call writefile([json_encode(v:exception)], $SEEN)
endtry
qall!
`;

test('ALE shows the findings of every kind of file, and takes a fix', () => {
  const {here, env} = home();
  const root = scratch();
  // ALE counts bytes.
  const letters = 'cors = {note = "\u6F22\u{1F600}", origins = ["https://app.acme.io/"]}';
  const all = {...files, 'letters.toml': letters + '\n'};
  for (const [name, text] of Object.entries(all)) write(root, name, text);
  mkdirSync(join(here, '.vim/plugin'), {recursive: true});
  copyFileSync(join(integrations, 'ale.vim'), join(here, '.vim/plugin/corslint.vim'));
  writeFileSync(join(here, '.vimrc'), 'set encoding=utf-8\nfiletype plugin on\npackadd ale\n');
  writeFileSync(join(here, 'script.vim'), aleScript);
  writeFileSync(join(here, 'files'), Object.keys(all).join('\n') + '\n');
  run('vim', ['--not-a-term', '-T', 'dumb', '-i', 'NONE', '-n', '-c', 'autocmd VimEnter * ++nested source ~/script.vim'],
      {cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: {...env, FILES: join(here, 'files'), SEEN: join(here, 'seen')}, timeout: 120000});
  const seen = JSON.parse(readFileSync(join(here, 'seen')));
  const slash = (line, column) => [['trailing-slash', line, column]];
  const line = plainPolicy.split('\n')[1];
  assert.deepEqual(seen['cors.toml'], slash(2, line.indexOf('io/') + 3));
  for (const name of ['cors.json', 'cors.jsonc', 'cors.json5']) assert.deepEqual(seen[name], slash(1, bucket.indexOf('io/') + 3), name);
  for (const name of ['.env', '.env.production', 'production.env', 'env.production'])
    assert.deepEqual(seen[name], slash(1, variables.indexOf('io/') + 3), name);
  assert.deepEqual(seen['letters.toml'], slash(1, Buffer.byteLength(letters.split('io/')[0]) + 3));
  assert.equal(seen.line, letters.replace('io/', 'io'));
});

const neovimScript = `
local seen = {}
vim.lsp.config = function(name, config) seen[name] = config end
vim.lsp.enable = function(name) seen.enabled = name end
vim.g.do_filetype_lua = 1
dofile(os.getenv("CONFIGURATION"))
vim.fn.writefile({ vim.fn.json_encode(seen) }, os.getenv("SEEN"))
vim.cmd("qall!")
`;

test('Neovim since 0.11 is given a configuration of the server', () => {
  const {here, env} = home();
  writeFileSync(join(here, 'script.lua'), neovimScript);
  run('nvim', ['--headless', '-u', join(here, 'script.lua'), '-i', 'NONE', '-n'],
      {stdio: ['ignore', 'pipe', 'pipe'], env: {...env, CONFIGURATION: join(integrations, 'neovim.lua'), SEEN: join(here, 'seen')}, timeout: 20000});
  const seen = JSON.parse(readFileSync(join(here, 'seen')));
  assert.equal(seen.enabled, 'corslint');
  assert.deepEqual(seen.corslint.cmd, ['corslint', 'lsp']);
  for (const filetype of ['toml', 'json', 'env', 'sh']) assert.ok(seen.corslint.filetypes.includes(filetype), filetype);
  assert.ok(seen.corslint.root_markers.includes('.git'));
});
