import { RequestId } from '#/components/request-id.tsx';
import type { Problem } from './outcome.ts';

/** What went wrong, beside what was asked for. Always there, so that screen readers say what appears in it. */
export function ProblemNote({ problem }: { problem: Problem | null }) {
  return (
    <div role="alert" className="empty:hidden">
      {problem === null ? null : (
        <>
          <p className="text-warn">{problem.text}</p>
          {problem.requestId === null ? null : <RequestId id={problem.requestId} />}
        </>
      )}
    </div>
  );
}
