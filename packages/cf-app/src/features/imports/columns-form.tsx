import { type FormEvent, useId } from 'react';
import { Button } from '#/components/button.tsx';
import { Labelled } from '#/components/labelled.tsx';
import { msg } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import type { OrderLayout } from './orders/order-layout.ts';

const COLUMNS = [
  { id: 'order', name: msg('Order number'), required: true },
  { id: 'at', name: msg('Date and time'), required: true },
  { id: 'product', name: msg('Product number'), required: true },
  { id: 'name', name: msg('Product name'), required: true },
  { id: 'quantity', name: msg('Quantity'), required: true },
  { id: 'price', name: msg('Price of one'), required: true },
  { id: 'customer', name: msg('Customer number'), required: false },
  { id: 'country', name: msg('Country'), required: false },
] as const;

interface ColumnsFormProps {
  /** What the first row of the file says. */
  headings: readonly string[];
  onChosen: (layout: OrderLayout) => void;
}

/** Asks which column of a file of order lines is what. */
export function ColumnsForm({ headings, onChosen }: ColumnsFormProps) {
  const t = useT();
  const id = useId();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = (column: string) => String(form.get(column) ?? '');
    const optional = (column: string) => (chosen(column) === '' ? {} : { [column]: chosen(column) });
    onChosen({
      // Part of every entry's id: whoever imports the file again brings the same ones.
      name: 'own-columns',
      columns: {
        order: chosen('order'),
        at: chosen('at'),
        product: chosen('product'),
        name: chosen('name'),
        quantity: chosen('quantity'),
        price: chosen('price'),
        ...optional('customer'),
        ...optional('country'),
      },
      kinds: [],
      countries: {},
    });
  }

  return (
    <form className="grid gap-3" onSubmit={submit} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className="font-medium text-ink">
        {t('Which column is what?')}
      </h3>
      <p className="max-w-[60ch] text-ink-2">
        {t('A row for each line of an order, prices in the store’s currency and without its sign.')}
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        {COLUMNS.map(({ id: column, name, required }) => (
          <Labelled key={column} label={t(name)}>
            <select name={column} required={required} defaultValue="" className="field">
              <option value="">{required ? t('Choose a column') : t('Not in the file')}</option>
              {headings.map((heading) => (
                <option key={heading} value={heading}>
                  {heading}
                </option>
              ))}
            </select>
          </Labelled>
        ))}
      </div>
      <div>
        <Button type="submit" look="primary">
          {t('Import with these columns')}
        </Button>
      </div>
    </form>
  );
}
