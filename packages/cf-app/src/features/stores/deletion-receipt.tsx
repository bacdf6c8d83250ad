import { CopyButton } from '#/components/copy-button.tsx';
import { utcTime } from '#/features/health/utc-time.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { formatBytes } from './byte-words.ts';
import type { DeletionReceipt } from './deletion-record.server.ts';

/** What was removed of a store, place by place. */
export function Receipt({ receipt }: { receipt: DeletionReceipt }) {
  const t = useT();
  const { slug, begunAt, object, archive, access, registry } = receipt;
  const rows = [
    [
      t('Database of the store'),
      t('Events: {events}, batches: {batches}, entries about orders: {entries}, {size}', {
        ...object,
        size: formatBytes(object.bytes, t),
      }),
    ],
    [
      t('Archive'),
      t('{count} file, {size}|{count} files, {size}', {
        count: archive.objects,
        size: formatBytes(archive.bytes, t),
      }),
    ],
    [t('People who could see it'), t('{count} person|{count} people', { count: access.people })],
    [
      t('Shop platforms'),
      t('Connected: {sources}, deliveries: {deliveries}', {
        sources: registry.sources,
        deliveries: registry.deliveries,
      }),
    ],
    [t('List of stores'), t('1 entry')],
  ] as const;
  return (
    <section className="panel gap-3 p-(--pad)" aria-label={t('Receipt')}>
      <h2 className="text-md font-medium text-ink">{t('Receipt: {slug} was deleted', { slug })}</h2>
      <p className="text-ink-3">{t('Begun {time}. This was removed:', { time: utcTime(begunAt) })}</p>
      <dl className="facts">
        {rows.map(([place, what]) => (
          <div key={place}>
            <dt>{place}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="max-w-[60ch] text-ink-3">
        {t('The audit log keeps this receipt. Backups of the databases end within 30 days.')}
      </p>
      <div>
        <CopyButton text={JSON.stringify(receipt, null, 2)} label={t('Copy the receipt')} />
      </div>
    </section>
  );
}
