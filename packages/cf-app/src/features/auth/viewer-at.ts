import { currentViewer } from './session.functions.ts';
import type { Viewer } from './viewer.ts';

/** Signing in and out do without, and who comes by a link is nobody. */
const NOBODY = /^\/(?:auth|share|embed)\//;

/** Browser only: what the document was rendered with. Whatever changes it loads a new document. */
let held: Viewer | null = null;

/** Who is looking: worked out with each document, and never asked for by itself. */
export async function viewerAt(pathname: string): Promise<Viewer | null> {
  if (NOBODY.test(pathname)) return null;
  return import.meta.env.SSR ? currentViewer() : held;
}

/** Browser only. */
export function holdViewer(viewer: Viewer | null): void {
  held = viewer;
}
