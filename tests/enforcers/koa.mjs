// Drives @koa/cors (or the package named by the argument): `app.use(cors(options))`, and an application that answers
// everything.

import { answerCases, headersOf, installed, options, reported } from './node/cases.mjs';

const Koa = installed('koa');
const cors = installed(process.argv[2] ?? '@koa/cors');
const inject = installed('light-my-request');

const optionNames = {
  origins: 'origin',
  methods: 'allowMethods',
  headers: 'allowHeaders',
  exposed_headers: 'exposeHeaders',
  credentials: 'credentials',
  private_network: 'privateNetworkAccess',
  max_age: 'maxAge',
};

/** Every origin is what @koa/cors admits without the option `origin`. */
function setUp(policy) {
  const { origin, ...others } = options(policy, optionNames);
  const app = new Koa();
  app.silent = true;
  app.use(cors(origin === undefined || policy.any_origin ? others : { origin, ...others }));
  app.use((context) => {
    context.status = 200;
  });
  const program = app.callback();
  return async (request) => {
    const answer = await inject(program, { method: request.method, url: '/', headers: headersOf(request) });
    return { status: answer.statusCode, headers: reported(Object.entries(answer.headers)) };
  };
}

await answerCases(setUp);
