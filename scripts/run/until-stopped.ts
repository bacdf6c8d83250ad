import { CommandError } from './command.ts';
import type { Service } from './processes.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Aborted by Ctrl-C, a polite kill, the terminal closing, or whoever started this being gone. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || controller.abort(), 500).unref();
  for (const signal of SIGNALS) process.on(signal, () => controller.abort());
  return controller.signal;
}

/**
 * Runs `work` with the services it starts, then waits until somebody stops the command, and stops every one of them,
 * however it ended.
 *
 * @throws {CommandError} when a service ends by itself
 */
export async function untilStopped(
  stopped: AbortSignal,
  work: (started: (service: Service) => void) => Promise<void>,
): Promise<void> {
  const services: Service[] = [];
  const asked = new Promise<void>((resolve) => {
    if (stopped.aborted) resolve();
    else stopped.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    await Promise.race([asked, work((service) => services.push(service))]);
    await Promise.race([asked, ...services.map((service) => failWhenEnded(service, stopped))]);
  } finally {
    await Promise.all(services.toReversed().map((service) => service.stop()));
  }
}

async function failWhenEnded(service: Service, stopped: AbortSignal): Promise<void> {
  const tail = await service.ended;
  if (stopped.aborted) return;
  throw new CommandError(`${tail.trim()}\n${service.name} ended by itself (see above); stopping.`);
}
