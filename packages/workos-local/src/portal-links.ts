import { randomBytes } from 'node:crypto';

const LIFE_MS = 5 * 60 * 1000;

export interface PortalLink {
  readonly organizationId: string;
  readonly intent: string;
  readonly returnUrl: string | null;
  readonly expiresAt: number;
}

/** Links to the Admin Portal: whoever has one sets something up for its organization, for five minutes. */
export class PortalLinks {
  readonly #now: () => number;
  readonly #links = new Map<string, PortalLink>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(link: Omit<PortalLink, 'expiresAt'>): string {
    const secret = randomBytes(24).toString('base64url');
    this.#links.set(secret, { ...link, expiresAt: this.#now() + LIFE_MS });
    return secret;
  }

  find(secret: string): PortalLink | null {
    const link = this.#links.get(secret);
    return link && link.expiresAt > this.#now() ? link : null;
  }
}
