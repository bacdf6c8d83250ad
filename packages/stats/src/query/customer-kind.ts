/**
 * Whether the order that a row of `posting` belongs to is its customer's first ever (`new`) or not (`returning`); ''
 * where no customer is known or nothing was sold. Orders of the same instant follow each other by their id.
 */
export function customerKind(posting: string): string {
  return `COALESCE((SELECT CASE WHEN EXISTS (SELECT 1 FROM posting earlier
      WHERE earlier.customer = sold.customer AND earlier.is_order = 1
        AND (earlier.at, earlier.order_id) < (sold.at, sold.order_id)) THEN 'returning' ELSE 'new' END
    FROM posting sold WHERE sold.order_id = ${posting}.order_id AND sold.is_order = 1 AND sold.customer IS NOT NULL), '')`;
}
