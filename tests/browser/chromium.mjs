// A headless Chromium that is driven over the DevTools protocol through a pair of pipes, so that
// nothing has to be installed beside the browser. https://chromedevtools.github.io/devtools-protocol/

import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** The program to run, or null where none is installed. */
export function findChromium() {
  const candidates = process.env.CORSLINT_CHROMIUM ? [process.env.CORSLINT_CHROMIUM] : names;
  return candidates.find(name => spawnSync(name, ['--version'], {stdio: 'ignore'}).status === 0) ?? null;
}

/** One tab. Messages of its console and of its frames' come to `onConsole`. */
class Page {
  constructor(browser, session) {
    this.browser = browser;
    this.session = session;
  }

  /** The value that an expression gives; promises are waited for. */
  async evaluate(expression) {
    const {result, exceptionDetails} = await this.browser.send(
        'Runtime.evaluate', {expression, awaitPromise: true, returnByValue: true}, this.session);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
}

export class Chromium {
  /** Starts the browser. `rules` is the value of --host-resolver-rules. */
  static async start(program, rules) {
    const browser = new Chromium();
    browser.folder = mkdtempSync(join(tmpdir(), 'corslint-browser-'));
    const options = [
      '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-extensions',
      '--disable-background-networking', '--disable-dev-shm-usage', '--ignore-certificate-errors',
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LocalNetworkAccessChecks',
      '--no-proxy-server', `--host-resolver-rules=${rules}`, `--user-data-dir=${browser.folder}`,
      '--remote-debugging-pipe', 'about:blank'
    ];
    browser.process = spawn(program, options, {stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']});
    browser.process.on('exit', () => browser.#fail(new Error('the browser has ended')));
    browser.process.stdio[3].on('error', error => browser.#fail(error));
    browser.process.stdio[4].on('data', data => browser.#read(data));
    browser.version = (await browser.send('Browser.getVersion')).product;
    return browser;
  }

  #waiting = new Map();
  #next = 1;
  #rest = Buffer.alloc(0);
  onConsole = () => {};

  send(method, params = {}, sessionId) {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, {resolve, reject});
      this.process.stdio[3].write(JSON.stringify({id, method, params, sessionId}) + '\0');
    });
  }

  #read(data) {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (let end; (end = this.#rest.indexOf(0)) >= 0;) {
      const message = JSON.parse(this.#rest.subarray(0, end).toString());
      this.#rest = this.#rest.subarray(end + 1);
      this.#receive(message);
    }
  }

  #receive({id, result, error, method, params}) {
    if (id !== undefined) {
      const {resolve, reject} = this.#waiting.get(id);
      this.#waiting.delete(id);
      error ? reject(new Error(error.message)) : resolve(result);
    } else if (method === 'Log.entryAdded') {
      this.onConsole(params.entry);
    } else if (method === 'Target.attachedToTarget' && params.targetInfo.type === 'iframe') {
      this.send('Log.enable', {}, params.sessionId).catch(() => {});
      this.send('Runtime.runIfWaitingForDebugger', {}, params.sessionId).catch(() => {});
    }
  }

  #fail(error) {
    for (const {reject} of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  /** Opens a tab with this address and waits until its script has set `ready`. */
  async open(url) {
    const {targetId} = await this.send('Target.createTarget', {url: 'about:blank'});
    const {sessionId} = await this.send('Target.attachToTarget', {targetId, flatten: true});
    const page = new Page(this, sessionId);
    await this.send('Log.enable', {}, sessionId);
    await this.send('Target.setAutoAttach',
                    {autoAttach: true, waitForDebuggerOnStart: true, flatten: true}, sessionId);
    const {errorText} = await this.send('Page.navigate', {url}, sessionId);
    if (errorText) throw new Error(`${url}: ${errorText}`);
    for (let tries = 0; !(await page.evaluate('self.ready === true').catch(() => false)); ++tries) {
      if (tries === 500) throw new Error(`${url}: the page does not come up`);
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    return page;
  }

  async close() {
    const ended = new Promise(resolve => this.process.once('exit', resolve));
    await this.send('Browser.close').catch(() => {});
    const timer = setTimeout(() => this.process.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(timer);
    rmSync(this.folder, {recursive: true, force: true, maxRetries: 5});
  }
}
