import { DurableObject } from 'cloudflare:workers';
import type { RefreshOutcome, RefreshRequest } from './provider.ts';
import type { KeptAnswer, refreshOnce, RefreshOnceParts } from './session/refresh-once.ts';

/**
 * One object per refresh token, by the token's hash: wherever on earth requests with it arrive, one of them spends
 * it. The app says with which provider.
 */
export abstract class SessionRefreshObject<E> extends DurableObject<E> {
  protected abstract parts(): Promise<Omit<RefreshOnceParts, 'kept'>>;

  #refresh: Promise<ReturnType<typeof refreshOnce>> | undefined;

  async refresh(request: RefreshRequest): Promise<RefreshOutcome> {
    this.#refresh ??= this.#load();
    return (await this.#refresh)(request);
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }

  // On demand: the Worker's entry names this class, and most requests never refresh anything.
  async #load() {
    const [core, parts] = await Promise.all([import('./session/refresh-once.ts'), this.parts()]);
    return core.refreshOnce({ ...parts, kept: this.#kept() });
  }

  #kept(): KeptAnswer {
    const { storage } = this.ctx;
    return {
      read: () => storage.get<string>('answer'),
      async keep(sealed, until) {
        await storage.put('answer', sealed);
        await storage.setAlarm(until);
      },
    };
  }
}
