import type { Authentication } from '@layerkick/auth/credentials/authentication';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { Hono } from 'hono';
import { log } from '../../lib/log.server.ts';
import { problemResponse } from '../problem.ts';
import { failed } from '../unanswered.ts';
import { challenge } from '../v1/challenge.ts';
import { mayChange } from '../v1/from-own-pages.ts';
import { ORIGIN_FORBIDDEN, RATE_LIMITED } from '../v1/problems.ts';
import { countRequest } from '../v1/rate-limit.ts';
import { mcpServer } from './server.ts';

const MAX_BODY_BYTES = 64 * 1024;

export interface McpRouteParts {
  readonly authenticate: (request: Request) => Promise<Authentication>;
  /** Epoch ms. */
  readonly clock: () => number;
}

/** `/mcp`: the Model Context Protocol over streamable HTTP, without sessions: each request stands for itself. */
export function mcpRoute({ authenticate, clock }: McpRouteParts): Hono<{ Bindings: Env }> {
  const mcp = new Hono<{ Bindings: Env }>();
  mcp.all('/mcp', async (c) => {
    const request = c.req.raw;
    const { env } = c;
    const who = await authenticate(request);
    if (who.kind !== 'authenticated') return challenge(who, env, '/mcp');
    const { auth } = who;
    // Other sites' pages must not speak for somebody who is signed in.
    if (!mayChange(auth)) return problemResponse(ORIGIN_FORBIDDEN);
    const allowance = await countRequest(env, auth, {}, log);
    if (!allowance.allowed) return problemResponse(RATE_LIMITED, allowance.headers);

    const handler = createMcpHandler(() => mcpServer({ env, auth, now: clock() }), {
      responseMode: 'json',
      maxRequestBodySize: MAX_BODY_BYTES,
      onerror: (error) => log.warn('mcp_request_refused', { error: error.message }),
    });
    return handler.fetch(request);
  });
  mcp.onError(failed);
  return mcp;
}
