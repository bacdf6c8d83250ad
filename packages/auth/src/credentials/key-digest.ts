import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** What no key looks like is not asked about. */
const KEY = /^sk_[A-Za-z0-9_-]{8,256}$/;
const LONGEST = 'sk_'.length + 256;

// Used again for each key: what is made for one only has to be cleared up, which takes longer than hashing does.
const fresh = sha256.create();
const hashing = sha256.create();
const letters = new Uint8Array(LONGEST);
const digest = new Uint8Array(sha256.outputLen);

/**
 * SHA-256 of an API key, in hex; null for what no key looks like. At once, and in a third of the time that the runtime's own
 * take, which cross into it several times and, in Node's, make a stream.
 */
export function keyDigest(value: string): string | null {
  if (!KEY.test(value)) return null;
  const { length } = value;
  for (let index = 0; index < length; index += 1) letters[index] = value.charCodeAt(index);
  // Part of the library's interface for hashes, for this very use.
  // oxlint-disable-next-line no-underscore-dangle
  fresh._cloneInto(hashing).update(letters.subarray(0, length)).digestInto(digest);
  // Nothing of the key stays.
  hashing.destroy();
  letters.fill(0, 0, length);
  return bytesToHex(digest);
}
