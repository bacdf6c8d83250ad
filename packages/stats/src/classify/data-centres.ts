/** Networks of computers that nobody sits at, by their number (AS): https://www.iana.org/numbers */
export interface DataCentre {
  readonly name: string;
  readonly networks: readonly number[];
}

/**
 * Large hosts of servers. Left out on purpose are networks that people come through: Cloudflare, Akamai and Fastly carry
 * iCloud Private Relay, M247 and Datacamp most VPNs, and 15169 is Google's own people and proxies as well as its robots, which
 * say so themselves.
 */
export const DATA_CENTRES: readonly DataCentre[] = [
  { name: 'Amazon', networks: [16509, 14618, 8987] },
  { name: 'Google Cloud', networks: [396982] },
  { name: 'Microsoft Azure', networks: [8075] },
  { name: 'Oracle Cloud', networks: [31898] },
  { name: 'IBM Cloud', networks: [36351] },
  { name: 'Alibaba Cloud', networks: [37963, 45102] },
  { name: 'Tencent Cloud', networks: [45090, 132203] },
  { name: 'Huawei Cloud', networks: [55990, 136907] },
  { name: 'DigitalOcean', networks: [14061] },
  { name: 'Linode', networks: [63949] },
  { name: 'Vultr', networks: [20473] },
  { name: 'Hetzner', networks: [24940, 213230, 212317] },
  { name: 'OVH', networks: [16276] },
  { name: 'Scaleway', networks: [12876] },
  { name: 'Contabo', networks: [51167, 40021] },
  { name: 'IONOS', networks: [8560] },
  { name: 'Leaseweb', networks: [60781, 28753, 30633, 7203] },
  { name: 'Hostinger', networks: [47583] },
  { name: 'netcup', networks: [197540] },
];

const byNetwork = new Map(DATA_CENTRES.flatMap(({ name, networks }) => networks.map((n) => [n, name])));

/** Whose data centre a network is; null where people may sit. */
export function dataCentreOf(network: number | null): string | null {
  return network === null ? null : (byNetwork.get(network) ?? null);
}
