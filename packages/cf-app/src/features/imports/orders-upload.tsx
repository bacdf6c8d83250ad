import { useRef } from 'react';
import { Section } from '#/features/admin/section.tsx';
import type { VisibleStore } from '#/features/auth/person.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { ColumnsForm } from './columns-form.tsx';
import { FileChoice } from './file-choice.tsx';
import { OrdersReport } from './orders-report.tsx';
import type { OrderLayout } from './orders/order-layout.ts';
import { UploadStatus } from './upload-status.tsx';
import { useUpload } from './use-upload.ts';

/** Orders from before, out of a file. */
export function OrdersUpload({ store, readOnly }: { store: VisibleStore; readOnly: boolean }) {
  const t = useT();
  const { state, start, stop } = useUpload();
  const chosen = useRef<File | null>(null);

  function read(file: File, layout: OrderLayout | null) {
    chosen.current = file;
    void start(file.name, async (reading) => {
      const { uploadOrders } = await import('./upload-orders.ts');
      return uploadOrders({ file, store, layout, ...reading });
    });
  }

  return (
    <Section
      title={t('Orders')}
      about={t(
        'The orders export of Shopify or WooCommerce as it is, or any list of order lines. The file is read on your device: names and addresses never leave it. Importing a file again changes nothing twice.',
      )}
    >
      <FileChoice
        label={t('File of orders')}
        disabled={readOnly || state.kind === 'reading'}
        onChoose={(file) => read(file, null)}
      />
      <UploadStatus state={state} stop={stop}>
        {(report) => <OrdersReport report={report} currency={store.currency} />}
      </UploadStatus>
      {state.kind === 'problem' && state.headings !== null && !readOnly ? (
        <ColumnsForm
          headings={state.headings}
          onChosen={(layout) => chosen.current && read(chosen.current, layout)}
        />
      ) : null}
    </Section>
  );
}
