// Drives the npm package cors behind Express: `app.use(cors(options))`, and an application that answers everything.

import { answerCases, headersOf, installed, options, reported } from './node/cases.mjs';
import { originOption } from './node/origin_option.mjs';

process.env.NODE_ENV = 'test';
const cors = installed('cors');
const express = installed('express');
const inject = installed('light-my-request');

const optionNames = {
  methods: 'methods',
  headers: 'allowedHeaders',
  exposed_headers: 'exposedHeaders',
  credentials: 'credentials',
  max_age: 'maxAge',
  preflight_status: 'optionsSuccessStatus',
};

function setUp(policy) {
  const app = express();
  app.use(cors({ ...options(policy, optionNames), ...originOption(policy) }));
  app.use((request, response) => response.end());
  return async (request) => {
    const answer = await inject(app, { method: request.method, url: '/', headers: headersOf(request) });
    return { status: answer.statusCode, headers: reported(Object.entries(answer.headers)) };
  };
}

await answerCases(setUp);
