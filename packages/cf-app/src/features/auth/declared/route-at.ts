import type { Requirement } from '@layerkick/auth/requirement';
import { ROUTES } from './routes.ts';

export interface DeclaredRoute {
  readonly requirement: Requirement;
  /** The store that the path names, where the route is about one. */
  readonly slug: string | null;
}

interface Pattern {
  readonly segments: readonly string[];
  readonly requirement: Requirement;
}

const PATTERNS: readonly Pattern[] = Object.entries(ROUTES)
  .map(([path, requirement]) => ({ segments: segmentsOf(path), requirement }))
  // Of two that fit, the one that says more about the path.
  .toSorted((a, b) => variables(a) - variables(b));

/** What the page at a path takes; null where there is no page. As the router does, without regard to case. */
export function routeAt(pathname: string): DeclaredRoute | null {
  const asked = segmentsOf(pathname);
  const pattern = PATTERNS.find(({ segments }) => fits(segments, asked));
  if (pattern === undefined) return null;
  const { requirement, segments } = pattern;
  const at = segments.indexOf(`$${requirement.store}`);
  return { requirement, slug: at < 0 ? null : decoded(asked[at] ?? '') };
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter(Boolean);
}

function variables({ segments }: Pattern): number {
  return segments.filter((segment) => segment.startsWith('$')).length;
}

function fits(pattern: readonly string[], asked: readonly string[]): boolean {
  return (
    pattern.length === asked.length &&
    pattern.every((part, at) => part.startsWith('$') || part.toLowerCase() === asked[at]?.toLowerCase())
  );
}

/** What cannot be decoded names no store. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
