import { useT } from '#/features/i18n/use-t.ts';

/** Beside a row's link: what else can be filtered by it. `Fragment` opens it; the row says what it is about. */
export function MoreFilters({ name }: { name: string }) {
  const t = useT();
  return (
    <button
      type="button"
      className="row-more"
      data-more=""
      data-name={name}
      aria-haspopup="dialog"
      aria-label={t('More filters with {name}', { name })}
    >
      ⋯
    </button>
  );
}
