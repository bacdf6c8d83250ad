import { isIP } from 'node:net';

/** What must never be in a log, whoever asks for what. Named, so that a finding says what leaked without repeating it. */
const LEAKS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a token', pattern: /eyJ[\w-]{10,}\./ },
  { what: 'a sealed session or flow', pattern: /Fe26\.2/ },
  { what: 'an e-mail address', pattern: /[\w.+-]+@[\w-]+\.[\w.]*[a-z]/i },
  { what: 'an API key of WorkOS', pattern: /\bsk_\w{6,}/ },
  { what: 'a bearer credential', pattern: /Bearer\s+[\w.-]{8,}/i },
  { what: 'an authorization code', pattern: /[?&](code|state|ticket)=/ },
  { what: 'a path with an id of a person', pattern: /\/user-store:|"(path|url)":"[^"]*user_/ },
];

/** Finds what no log may hold. @param secrets by name */
export function leaksIn(lines: readonly string[], secrets: Readonly<Record<string, string>>): string[] {
  const found = lines.flatMap((line, index) => [
    ...LEAKS.filter(({ pattern }) => pattern.test(line)).map(({ what }) => `line ${index + 1}: ${what}`),
    ...addressesIn(line).map(() => `line ${index + 1}: an IP address`),
    ...Object.entries(secrets)
      .filter(([, value]) => line.includes(value))
      .map(([name]) => `line ${index + 1}: ${name}`),
  ]);
  return [...new Set(found)];
}

/** Loopback is where the tests themselves are. */
function addressesIn(line: string): string[] {
  const candidates = line.match(/[0-9a-f:]*:[0-9a-f:]+|\d+(\.\d+){3}/gi) ?? [];
  return candidates.filter((it) => isIP(it) !== 0 && it !== '127.0.0.1' && it !== '::1');
}
