// Drives Hono's middleware cors (of the package named by the argument), and an application that answers everything.

import { answerCases, headersOf, installed, options, reported } from './node/cases.mjs';

const name = process.argv[2] ?? 'hono';
const { Hono } = installed(name);
const { cors } = installed(`${name}/cors`);

const optionNames = {
  origins: 'origin',
  methods: 'allowMethods',
  headers: 'allowHeaders',
  exposed_headers: 'exposeHeaders',
  credentials: 'credentials',
  max_age: 'maxAge',
};

// Hono reports the errors of handlers there.
console.error = () => {};

/** Every origin is what Hono admits without the option `origin`. */
function setUp(policy) {
  const { origin, ...others } = options(policy, optionNames);
  const app = new Hono();
  app.use('*', cors(origin === undefined || policy.any_origin ? others : { origin, ...others }));
  app.all('*', (context) => context.body(null, 200));
  return async (request) => {
    const answer = await app.fetch(
      new Request('http://localhost/', { method: request.method, headers: headersOf(request) }),
    );
    return { status: answer.status, headers: reported(answer.headers) };
  };
}

await answerCases(setUp);
