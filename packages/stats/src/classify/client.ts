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

/** Names without versions: versions would make a dimension of a device and help to recognise people. */
export function clientOf(userAgent: string): Client {
  // Longer ones are not browsers; parsing is regular expressions over the whole of it.
  const { device, browser, os } = new UAParser(userAgent.slice(0, 500)).getResult();
  return {
    // Desktop browsers name no device; without any system it is no computer either.
    device: device.type ? (DEVICES[device.type] ?? '') : os.name && browser.name ? 'Desktop' : '',
    browser: browser.name ?? '',
    system: os.name ?? '',
  };
}
