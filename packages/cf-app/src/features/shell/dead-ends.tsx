import { CircleAlert, SearchX } from 'lucide-react';
import { Button, buttonLook } from '#/components/button.tsx';
import { GatePage } from '#/components/gate-page.tsx';

export function NotFoundPage() {
  return (
    <GatePage
      icon={<SearchX size={20} aria-hidden />}
      title="There is no such page"
      actions={
        <a href="/" {...buttonLook('primary')}>
          Go to your stores
        </a>
      }
    >
      The address may be mistyped, or the page has moved.
    </GatePage>
  );
}

/** Anything that nobody expected. The message of the error stays in the log. */
export function FailedPage({ error, retry }: { error: unknown; retry: () => void }) {
  const requestId = requestIdOf(error);
  return (
    <GatePage
      icon={<CircleAlert size={20} aria-hidden />}
      title="This page did not load"
      status={500}
      requestId={requestId}
      actions={
        <>
          <Button look="primary" onClick={retry}>
            Try again
          </Button>
          <a href="/" {...buttonLook()}>
            Go to your stores
          </a>
        </>
      }
    >
      Something failed on our side. Your stores keep recording, and nothing is lost.
    </GatePage>
  );
}

function requestIdOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('requestId' in error)) return undefined;
  return typeof error.requestId === 'string' ? error.requestId : undefined;
}
