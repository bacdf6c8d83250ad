export interface PolicyParts {
  /** Of the page's scripts; null where no page was rendered. */
  readonly nonce: string | null;
  /** Sources that may frame the page; nobody where empty. */
  readonly frameAncestors: readonly string[];
  /** Origins that a form's answer may lead to, beside our own: signing out ends at the provider. */
  readonly formTargets: readonly string[];
}

/**
 * The content security policy of a page: scripts are ours by nonce or file, styles are files, and neither can be written
 * into the page. `style` attributes are not allowed either; what a size depends on is an attribute of SVG or a name
 * that the style sheet knows.
 */
export function pagePolicy({ nonce, frameAncestors, formTargets }: PolicyParts): string {
  return policy({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...(nonce === null ? [] : [`'nonce-${nonce}'`])],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'", ...formTargets],
    'frame-ancestors': frameAncestors.length === 0 ? ["'none'"] : frameAncestors,
    'base-uri': ["'none'"],
  });
}

/** Of what is no page: should a browser show it as one all the same, it can do nothing. */
export function dataPolicy(frameAncestors: readonly string[]): string {
  return frameAncestors.length === 0 ? FRAMED_BY_NOBODY : dataPolicyFor(frameAncestors);
}

/** Almost every answer has it. */
const FRAMED_BY_NOBODY = dataPolicyFor(["'none'"]);

function dataPolicyFor(frameAncestors: readonly string[]): string {
  return policy({ 'default-src': ["'none'"], 'frame-ancestors': frameAncestors });
}

/** Abilities of browsers that no page of ours uses. */
export const PERMISSIONS_POLICY = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'usb',
  'xr-spatial-tracking',
]
  .map((ability) => `${ability}=()`)
  .join(', ');

function policy(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}
