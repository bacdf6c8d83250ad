import { FileProblem } from './file-problem.ts';

/** A file that somebody chose, as it is read. */
export interface ReadFile {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How much of it has been read, 0 to 1. */
  readonly fraction: () => number;
}

/** Unpacks what is named `.gz` on the way. Throws a {@link FileProblem} when it is not what its name says, or has changed since. */
export function fileBytes(file: File): ReadFile {
  let read = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        read += chunk.byteLength;
        controller.enqueue(chunk);
      },
    }),
  );
  const stream = file.name.endsWith('.gz') ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  return { bytes: chunksOf(stream, file.name), fraction: () => read / Math.max(1, file.size) };
}

/** Not every browser lets a stream be looped over. */
async function* chunksOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (cause) {
    throw new FileProblem('unreadable', `${name} cannot be read to its end.`, { cause });
  } finally {
    // Rejects where the stream has failed, which was said.
    void reader.cancel().catch(() => {});
  }
}
