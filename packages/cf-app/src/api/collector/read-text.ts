/** Of what is too long, so much is read and forgotten: whoever is still sending may never see the answer. */
const READ_ANYWAY_BYTES = 1024 * 1024;

/**
 * The body as text, or null when it is longer than `maxBytes`. A body is never longer than the platform was told; of one
 * whose length was not told what arrives is counted, and reading stops at the limit.
 */
export async function readText(request: Request, maxBytes: number): Promise<string | null> {
  const told = request.headers.get('content-length');
  if (told !== null) {
    if (!(Number(told) <= maxBytes)) {
      if (Number(told) <= READ_ANYWAY_BYTES) await request.body?.pipeTo(new WritableStream());
      return null;
    }
    const text = await request.text();
    return text.length <= maxBytes ? text : null;
  }
  if (!request.body) return '';
  const decoder = new TextDecoder();
  const reader = request.body.getReader();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
