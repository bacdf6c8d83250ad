/** For a route's `head`: `Stores · LayerKick`. */
export function pageTitle(name: string) {
  return { meta: [{ title: `${name} · LayerKick` }] };
}
