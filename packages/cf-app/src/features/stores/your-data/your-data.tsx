import { useT } from '#/features/i18n/use-t.ts';
import { DeleteStore } from './delete-store.tsx';
import { ExportLinks } from './export-links.tsx';
import { deleteStoreOfMine } from './own-data.functions.ts';

/**
 * Settings → Store, "Your data": everything in one click, and deletion with a receipt. For whoever has `store:manage`; the
 * server decides that by itself.
 */
export function YourData({ slug }: { slug: string }) {
  const t = useT();
  return (
    <section className="panel gap-4 p-(--pad)" aria-labelledby="your-data">
      <h2 id="your-data" className="text-md font-medium text-ink">
        {t('Your data')}
      </h2>
      <ExportLinks at={`/settings/export/${slug}`} />
      <DeleteStore slug={slug} ask={(confirmed) => deleteStoreOfMine({ data: { slug, confirmed } })} />
    </section>
  );
}
