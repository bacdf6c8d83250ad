/** As far as `styles/lengths.css` counts. */
const LONGEST = 32;

/**
 * `data-characters` of something whose size depends on how long it is. The style sheet knows each length by its name: a
 * `style` attribute would be refused by the content security policy, which allows none.
 */
export function lengthName(characters: number): number {
  return Math.min(LONGEST, Math.max(1, characters));
}
