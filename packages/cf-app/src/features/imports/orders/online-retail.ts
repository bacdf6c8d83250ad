import type { OrderLayout } from './order-layout.ts';

/** UCI "Online Retail" (Chen et al. 2012, CC BY 4.0): a British gift wholesaler's invoice lines. */
export const ONLINE_RETAIL: OrderLayout = {
  name: 'online-retail',
  columns: {
    order: 'InvoiceNo',
    product: 'StockCode',
    name: 'Description',
    quantity: 'Quantity',
    at: 'InvoiceDate',
    price: 'UnitPrice',
    customer: 'CustomerID',
    country: 'Country',
  },
  kinds: [
    { prefix: 'C', kind: 'cancellation' },
    { prefix: 'A', kind: 'adjustment' },
  ],
  // "Channel Islands" and "European Community" have no code and stay as they are written.
  countries: {
    'Czech Republic': 'CZ',
    EIRE: 'IE',
    'Hong Kong': 'HK',
    RSA: 'ZA',
    USA: 'US',
    Unspecified: '',
  },
};
