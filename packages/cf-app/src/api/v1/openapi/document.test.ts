import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { openApiDocument } from './document.ts';

const document = openApiDocument('https://app.layerkick.com');

test('the document is an OpenAPI 3.1 document that a linter has nothing to say about', async () => {
  const config = await createConfig({
    extends: ['recommended-strict'],
    // There is no licence to name.
    rules: { 'info-license': 'off' },
  });
  const problems = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: '/openapi.json',
    config,
  });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
    [],
  );
});
