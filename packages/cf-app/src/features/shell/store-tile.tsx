/** A store's initials on its own hue. Decorative: the name stands beside it. */
export function StoreTile({ slug, name }: { slug: string; name: string }) {
  return (
    <span className="tile" style={{ '--hue': hueOf(slug) }} aria-hidden>
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

/** 0–359, the same for a slug everywhere. */
function hueOf(slug: string): number {
  let hash = 0;
  for (const letter of slug) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 3600;
  return hash % 360;
}
