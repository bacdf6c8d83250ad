import { type CryptoKey, decodeJwt, decodeProtectedHeader, type JWK, SignJWT } from 'jose';

/** A token with the claims of another one, issued and ended earlier. */
export function signedAnew(
  token: string,
  key: CryptoKey | JWK | Uint8Array,
  seconds: number,
): Promise<string> {
  const { alg = '', kid = '' } = decodeProtectedHeader(token);
  const end = Math.floor(Date.now() / 1000) - seconds;
  return new SignJWT({ ...decodeJwt(token), iat: end - 300, exp: end })
    .setProtectedHeader({ alg, kid })
    .sign(key);
}
