import { DurableObject } from 'cloudflare:workers';
export class StoreStats extends DurableObject {}
