import type { Catalog } from '../translate.ts';

/** The registry of `packages/stats/src/metrics.ts`. */
export default {
  'Orders per view': 'Bestellungen je Ansicht',
  'Orders in proportion to how often products were looked at.':
    'Bestellungen im Verhältnis dazu, wie oft Produkte angesehen wurden.',
  'orders ÷ product views': 'Bestellungen ÷ Produktansichten',
  Sessions: 'Sitzungen',
  'Visits. A visit ends after 30 minutes without activity and counts on the day it started, even across midnight.':
    'Besuche. Ein Besuch endet nach 30 Minuten ohne Aktivität und zählt am Tag, an dem er begann, auch über Mitternacht hinaus.',
  'number of sessions': 'Anzahl der Sitzungen',
  Visitors: 'Besucher',
  'Distinct visitors, recognised without cookies for one day. Somebody who comes on two days counts on each of them.':
    'Verschiedene Besucher, ohne Cookies für einen Tag wiedererkannt. Wer an zwei Tagen kommt, zählt an jedem von ihnen.',
  'sum over days of distinct visitors': 'Summe der verschiedenen Besucher jedes Tages',
  'Page views': 'Seitenaufrufe',
  'Pages shown, including pages shown again.': 'Gezeigte Seiten, auch erneut gezeigte.',
  'number of page_view events': 'Anzahl der Ereignisse page_view',
  'Views per session': 'Aufrufe je Sitzung',
  'Pages shown in an average session.': 'Seiten, die in einer durchschnittlichen Sitzung gezeigt werden.',
  'page views ÷ sessions': 'Seitenaufrufe ÷ Sitzungen',
  'Bounce rate': 'Absprungrate',
  'Share of sessions with one page view and no interaction. What fires by itself when a page is shown (a product, a list, the cart) or left is no interaction.':
    'Anteil der Sitzungen mit einem Seitenaufruf und ohne Interaktion. Was beim Zeigen oder Verlassen einer Seite von selbst ausgelöst wird (ein Produkt, eine Liste, der Warenkorb), ist keine Interaktion.',
  'sessions with one page_view and no event but view_item, view_item_list, view_cart and user_engagement ÷ sessions':
    'Sitzungen mit einem page_view und keinem Ereignis außer view_item, view_item_list, view_cart und user_engagement ÷ Sitzungen',
  'Visit duration': 'Besuchsdauer',
  'Time from the first to the last event of an average session.':
    'Zeit vom ersten bis zum letzten Ereignis einer durchschnittlichen Sitzung.',
  'sum of (last event − first event) ÷ sessions':
    'Summe von (letztes Ereignis − erstes Ereignis) ÷ Sitzungen',
  'Conversion rate': 'Conversion-Rate',
  'Share of sessions with at least one order.': 'Anteil der Sitzungen mit mindestens einer Bestellung.',
  'sessions with an order ÷ sessions': 'Sitzungen mit einer Bestellung ÷ Sitzungen',
  'Product views': 'Produktaufrufe',
  'Times a product was looked at.': 'Wie oft ein Produkt angesehen wurde.',
  'number of products in view_item events': 'Anzahl der Produkte in Ereignissen view_item',
  'Added to cart': 'In den Warenkorb',
  'Times a product was put into a cart.': 'Wie oft ein Produkt in einen Warenkorb gelegt wurde.',
  'number of products in add_to_cart events': 'Anzahl der Produkte in Ereignissen add_to_cart',
  Checkouts: 'Kassengänge',
  'Times a checkout was begun.': 'Wie oft ein Kassengang begonnen wurde.',
  'number of begin_checkout events': 'Anzahl der Ereignisse begin_checkout',
  Events: 'Ereignisse',
  'Everything that was recorded: pages shown, products looked at, carts filled and whatever else the shop tells.':
    'Alles, was aufgezeichnet wurde: gezeigte Seiten, angesehene Produkte, gefüllte Warenkörbe und was der Shop sonst meldet.',
  'number of events': 'Anzahl der Ereignisse',
  Orders: 'Bestellungen',
  'Orders placed, on the day they were placed. Cancelled and unpaid orders count; test orders do not. One order id is one order.':
    'Aufgegebene Bestellungen am Tag ihrer Aufgabe. Stornierte und unbezahlte zählen, Testbestellungen nicht. Eine Bestellnummer ist eine Bestellung.',
  'number of distinct orders': 'Anzahl der verschiedenen Bestellungen',
  Units: 'Stück',
  'Items sold, before returns. What is given away at no price is not counted.':
    'Verkaufte Artikel vor Retouren. Was ohne Preis mitgegeben wird, zählt nicht.',
  'sum of quantities of lines with a price': 'Summe der Mengen von Positionen mit Preis',
  'Gross sales': 'Bruttoumsatz',
  'Price times quantity, before tax, shipping, discounts and returns.':
    'Preis mal Menge, vor Steuern, Versand, Rabatten und Retouren.',
  'sum of price × quantity': 'Summe von Preis × Menge',
  Discounts: 'Rabatte',
  'What was taken off orders and their lines.': 'Was von Bestellungen und ihren Positionen abgezogen wurde.',
  'sum of discounts': 'Summe der Rabatte',
  Returns: 'Retouren',
  'Refunded and cancelled goods, on the day of the refund.':
    'Erstattete und stornierte Waren am Tag der Erstattung.',
  'sum of refunds and cancellations': 'Summe der Erstattungen und Stornierungen',
  Adjustments: 'Korrekturen',
  'Corrections that belong to no order, such as bad debt. Negative amounts lower net sales.':
    'Korrekturen, die zu keiner Bestellung gehören, etwa Forderungsausfälle. Negative Beträge mindern den Nettoumsatz.',
  'sum of adjustments': 'Summe der Korrekturen',
  'Net sales': 'Nettoumsatz',
  'What was sold after discounts and returns, before tax and shipping.':
    'Was nach Rabatten und Retouren verkauft wurde, vor Steuern und Versand.',
  'gross sales − discounts − returns + adjustments': 'Bruttoumsatz − Rabatte − Retouren + Korrekturen',
  Taxes: 'Steuern',
  'Taxes and duties charged on orders.': 'Steuern und Abgaben, die auf Bestellungen erhoben wurden.',
  'sum of taxes': 'Summe der Steuern',
  Shipping: 'Versand',
  'Shipping charged on orders.': 'Versandkosten, die auf Bestellungen erhoben wurden.',
  'sum of shipping charges': 'Summe der Versandkosten',
  'Total sales': 'Gesamtumsatz',
  'Net sales with taxes, duties and shipping.': 'Nettoumsatz mit Steuern, Abgaben und Versand.',
  'net sales + taxes + shipping': 'Nettoumsatz + Steuern + Versand',
  'Average order value': 'Ø Bestellwert',
  'What an average order is worth before returns, tax and shipping.':
    'Was eine durchschnittliche Bestellung vor Retouren, Steuern und Versand wert ist.',
  '(gross sales − discounts) ÷ orders in the store’s currency':
    '(Bruttoumsatz − Rabatte) ÷ Bestellungen in der Währung des Shops',
  'Returning customer rate': 'Anteil wiederkehrender Kunden',
  'Share of customers with an order that is at least their second ever. Orders of unknown customers are left out.':
    'Anteil der Kunden mit einer Bestellung, die mindestens ihre zweite überhaupt ist. Bestellungen unbekannter Kunden bleiben außen vor.',
  'customers with an order that is not their first ever ÷ customers with an order':
    'Kunden mit einer Bestellung, die nicht ihre erste ist ÷ Kunden mit einer Bestellung',
  'Orders told by the shop': 'Vom Shop gemeldete Bestellungen',
  'Orders placed online that the shop’s server told of (webhooks). Imported orders, and what was sold at a till or by hand, do not count.':
    'Online aufgegebene Bestellungen, die der Server des Shops gemeldet hat (Webhooks). Importierte und an einer Kasse oder von Hand erfasste zählen nicht.',
  'number of distinct online orders told by a server':
    'Anzahl der verschiedenen Online-Bestellungen, die ein Server gemeldet hat',
  'Tracking coverage': 'Erfassungsgrad',
  'Share of the orders told by the shop’s server that a browser told of, too: how much of what is bought the storefront script sees.':
    'Anteil der vom Server gemeldeten Bestellungen, die auch ein Browser gemeldet hat: wie viel von dem, was gekauft wird, das Skript im Shop sieht.',
  'orders told by the shop with a purchase event ÷ orders told by the shop':
    'vom Shop gemeldete Bestellungen mit einem Kaufereignis ÷ vom Shop gemeldete Bestellungen',
} satisfies Catalog;
