// Makes texts from a fixed seed, asks Node's URL for the origin of each, and hands both to the program named by the first
// argument, whose exit status becomes this one's. Half of the texts are pieced together from parts that matter to a URL
// parser; the others are such texts after one or two random edits.
import { spawnSync } from 'node:child_process';

const count = 110000;
let state = 20230209;

function random(bound) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * bound);
}

const pick = (items) => items[random(items.length)];

const schemes = ['http', 'https', 'ws', 'wss'];
const labels = [
  'a', 'app', 'example', 'com', 'localhost', 'x-y', '-a', 'b-', 'a--b', 'my_app', '*', '', '1a', 'a1', '1e3', '0xg', 'z0',
  "a'b", 'a!b', 'a$b', 'a&b', 'a(b', 'a+b', 'a=b', 'a~b', 'a`b', 'a{b', 'a"b', 'A', 'ExAmple', 'COM', 'a%62', '%41b',
  'xn--bcher-kva', 'xn--fa-hia', 'xn--n3h', 'xn--ls8h', 'xn--80ak6aa92e', 'XN--BCHER-KVA', 'xn--', 'xn--a', 'xn--zn7c',
  'b\u00fccher', 'B\u00dcCHER', 'fa\u00df', '\u2603', '\u{1f4a9}', '\u0440\u0444', '\u4e2d\u56fd', '\uff41', '\u0301a',
  '%c3%bc', '%C3%BC', '%ff', '%', '%2', '%zz', '%2e', '%2F', '%00', '%25', '1', '0', '255', '256', '0x1', '0X1f', '010', '08',
  '4294967295', '4294967296', '0x', 'a|b', 'a^b', 'a<b', 'a>b', 'a]b', 'a[b', 'a\u007fb', 'a\u3002b',
];
const numbers = ['0', '1', '127', '255', '256', '65535', '65536', '16777215', '16777216', '4294967295', '4294967296', '00',
  '0x', '0x7f', '0xffffffff', '0x100000000', '0177', '08', '1a', ''];
const pieces = ['0', '1', 'ff', '00ff', 'abcd', 'ABCD', '12345', 'g', '', '', '1.2.3.4', '01.2.3.4', '256.1.1.1', '1.2.3'];
const ports = ['', '', '', '', '', '', '', ':80', ':443', ':8080', ':0', ':65535', ':65536', ':', ':00', ':0443', ':a', ':8a',
  ':-1', ':+1', ':99999999999999999999', ':80:80'];
const tails = ['', '', '', '', '', '', '', '/', '//', '\\', '/x', '/x/y?q#f', '?', '#', '?q', '#f', '/?', '/#'];
const separators = ['://', '://', '://', '://', '://', '://', '://', '://', ':/', ':', ':///', ':\\\\', ':/\\'];
const users = ['', '', '', '', '', '', '', '', '@', 'me@', 'me:secret@', ':@', 'a@b@'];
const edits = 'aZ09.:/\\?#@[]%-_~!$&\'()*+,;=|^<>"`{} \t\n\u00fc\u2603\u3002\u200b\u00a0\u00ad'.split('');

function list(items, longest, separator) {
  return Array.from({ length: 1 + random(longest) }, () => pick(items)).join(separator);
}

function ipv6() {
  const shapes = [() => list(pieces, 9, ':'), () => `${list(pieces, 4, ':')}::${list(pieces, 4, ':')}`,
    () => Array.from({ length: 8 }, () => pick(['0', '0', '1', 'a0'])).join(':')];
  return `[${pick(shapes)()}]`;
}

function host() {
  const kind = random(10);
  if (kind < 6) return list(labels, 4, '.') + pick(['', '', '', '', '', '.']);
  if (kind < 8) return list(numbers, 5, '.') + pick(['', '', '', '.']);
  return ipv6();
}

function schemeText() {
  const scheme = pick(schemes);
  return random(12) === 0 ? scheme[0].toUpperCase() + scheme.slice(1) : scheme;
}

const assembled = () => schemeText() + pick(separators) + pick(users) + host() + pick(ports) + pick(tails);

const canonicalLabels = labels.filter((label) => /^[a-z][a-z0-9]*$/.test(label));

const ordinary = () => `${pick(schemes)}://${list(canonicalLabels, 4, '.')}${pick(['', ':8080', ':3000', '.', '/', ':443'])}`;

function edited(text) {
  const characters = Array.from(text);
  for (let left = 1 + random(2); left > 0; left -= 1) {
    const at = random(characters.length + 1);
    characters.splice(at, random(2), ...(random(4) === 0 ? [] : [pick(edits)]));
  }
  return characters.join('');
}

function originOf(text) {
  try {
    return new URL(text).origin;
  } catch {
    return null;
  }
}

// Implementations look into A-labels to different depths, and Node's takes some that the standard's newer text refuses.
const strangeALabel = /xn--(?!(bcher-kva|fa-hia|n3h|ls8h|80ak6aa92e|a|zn7c|)([.:/\\?#]|$))/i;
const isCompared = (text) => /^(https?|wss?):/i.test(text) && !strangeALabel.test(text) && !text.includes('\0');

const makers = [assembled, assembled, () => edited(assembled()), () => edited(ordinary()), ordinary];
const pairs = [];
while (pairs.length < count) {
  const text = pick(makers)();
  if (isCompared(text)) pairs.push(`${text}\0${originOf(text)}\0`);
}
const comparison = spawnSync(process.argv[2], { input: pairs.join(''), stdio: ['pipe', 'inherit', 'inherit'] });
process.exit(comparison.status ?? 1);
