import { createHmac, randomBytes } from 'node:crypto';
import { formatEvent, generateId, type Records } from './emulator.ts';

const PATIENCE_MS = 5_000;

export interface WebhookEndpoint {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  /** Types of events that it wants. */
  readonly events: readonly string[];
  readonly createdAt: string;
}

/**
 * Sends events to the endpoints that want them, signed as the hosted service signs: over milliseconds. (The emulator
 * signs over seconds, which the SDK takes for a message from 1970.) One attempt each; a receiver that fails has missed
 * it, and finds it in the list of events.
 */
export class Webhooks {
  readonly #now: () => number;
  readonly #endpoints = new Map<string, WebhookEndpoint>();
  readonly #underWay = new Set<Promise<void>>();

  constructor(records: Records, now: () => number) {
    this.#now = now;
    records.events.setHooks({ onInsert: (event) => this.#deliver(event.event, formatEvent(event)) });
  }

  add(url: string, events: readonly string[]): WebhookEndpoint {
    const endpoint = {
      id: generateId('we'),
      url,
      secret: randomBytes(24).toString('hex'),
      events,
      createdAt: new Date(this.#now()).toISOString(),
    };
    this.#endpoints.set(endpoint.id, endpoint);
    return endpoint;
  }

  all(): WebhookEndpoint[] {
    return [...this.#endpoints.values()];
  }

  /** Whether there was such an endpoint. */
  remove(id: string): boolean {
    return this.#endpoints.delete(id);
  }

  /** Until everything that happened so far was delivered, or missed. */
  async delivered(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  #deliver(type: string, event: Record<string, unknown>): void {
    const payload = JSON.stringify(event);
    for (const { url, secret, events } of this.#endpoints.values()) {
      if (!events.includes(type)) continue;
      const sent = send(url, payload, webhookSignature(payload, secret, this.#now())).finally(() =>
        this.#underWay.delete(sent),
      );
      this.#underWay.add(sent);
    }
  }
}

/** The `WorkOS-Signature` header. @param nowMs epoch ms */
export function webhookSignature(payload: string, secret: string, nowMs: number): string {
  const hash = createHmac('sha256', secret).update(`${nowMs}.${payload}`).digest('hex');
  return `t=${nowMs}, v1=${hash}`;
}

async function send(url: string, body: string, signature: string): Promise<void> {
  const headers = { 'content-type': 'application/json', 'workos-signature': signature };
  await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => null,
  );
}
