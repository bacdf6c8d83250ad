import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { CircleAlert, SearchX } from 'lucide-react';
import { Button, buttonLook } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { organizationPrefix } from '#/lib/page-request.ts';
import { requestIdOf } from './request-id-of.ts';
import { GatePage } from '#/components/gate-page.tsx';

export function NotFoundPage() {
  const t = useT();
  const home = `${organizationPrefix()}/`;
  return (
    <GatePage
      icon={<SearchX size={20} aria-hidden />}
      title={t('There is no such page')}
      home={home}
      actions={
        <a href={home} {...buttonLook('primary')}>
          {t('Go to your stores')}
        </a>
      }
    >
      {t('The address may be mistyped, or the page has moved.')}
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
  const t = useT();
  const requestId = requestIdOf(error);
  const home = `${organizationPrefix()}/`;
  return (
    <GatePage
      icon={<CircleAlert size={20} aria-hidden />}
      title={t('This page did not load')}
      status={500}
      requestId={requestId}
      home={home}
      actions={
        <>
          <Button look="primary" onClick={retry}>
            {t('Try again')}
          </Button>
          <a href={home} {...buttonLook()}>
            {t('Go to your stores')}
          </a>
        </>
      }
    >
      {t('Something failed on our side. Your stores keep recording, and nothing is lost.')}
    </GatePage>
  );
}
