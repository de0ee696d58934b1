// Where Chromium does not do what the Fetch standard says. corslint follows the standard; each entry
// tells which cases Chromium takes otherwise, and in what. At least one case has to show each still.

function names({request}) {
  const {headers = []} = request;
  return (Array.isArray(headers) ? headers : Object.keys(headers)).map(name => name.toLowerCase());
}

function permits(pairs, element) {
  const lists = pairs.filter(([name]) => name.toLowerCase() === 'access-control-allow-headers');
  return lists.some(([, list]) => list.split(',').some(other => other.trim() === element));
}

const clientHints = ['device-memory', 'downlink', 'dpr', 'rtt', 'save-data', 'viewport-width', 'width'];

export const deviations = [
  {
    name: 'authorization-by-wildcard',
    because: 'The standard takes Authorization out of what `Access-Control-Allow-Headers: *` permits; Chromium ' +
        'lets it through (services/network/cors/preflight_result.cc, NonWildcardRequestHeadersSupport).',
    applies: one => one.expected.reason === 'header-not-allowed' && !one.request.credentials &&
        names(one).includes('authorization') && permits(one.preflight.headers, '*'),
    differs: ['verdict', 'request', 'console'],
  },
  {
    name: 'client-hints-are-safelisted',
    because: 'Chromium sends client hints with a well-formed value without asking ' +
        '(services/network/public/cpp/cors/cors.cc, IsCorsSafelistedHeader); the standard dropped them.',
    applies: one => names(one).some(name => clientHints.includes(name)),
    differs: ['verdict', 'preflight', 'request', 'console'],
  },
  {
    name: 'user-agent-is-not-set',
    because: 'The standard lets scripts set User-Agent; Chromium sends its own and does not ask ' +
        '(https://crbug.com/571722).',
    applies: one => names(one).includes('user-agent'),
    differs: ['verdict', 'preflight', 'request', 'console', 'user-agent'],
  },
  {
    name: 'range-is-rewritten',
    because: "Chromium's network stack writes a Range that it can read anew: `bytes=7-07` is sent as `bytes=7-7`.",
    applies: one => names(one).includes('range'),
    differs: ['range'],
  },
];

/** The deviation that explains all of these differences, each a text that begins with what differs. */
export function deviationOf(one, differences) {
  return deviations.find(({applies, differs}) =>
      applies(one) && differences.every(text => differs.includes(text.split(':')[0])));
}
