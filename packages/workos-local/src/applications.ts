import { createHash, randomBytes } from 'node:crypto';
import { generateId } from './emulator.ts';

/** A machine-to-machine application as it goes over the wire. */
export interface Application {
  readonly object: 'connect_application';
  readonly id: string;
  readonly client_id: string;
  readonly application_type: 'm2m';
  readonly name: string;
  readonly description: string | null;
  readonly scopes: readonly string[];
  readonly organization_id: string;
  readonly created_at: string;
  readonly updated_at: string;
}

interface ClientSecret {
  readonly id: string;
  readonly applicationId: string;
  readonly hash: string;
}

/** The applications of an environment's organizations, and the secrets that they ask for tokens with. */
export class Applications {
  readonly #applications = new Map<string, Application>();
  readonly #secrets = new Map<string, ClientSecret>();
  readonly #now: () => number;

  /** @param now epoch ms */
  constructor(now: () => number) {
    this.#now = now;
  }

  create(start: Pick<Application, 'name' | 'description' | 'scopes' | 'organization_id'>): Application {
    const at = new Date(this.#now()).toISOString();
    const application: Application = {
      object: 'connect_application',
      id: generateId('conn_app'),
      client_id: generateId('client'),
      application_type: 'm2m',
      ...start,
      created_at: at,
      updated_at: at,
    };
    this.#applications.set(application.id, application);
    return application;
  }

  all(): Application[] {
    return [...this.#applications.values()];
  }

  /** By its own id or its client id. */
  find(id: string): Application | undefined {
    return this.#applications.get(id) ?? this.all().find((each) => each.client_id === id);
  }

  delete({ id }: Application): void {
    this.#applications.delete(id);
  }

  /** A new secret, whose value is known only now. */
  addSecret(application: Application) {
    const secret = randomBytes(32).toString('hex');
    const id = generateId('conn_app_secret');
    this.#secrets.set(id, { id, applicationId: application.id, hash: hashOf(secret) });
    const at = new Date(this.#now()).toISOString();
    return {
      object: 'connect_application_secret',
      id,
      secret,
      secret_hint: secret.slice(-6),
      last_used_at: null,
      created_at: at,
      updated_at: at,
    };
  }

  deleteSecret(id: string): boolean {
    return this.#secrets.delete(id);
  }

  /** The application that shows its client id and one of its secrets. */
  authenticate(clientId: string, secret: string): Application | undefined {
    const hash = hashOf(secret);
    const application = this.find(clientId);
    const known = [...this.#secrets.values()].some(
      (each) => each.applicationId === application?.id && each.hash === hash,
    );
    return known ? application : undefined;
  }
}

function hashOf(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
