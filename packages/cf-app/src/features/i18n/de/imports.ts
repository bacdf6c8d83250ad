import type { Catalog } from '../translate.ts';

export default {
  'A row for each line of an order, prices in the store’s currency and without its sign.':
    'Eine Zeile je Bestellposition, Preise in der Währung des Shops und ohne deren Zeichen.',
  'Bring what happened before LayerKick counted.': 'Holen Sie herein, was geschah, bevor LayerKick zählte.',
  'CSV, also packed as .gz. Or drop it here.': 'CSV, auch als .gz gepackt. Oder hier ablegen.',
  'Choose a column': 'Spalte wählen',
  Country: 'Land',
  'Customer number': 'Kundennummer',
  'Date and time': 'Datum und Uhrzeit',
  'File of orders': 'Datei mit Bestellungen',
  'Gross {gross}, returned {returned}, net {net}.': 'Brutto {gross}, zurückgegeben {returned}, netto {net}.',
  'Import with these columns': 'Mit diesen Spalten importieren',
  Imports: 'Importe',
  'Imports of {store}': 'Importe von {store}',
  'It is no CSV file, or not a whole one.': 'Es ist keine CSV-Datei oder keine vollständige.',
  'Its headings are those of no export that is known.':
    'Die Überschriften gehören zu keinem bekannten Export.',
  'Managers and owners of a store import its history. Ask one of them.':
    'Die Vorgeschichte eines Shops importieren seine Manager und Inhaber. Fragen Sie einen von ihnen.',
  'Not in the file': 'Nicht in der Datei',
  'Not used': 'Nicht verwendet',
  'Nothing can be changed while the sign-in service does not answer. Try again later.':
    'Solange der Anmeldedienst nicht antwortet, kann nichts geändert werden. Versuchen Sie es später noch einmal.',
  'Order number': 'Bestellnummer',
  Orders: 'Bestellungen',
  'Price of one': 'Stückpreis',
  'Product name': 'Produktname',
  'Product number': 'Produktnummer',
  Quantity: 'Menge',
  'Reading {name}': '{name} wird gelesen',
  Stop: 'Anhalten',
  'Stopped. What was sent counts; choose the file again and the rest is added.':
    'Angehalten. Was gesendet wurde, zählt; wählen Sie die Datei noch einmal, und der Rest kommt hinzu.',
  'The connection was lost. What was sent counts; choose the file again and the rest is added.':
    'Die Verbindung brach ab. Was gesendet wurde, zählt; wählen Sie die Datei noch einmal, und der Rest kommt hinzu.',
  'The orders export of Shopify or WooCommerce as it is, or any list of order lines. The file is read on your device: names and addresses never leave it. Importing a file again changes nothing twice.':
    'Der Bestellexport von Shopify oder WooCommerce, wie er ist, oder jede Liste von Bestellpositionen. Die Datei wird auf Ihrem Gerät gelesen: Namen und Adressen verlassen es nicht. Eine Datei noch einmal zu importieren ändert nichts doppelt.',
  'The store does not answer. What was sent counts; try again later and the rest is added.':
    'Der Shop antwortet nicht. Was gesendet wurde, zählt; versuchen Sie es später noch einmal, und der Rest kommt hinzu.',
  'There is nothing in it.': 'Es steht nichts darin.',
  'Used, and worth knowing': 'Verwendet, und wissenswert',
  '{cells} cells under {headings} headings': '{cells} Zellen unter {headings} Überschriften',
  '{heading} is empty': '{heading} ist leer',
  '{heading} is not a currency such as {example}': '{heading} ist keine Währung wie {example}',
  '{heading} is not a day such as {example}': '{heading} ist kein Tag wie {example}',
  '{heading} is not a number': '{heading} ist keine Zahl',
  '{heading} is not a price such as {example}': '{heading} ist kein Preis wie {example}',
  '{heading} is not a time': '{heading} ist keine Zeit',
  '{heading} is not a time such as {example}': '{heading} ist keine Zeit wie {example}',
  '{heading} is not a whole number': '{heading} ist keine ganze Zahl',
  '{heading} is not an amount such as {example}': '{heading} ist kein Betrag wie {example}',
  '{heading} is on none of the rows of its order': '{heading} steht in keiner Zeile der Bestellung',
  '{status}, on the day of the order, since the file does not say when':
    '{status}, am Tag der Bestellung, da die Datei nicht sagt, wann',
  '{status}, so no order': '{status}, also keine Bestellung',
  'a cancellation that charges money': 'eine Stornierung, die etwas berechnet',
  'a day that was there before: export by date alone':
    'ein Tag, der schon da war: exportieren Sie nur nach Datum',
  'a fraction of the smallest coin, rounded in this row':
    'ein Bruchteil der kleinsten Münze, in dieser Zeile gerundet',
  'a sale of less than nothing': 'ein Verkauf von weniger als nichts',
  'in {currency}, so listed apart from the figures in {own}':
    'in {currency}, daher getrennt von den Zahlen in {own} aufgeführt',
  'its order cannot be recorded': 'die Bestellung kann nicht aufgenommen werden',
  'more than {rows} rows away from the rest of its order':
    'mehr als {rows} Zeilen vom Rest der Bestellung entfernt',
  'no Id, so known by its name, apart from what webhooks tell of it':
    'ohne Id, daher unter dem Namen bekannt und getrennt von dem, was Webhooks dazu melden',
  'no Subtotal, so the total without shipping and taxes counts as sales':
    'ohne Subtotal, daher zählt die Summe ohne Versand und Steuern als Umsatz',
  'no price, so part of its order and nothing in sales':
    'ohne Preis, daher Teil der Bestellung und nichts im Umsatz',
  'no prices of its lines': 'ohne Preise der Positionen',
  'nothing says which day the file begins with': 'nirgends steht, mit welchem Tag die Datei beginnt',
  'refunded, on the day of the order, since the file does not say when':
    'erstattet, am Tag der Bestellung, da die Datei nicht sagt, wann',
  'the first row of its order is missing or not used':
    'die erste Zeile der Bestellung fehlt oder wurde nicht verwendet',
  'Which column is what?': 'Welche Spalte ist was?',
  'You may not change this store.': 'Sie dürfen diesen Shop nicht ändern.',
  'line {lines}': 'Zeile {lines}',
  '{count} row|{count} rows': '{count} Zeile|{count} Zeilen',
  '{known} of {recorded} were there already.': '{known} von {recorded} waren schon da.',
  '{used} of {rows} rows used: {orders} orders, {cancellations} cancellations.':
    '{used} von {rows} Zeilen verwendet: {orders} Bestellungen, {cancellations} Stornierungen.',
  'File of daily visits': 'Datei mit täglichen Besuchen',
  'Imported history': 'Importierte Vorgeschichte',
  'Remove {program}': '{program} entfernen',
  'That did not work. Check your connection and try again.':
    'Das hat nicht geklappt. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  Visits: 'Besuche',
  'What Google Analytics 4 or Plausible counted, day by day. Each counts in its own way, so these days are shown apart, marked as imported, and never added to your own figures.':
    'Was Google Analytics 4 oder Plausible gezählt hat, Tag für Tag. Jedes zählt auf seine Weise; darum stehen diese Tage für sich, als importiert gekennzeichnet, und werden nie zu Ihren eigenen Zahlen addiert.',
  '{count} day of {program} is there.|{count} days of {program} are there.':
    '{count} Tag von {program} ist da.|{count} Tage von {program} sind da.',
  '{count} day, {first} to {last}|{count} days, {first} to {last}':
    '{count} Tag, {first} bis {last}|{count} Tage, {first} bis {last}',
  'Counted elsewhere, in another way, and in no other figure':
    'Anderswo und anders gezählt, und in keiner anderen Zahl enthalten',
  Program: 'Programm',
  'Sessions by day': 'Sitzungen je Tag',
} satisfies Catalog;
