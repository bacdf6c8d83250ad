import UAParser from 'ua-parser-js';

/** `''` where the user agent does not say. */
export interface Client {
  readonly device: string;
  readonly browser: string;
  readonly system: string;
}

const DEVICES: Readonly<Record<string, string>> = {
  mobile: 'Mobile',
  tablet: 'Tablet',
  smarttv: 'TV',
  console: 'Console',
  wearable: 'Wearable',
  embedded: 'Embedded',
};

/** Every kind of device that a visit may have. */
export const DEVICE_KINDS: readonly string[] = ['Desktop', ...Object.values(DEVICES)];

/** Parsing is hundreds of regular expressions, and most visitors share a few user agents. */
const known = new Map<string, Client>();
const MAX_KNOWN = 500;

/** Names without versions: versions would make a dimension of a device and help to recognise people. */
export function clientOf(userAgent: string): Client {
  // Longer ones are not browsers.
  const text = userAgent.slice(0, 500);
  const client = known.get(text) ?? parse(text);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, client);
  return client;
}

function parse(userAgent: string): Client {
  const { device, browser, os } = new UAParser(userAgent).getResult();
  return {
    // Desktop browsers name no device; without any system it is no computer either.
    device: device.type ? (DEVICES[device.type] ?? '') : os.name && browser.name ? 'Desktop' : '',
    browser: browser.name ?? '',
    system: os.name ?? '',
  };
}
