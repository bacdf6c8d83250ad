import { equalInConstantTime } from '@layerkick/auth/constant-time';

/** As many as Workers allow. */
const ITERATIONS = 100_000;
const SALT_BYTES = 16;
const SCHEME = 'pbkdf2-sha256';

/** `pbkdf2-sha256$iterations$salt$hash`, so that what is stored says how to check it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return encode(password, salt, ITERATIONS);
}

/** Whether it is the password that `stored` was made of. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, iterations, salt = ''] = stored.split('$');
  if (scheme !== SCHEME) return false;
  return equalInConstantTime(await encode(password, fromBase64(salt), Number(iterations)), stored);
}

async function encode(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<string> {
  // The same characters typed on another keyboard may come as other code points.
  const bytes = new TextEncoder().encode(password.normalize('NFKC'));
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const hash = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    key,
    256,
  );
  return [SCHEME, iterations, toBase64(salt), toBase64(new Uint8Array(hash))].join('$');
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
