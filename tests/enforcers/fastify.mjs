// Drives @fastify/cors (or the package named by the argument): the plugin, and an application that answers everything.

import { answerCases, headersOf, installed, options, reported } from './node/cases.mjs';
import { originOption } from './node/origin_option.mjs';

const fastify = installed('fastify');
const cors = installed(process.argv[2] ?? '@fastify/cors');

const optionNames = {
  methods: 'methods',
  headers: 'allowedHeaders',
  exposed_headers: 'exposedHeaders',
  credentials: 'credentials',
  max_age: 'maxAge',
  preflight_status: 'optionsSuccessStatus',
};

async function setUp(policy) {
  const app = fastify();
  app.register(cors, { ...options(policy, optionNames), ...originOption(policy) });
  app.all('/', (request, reply) => reply.send());
  await app.ready();
  return async (request) => {
    const answer = await app.inject({ method: request.method, url: '/', headers: headersOf(request) });
    return { status: answer.statusCode, headers: reported(Object.entries(answer.headers)) };
  };
}

await answerCases(setUp);
