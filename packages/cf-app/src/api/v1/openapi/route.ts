import { Hono } from 'hono';
import { readConfiguration } from '../../../env.server.ts';
import style from './docs.css?raw';
import { notingRoute } from '../../noting-route.ts';
import { notFound } from '../../unanswered.ts';
import { BASE } from '../find-operation.ts';
import { openApiDocument } from './document.ts';
import { docsPage } from './page.ts';

const CACHE_CONTROL = 'public, max-age=300';
/** The page runs nothing and loads nothing from elsewhere. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The description of the API, for programs and for people. Says nothing about anybody, so that everybody may read it. */
export const openApi = new Hono<{ Bindings: Env }>().basePath(BASE);

openApi.use(notingRoute);
openApi.notFound(notFound);
openApi.use(async (c, next) => {
  await next();
  if (c.res.ok) c.header('cache-control', CACHE_CONTROL);
});
openApi.get('/openapi.json', (c) => c.json(openApiDocument(readConfiguration(c.env).APP_ORIGIN)));
openApi.get('/docs', (c) => {
  c.header('content-security-policy', CONTENT_SECURITY_POLICY);
  return c.html(docsPage(openApiDocument(readConfiguration(c.env).APP_ORIGIN)));
});
openApi.get('/docs.css', (c) => c.body(style, 200, { 'content-type': 'text/css' }));
