/** What React begins a document with. */
const BEGINNING = /^<!DOCTYPE html><html[^>]*><head>/i;

/**
 * An answer that begins with `head` at once, and goes on with the page when that is ready, in order: nothing has to be put in
 * its place by a script. The page's own beginning is left out.
 *
 * @param head from the doctype to within `<head>`
 * @param page null where there is none: it never rejects
 * @param failed what goes on after it where there is no page
 */
export function headFirst(head: string, page: Promise<Response | null>, failed: () => string): Response {
  const encoder = new TextEncoder();
  let rest: ReadableStreamDefaultReader<string> | null = null;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(head));
    },
    async pull(controller) {
      if (rest === null) {
        const response = await page;
        const location = response?.headers.get('Location') ?? null;
        if (response === null || (location === null && !isPage(response))) return end(controller, failed());
        if (location !== null) return end(controller, goingTo(location));
        rest = withoutBeginning(response).getReader();
      }
      const { done, value } = await rest.read();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: (reason) => rest?.cancel(reason),
  });
  function end(controller: ReadableStreamDefaultController<Uint8Array>, text: string) {
    controller.enqueue(encoder.encode(text));
    controller.close();
  }
  return new Response(body, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

function isPage({ headers }: Response): boolean {
  return headers.get('Content-Type')?.startsWith('text/html') ?? false;
}

/** Too late for a redirect's status: what was decided meanwhile, such as a session's end, is said in the page. */
function goingTo(location: string): string {
  return `<meta http-equiv="refresh" content="0;url=${location.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`;
}

function withoutBeginning(response: Response): ReadableStream<string> {
  let held: string | null = '';
  const body = response.body ?? new Response('').body;
  if (body === null) throw new TypeError('An answer without a body');
  return body.pipeThrough(new TextDecoderStream()).pipeThrough(
    new TransformStream<string, string>({
      transform(chunk, controller) {
        if (held === null) return controller.enqueue(chunk);
        held += chunk;
        // What has no such beginning is shown as it is.
        if (!held.includes('<head>') && held.length < 1000) return;
        controller.enqueue(held.replace(BEGINNING, ''));
        held = null;
      },
      flush(controller) {
        if (held) controller.enqueue(held.replace(BEGINNING, ''));
      },
    }),
  );
}
