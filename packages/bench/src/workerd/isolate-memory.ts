import { z } from 'zod';

/** What the objects of a workerd have of its memory, bytes: its one Worker is one isolate. */
export interface IsolateMemory {
  readonly heap: number;
  /** Of arrays, which are beside the heap. */
  readonly buffers: number;
}

const target = z.tuple([z.object({ webSocketDebuggerUrl: z.url() })]);
const answer = z.object({
  result: z.object({ usedSize: z.number(), backingStorageSize: z.number() }),
});

/** Asks V8's inspector. */
export async function isolateMemory(inspectorPort: number): Promise<IsolateMemory> {
  const list = await fetch(`http://127.0.0.1:${inspectorPort}/json/list`);
  const [{ webSocketDebuggerUrl }] = target.parse(await list.json());
  const socket = new WebSocket(webSocketDebuggerUrl);
  try {
    const { result } = answer.parse(
      await new Promise((resolve, reject) => {
        socket.addEventListener('open', () =>
          socket.send(JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' })),
        );
        socket.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data))));
        socket.addEventListener('error', () => reject(new Error('The inspector does not answer')));
      }),
    );
    return { heap: result.usedSize, buffers: result.backingStorageSize };
  } finally {
    socket.close();
  }
}
