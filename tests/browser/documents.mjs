// The pages that the requests come from: one of its own origin, and one with a sandboxed frame in
// it, whose origin is `null`. Both have `run`, which takes a list of calls of fetch() and gives for
// each what the script sees.

const script = `
async function answer({url, init}) {
  try {
    const response = await fetch(url, init);
    return {status: response.status, readable: [...response.headers.keys()]};
  } catch (error) {
    return {error: String(error)};
  }
}
async function run(calls) {
  const answers = new Array(calls.length);
  let next = 0;
  const work = async () => {
    while (next < calls.length) {
      const i = next++;
      answers[i] = await answer(calls[i]);
    }
  };
  await Promise.all(Array.from({length: 12}, work));
  return answers;
}
`;
const head = '<!DOCTYPE html><link rel="icon" href="data:,">';

const page = `${head}<title>page</title><script>${script}
self.ready = true;
</script>`;

const frame = `${head}<title>frame</title><script>${script}
addEventListener('message', async event => parent.postMessage(await run(event.data), '*'));
parent.postMessage('ready', '*');
</script>`;

const sandbox = `${head}<title>sandbox</title>
<iframe sandbox="allow-scripts" src="/frame"></iframe>
<script>
addEventListener('message', event => { if (event.data === 'ready') self.ready = true; });
function run(calls) {
  return new Promise(resolve => {
    addEventListener('message', event => resolve(event.data), {once: true});
    document.querySelector('iframe').contentWindow.postMessage(calls, '*');
  });
}
</script>`;

/** What is served under which path. */
export const documents = {'/page': page, '/frame': frame, '/sandbox': sandbox};
