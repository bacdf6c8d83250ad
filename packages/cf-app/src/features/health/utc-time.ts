/** `2026-11-21 09:05 UTC`: operators sit anywhere, and logs are in UTC. @param at epoch ms */
export function utcTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
