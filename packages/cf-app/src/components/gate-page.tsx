import type { ReactNode } from 'react';
import { Mark } from './mark.tsx';
import { RequestId } from './request-id.tsx';

interface GatePageProps {
  /** An icon of lucide-react, 20 px. */
  icon: ReactNode;
  title: string;
  /** What happened and what is not affected, one or two sentences. */
  children: ReactNode;
  /** The ways on, the likeliest first and primary. */
  actions?: ReactNode;
  status?: number;
  /** Where the mark leads. */
  home?: string;
  requestId?: string | undefined;
}

/** A page instead of the one that was asked for: no access, sign-in unavailable, not found, failed. */
export function GatePage({ icon, title, children, actions, status, home = '/', requestId }: GatePageProps) {
  return (
    <div className="page-width flex min-h-dvh flex-col py-6">
      <a href={home} className="flex self-start">
        <Mark label="LayerKick" />
      </a>
      <main id="main" className="my-auto max-w-[46rem] py-10 phone:pl-14">
        <span className="grid size-10 place-items-center rounded-md border border-line bg-surface text-ink-2">
          {icon}
        </span>
        <h1 className="mt-3.5 mb-1.5 text-xl font-strong tracking-[-0.018em] text-balance break-words">
          {title}
        </h1>
        <div className="max-w-[46ch] text-md leading-[22px] break-words">{children}</div>
        {actions ? <div className="mt-5 flex flex-wrap gap-2">{actions}</div> : null}
        {requestId ? (
          <div className="mt-4.5">
            <RequestId id={requestId} {...(status === undefined ? {} : { status })} />
          </div>
        ) : null}
      </main>
    </div>
  );
}
