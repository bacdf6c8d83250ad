import type { Target } from '@layerkick/auth/resilience/health-check';
import type { Alert } from '@layerkick/auth/resilience/watch';
import { utcTime } from './utc-time.ts';

export interface AlertText {
  readonly subject: string;
  readonly body: string;
}

/** What one cannot do without it. */
const CONSEQUENCE: Readonly<Record<Target, string>> = {
  'workos-api':
    'Nobody can sign in. Who is signed in goes on reading for an hour and cannot change anything. Shops keep recording.',
  'workos-keys':
    'The last good signing keys are used. People notice nothing unless WorkOS changes its keys now.',
};

const NAME: Readonly<Record<Target, string>> = {
  'workos-api': 'WorkOS',
  'workos-keys': 'WorkOS (signing keys)',
};

/** In words for whoever is called at night. Times are in UTC. */
export function alertText(target: Target, alert: Alert): AlertText {
  const name = NAME[target];
  if (alert.kind === 'recovered') {
    const minutes = Math.max(1, Math.round((alert.until - alert.since) / 60_000));
    return {
      subject: `LayerKick: ${name} answers again`,
      body: `${name} answers again since ${utcTime(alert.until)}, after ${minutes} min.`,
    };
  }
  return {
    subject: `LayerKick: ${name} does not answer`,
    body: `${name} does not answer since ${utcTime(alert.since)} (${alert.reason}). ${CONSEQUENCE[target]} See /admin/health and docs/operations.md, “When WorkOS is down”.`,
  };
}
