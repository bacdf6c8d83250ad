interface Findable {
  readonly slug: string;
  readonly name: string;
  readonly domains?: readonly string[];
}

/** Stores whose name, slug or domain contains every word of `words`, in the order they came. */
export function matching<Store extends Findable>(stores: readonly Store[], words: string): Store[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return stores.filter(({ slug, name, domains = [] }) => {
    const text = plain([name, slug, ...domains].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

/** Without case and accents: "Möbel" is found by "mobel". */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
