/** A store's initials on its own hue. Decorative: the name stands beside it. */
export function StoreTile({ slug, name }: { slug: string; name: string }) {
  return (
    <span className="tile" data-hue={hueOf(slug)} aria-hidden>
      {initials(name)}
    </span>
  );
}

/** "Fjord & Maple" → FM; "northwind" → NO. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters =
    words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toUpperCase();
}

/** Of the hues that `styles/tokens.css` names. */
const HUES = 12;

/** The same for a slug everywhere. */
function hueOf(slug: string): number {
  let hash = 0;
  for (const letter of slug) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 3600;
  return Math.floor((hash % 360) / (360 / HUES));
}
