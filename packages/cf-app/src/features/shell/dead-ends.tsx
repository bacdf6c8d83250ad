import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { CircleAlert, SearchX } from 'lucide-react';
import { Button, buttonLook } from '#/components/button.tsx';
import { requestIdOf } from './request-id-of.ts';
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

/** Around a route that failed: trying again loads it again. */
export function FailedRoute({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <FailedPage
      error={error}
      retry={() => {
        reset();
        void router.invalidate();
      }}
    />
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
