import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of a text, in lower-case hexadecimal digits. */
export async function sha256Hex(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return bytesToHex(new Uint8Array(hash));
}
