// How long the browser keeps a preflight's answer: the same request is sent twice, and the preflights
// are counted.

const rows = [
  {maxAge: undefined, preflights: 1, because: 'five seconds is the default'},
  {maxAge: '0', preflights: 2, because: 'nothing is kept'},
  {maxAge: '-1', preflights: 2, because: 'Chromium takes less than nothing for nothing'},
  {maxAge: '600', preflights: 1, because: 'ten minutes'},
  {maxAge: '31536000', preflights: 1, because: 'a year, which is cut to two hours'},
  {maxAge: '10m', preflights: 1, because: 'no number, so the default'},
  {maxAge: '', preflights: 1, because: 'empty, so the default'},
];

/** One line for each row that the browser does not confirm. */
export async function checkPreflightCache(browser, server) {
  const page = await browser.open('https://app.acme.test/page');
  const problems = [];
  for (const [number, {maxAge, preflights, because}] of rows.entries()) {
    const headers = [['access-control-allow-origin', '*'], ['access-control-allow-methods', 'PUT']];
    if (maxAge !== undefined) headers.push(['access-control-max-age', maxAge]);
    const path = `/cached/${number}`;
    server.add(path, {preflight: {status: 204, headers}, response: {status: 200, headers}});
    const call = {url: `https://api.acme.test${path}`, init: {method: 'PUT'}};
    for (const one of [call, call]) await page.evaluate(`run([${JSON.stringify(one)}])`);
    const received = server.received(path).map(({method}) => method);
    const counted = received.filter(method => method === 'OPTIONS').length;
    if (counted !== preflights || received.length !== preflights + 2)
      problems.push(`max-age ${maxAge}: ${counted} preflights instead of ${preflights} (${because})`);
  }
  return problems;
}
