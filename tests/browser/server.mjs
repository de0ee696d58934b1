// Serves the pages that the requests come from, and answers each case as it says. What arrives is
// kept, so that the test sees what the browser sent and whether it asked first. HTTP is spoken by
// hand here, because Node's own server takes known methods in upper case only.

import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {STATUS_CODES} from 'node:http';
import net from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import tls from 'node:tls';

import {documents} from './documents.mjs';

function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'corslint-certificate-'));
  const [key, cert] = [join(folder, 'key'), join(folder, 'cert')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
                           '-days', '2', '-subj', '/CN=acme.test', '-keyout', key, '-out', cert],
               {stdio: 'ignore'});
  const pair = {key: readFileSync(key), cert: readFileSync(cert)};
  rmSync(folder, {recursive: true});
  return pair;
}

/** The request that a text holds: method, path and headers with names in lower case. */
function parsed(text) {
  const [first, ...lines] = text.split('\r\n');
  const [method, path] = first.split(' ');
  const headers = Object.fromEntries(lines.map(line => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  }));
  return {method, path, headers};
}

function written({status, headers, body = ''}) {
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  // A status without a body may not have a length either.
  if (status !== 204 && status !== 304) lines.push(`content-length: ${body.length}`);
  return Buffer.from(lines.join('\r\n') + '\r\n\r\n' + body);
}

export class Server {
  /** Starts a plain and a TLS server; `port` and `tlsPort` are theirs. */
  static async start() {
    const server = new Server();
    const listening = [net.createServer(), tls.createServer(certificate())].map((one, isTls) => {
      one.on(isTls ? 'secureConnection' : 'connection', socket => server.#talk(socket));
      one.listen(0, '127.0.0.1');
      return new Promise(resolve => one.once('listening', () => resolve(one)));
    });
    server.servers = await Promise.all(listening);
    [server.port, server.tlsPort] = server.servers.map(one => one.address().port);
    return server;
  }

  #cases = new Map();
  #sockets = new Set();

  /** Answers requests for `path` with `preflight` or `response`, each a status and pairs of headers. */
  add(path, {preflight, response}) {
    this.#cases.set(path, {preflight, response, received: []});
  }

  /** What has arrived for `path`: the methods and headers, in order. */
  received(path) {
    return this.#cases.get(path).received;
  }

  /** The requests of the tests have no body, so one ends where its headers end. */
  #talk(socket) {
    let text = '';
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => {});
    socket.on('data', data => {
      text += data.toString('latin1');
      for (let end; (end = text.indexOf('\r\n\r\n')) >= 0;) {
        const request = parsed(text.slice(0, end));
        text = text.slice(end + 4);
        const answer = this.#answer(request);
        socket.write(written(request.method === 'HEAD' ? {...answer, body: ''} : answer));
      }
    });
  }

  #answer({method, path, headers}) {
    const document = documents[path];
    if (document !== undefined)
      return {status: 200, headers: [['content-type', 'text/html']], body: document};
    const found = this.#cases.get(path);
    if (found === undefined) return {status: 404, headers: []};
    found.received.push({method, headers});
    const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
    return isPreflight ? found.preflight : found.response;
  }

  close() {
    for (const one of this.servers) one.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}
