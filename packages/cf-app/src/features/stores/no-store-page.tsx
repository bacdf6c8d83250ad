import { Store } from 'lucide-react';
import { CopyButton } from '#/components/copy-button.tsx';
import { buttonLook } from '#/components/button.tsx';
import { GatePage } from '#/components/gate-page.tsx';
import type { Person } from '#/features/auth/person.ts';

/** Signed in, but nobody has granted a store yet: whom to ask, and what they need to know. */
export function NoStorePage({ person }: { person: Person }) {
  return (
    <GatePage
      icon={<Store size={20} aria-hidden />}
      title="You have no store yet"
      actions={
        <>
          <a href="/" {...buttonLook('primary')}>
            Look again
          </a>
          <form method="post" action="/auth/workos/logout">
            <button type="submit" {...buttonLook()}>
              Use another account
            </button>
          </form>
        </>
      }
    >
      <p>
        You are signed in as <b>{person.email ?? person.name ?? person.id}</b>. Ask whoever invited you, or
        LayerKick’s support, to give you access to your store. They need this id:
      </p>
      <p className="mt-4 flex flex-wrap items-center gap-2">
        <code className="rounded-md border border-line bg-surface px-3 py-1.5 font-mono text-sm tracking-normal break-all text-ink">
          {person.id}
        </code>
        <CopyButton text={person.id} label="Copy user id" />
      </p>
    </GatePage>
  );
}
