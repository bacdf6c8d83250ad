/** SHA-256 of a text, in lower-case hexadecimal digits. */
export async function sha256Hex(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', ENCODER.encode(text));
  let hex = '';
  for (const byte of new Uint8Array(hash)) hex += HEX[byte];
  return hex;
}

const ENCODER = new TextEncoder();
/** Each byte's two digits. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
