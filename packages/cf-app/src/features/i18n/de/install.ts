import type { Catalog } from '../translate.ts';

export default {
  'Install in {store}': 'Einbauen in {store}',
  'One line in the shop, a look whether it is right, and the first figures: five minutes.':
    'Eine Zeile im Shop, ein Blick, ob sie stimmt, und die ersten Zahlen: fünf Minuten.',
  'The snippet': 'Das Snippet',
  'Put this into the head of every page of the shop. It sets no cookies, weighs 1.5 kB and slows nothing down.':
    'Setzen Sie das in den Kopf jeder Seite des Shops. Es setzt keine Cookies, wiegt 1,5 kB und bremst nichts.',
  'Copy snippet': 'Codezeile kopieren',
  'And then': 'Und danach',
  'Browsers miss orders: let the shop’s server tell them, too, under <sources>Sources</sources>. Leave your own visits out: open the shop, and in the browser’s console call <code>internal</code> once on each device of yours.':
    'Browser verpassen Bestellungen: Lassen Sie sie unter <sources>Quellen</sources> auch vom Server des Shops melden. Lassen Sie eigene Besuche weg: Öffnen Sie den Shop und rufen Sie in der Konsole des Browsers auf jedem Ihrer Geräte einmal <code>internal</code> auf.',
  'Copy the call': 'Aufruf kopieren',
  'Where it goes': 'Wohin damit',
  'Copy code for {platform}': 'Code für {platform} kopieren',
  Verify: 'Prüfen',
  'The store has no domains yet, and takes events from none: an operator adds them.':
    'Der Shop hat noch keine Domains und nimmt von keiner Ereignisse an: Ein Betreiber trägt sie ein.',
  'We look at a page of the shop as a visitor would: is the snippet there, for this store, and does anything block it?':
    'Wir sehen uns eine Seite des Shops an, wie ein Besucher es täte: Ist das Snippet da, für diesen Shop, und hindert es etwas?',
  'Page of the shop': 'Seite des Shops',
  'Looking…': 'Wird angesehen …',
  'Check the page': 'Seite prüfen',
  'Found on {host}': 'Gefunden auf {host}',
  'First event': 'Erstes Ereignis',
  'It works: something arrived at {time}.': 'Es funktioniert: Um {time} ist etwas angekommen.',
  'Waiting. Open a page of the shop in another tab, on another device, or without an ad blocker.':
    'Es wird gewartet. Öffnen Sie eine Seite des Shops in einem anderen Tab, auf einem anderen Gerät oder ohne Werbeblocker.',
  'Nothing has arrived yet.': 'Bisher ist nichts angekommen.',
  'The last event arrived at {time}.': 'Das letzte Ereignis kam um {time} an.',
  'See the figures': 'Zu den Zahlen',
  'Wait for the next event': 'Auf das nächste Ereignis warten',
  'You have no access to a store of this name.': 'Sie haben keinen Zugang zu einem Shop dieses Namens.',
  'That did not work. Try again in a moment.': 'Das hat nicht geklappt. Versuchen Sie es gleich noch einmal.',
  'That was often enough for a minute. Try again in a moment.':
    'Das war oft genug für eine Minute. Versuchen Sie es gleich noch einmal.',
  'The store cannot be reached right now. Try again in a moment.':
    'Der Shop ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.',
  'You are signed out. Sign in again to go on.':
    'Sie sind abgemeldet. Melden Sie sich wieder an, um fortzufahren.',
  'Managers and owners of a store look after its installation. Ask one of them.':
    'Manager und Inhaber eines Shops kümmern sich um seinen Einbau. Fragen Sie einen von ihnen.',
  'The snippet is in the page': 'Das Snippet ist in der Seite',
  'For this store, from the right address.': 'Für diesen Shop, von der richtigen Adresse.',
  'The snippet is not in the page': 'Das Snippet ist nicht in der Seite',
  'Put it into the head of every page, publish the change, and empty the cache of the shop if it has one.':
    'Setzen Sie es in den Kopf jeder Seite, veröffentlichen Sie die Änderung und leeren Sie den Cache des Shops, falls er einen hat.',
  'The snippet is for another store': 'Das Snippet ist für einen anderen Shop',
  'data-store says {detail}: what happens here is counted there, or refused. Copy the snippet again.':
    'data-store nennt {detail}: Was hier geschieht, wird dort gezählt oder abgewiesen. Kopieren Sie das Snippet noch einmal.',
  'The snippet names no store': 'Das Snippet nennt keinen Shop',
  'data-store is missing, as where a tag manager or an optimiser drops it. Use the snippet for tag managers.':
    'data-store fehlt, etwa weil ein Tag Manager oder Optimierer es weglässt. Nehmen Sie das Snippet für Tag Manager.',
  'The snippet loads from another address': 'Das Snippet lädt von einer anderen Adresse',
  'It asks {detail}, where this script is not. Copy the snippet again.':
    'Es fragt {detail}, wo dieses Skript nicht ist. Kopieren Sie das Snippet noch einmal.',
  'The shop’s content security policy blocks the script':
    'Die Content Security Policy des Shops sperrt das Skript',
  'Add LayerKick’s address to script-src.': 'Ergänzen Sie die Adresse von LayerKick in script-src.',
  'The shop’s content security policy blocks what the script sends':
    'Die Content Security Policy des Shops sperrt, was das Skript sendet',
  'Add LayerKick’s address to connect-src.': 'Ergänzen Sie die Adresse von LayerKick in connect-src.',
  'A consent banner holds the script back': 'Ein Einwilligungsbanner hält das Skript zurück',
  'It runs only for visitors who agree. It needs no cookies: mark it as necessary, or expect to miss the others.':
    'Es läuft nur für Besucher, die zustimmen. Es braucht keine Cookies: Kennzeichnen Sie es als notwendig, sonst fehlen die anderen.',
  'The script waits for consent': 'Das Skript wartet auf Einwilligung',
  "data-consent is set: nothing is counted until the page calls layerkick('consent', true).":
    "data-consent ist gesetzt: Nichts wird gezählt, bis die Seite layerkick('consent', true) aufruft.",
  'The snippet is there more than once': 'Das Snippet ist mehrfach da',
  'Only the first one counts. Remove the others.': 'Nur das erste zählt. Entfernen Sie die anderen.',
  'This is the shop’s password page': 'Das ist die Passwortseite des Shops',
  'The shop is not open yet, so its pages cannot be looked at from outside. Wait for an event from your own visit instead.':
    'Der Shop ist noch nicht offen, seine Seiten sind von außen nicht zu sehen. Warten Sie stattdessen auf ein Ereignis Ihres eigenen Besuchs.',
  'There is a tag manager': 'Es gibt einen Tag Manager',
  'What it adds cannot be seen from outside. If the snippet is in there, wait for the first event below.':
    'Was er hinzufügt, ist von außen nicht zu sehen. Ist das Snippet darin, warten Sie unten auf das erste Ereignis.',
  'This is a Shopify shop': 'Das ist ein Shopify-Shop',
  'A custom pixel cannot be seen from outside. If you made one, wait for the first event below.':
    'Ein benutzerdefiniertes Pixel ist von außen nicht zu sehen. Haben Sie eines angelegt, warten Sie unten auf das erste Ereignis.',
  'There is a data layer': 'Es gibt einen Data Layer',
  'GA4 e-commerce events in it are counted without further code.':
    'GA4-E-Commerce-Ereignisse darin werden ohne weiteren Code gezählt.',
  'Others count here, too': 'Hier zählen auch andere',
  '{detail}. Their figures differ: see what LayerKick counts and leaves out.':
    '{detail}. Deren Zahlen weichen ab: Sehen Sie nach, was LayerKick zählt und was nicht.',
  'That is no address of a page. It looks like https://your-shop.com/.':
    'Das ist keine Adresse einer Seite. Sie sieht aus wie https://your-shop.com/.',
  'Only pages on the web can be looked at: https:// or http://.':
    'Nur Seiten im Web können angesehen werden: https:// oder http://.',
  'That address is not on the public web.': 'Diese Adresse liegt nicht im öffentlichen Web.',
  'Only pages on the usual ports can be looked at.':
    'Nur Seiten auf den üblichen Ports können angesehen werden.',
  'That page is on none of the store’s domains. An operator can add the domain.':
    'Diese Seite liegt auf keiner Domain des Shops. Ein Betreiber kann die Domain eintragen.',
  'There was no answer. Is the address right, and is the shop online?':
    'Es kam keine Antwort. Stimmt die Adresse, und ist der Shop online?',
  'The page took longer than eight seconds.': 'Die Seite brauchte länger als acht Sekunden.',
  'The page leads from one address to the next without an end.':
    'Die Seite führt ohne Ende von einer Adresse zur nächsten.',
  'The page leads to a site that is none of the store’s domains.':
    'Die Seite führt zu einer Website, die keine Domain des Shops ist.',
  'The shop refused to show the page ({status}): it may keep robots out. Wait for the first event below instead.':
    'Der Shop hat die Seite verweigert ({status}): Vielleicht hält er Roboter fern. Warten Sie stattdessen unten auf das erste Ereignis.',
  'There is something at that address, but no page.': 'An dieser Adresse ist etwas, aber keine Seite.',
  'Shopify (custom pixel)': 'Shopify (benutzerdefiniertes Pixel)',
  'In Shopify: Settings → Customer events → Add custom pixel. Call it LayerKick.':
    'In Shopify: Einstellungen → Kundenereignisse → Benutzerdefiniertes Pixel hinzufügen. Nennen Sie es LayerKick.',
  'Under Permission choose “Not required”: no cookies are set. Paste this code, save, and connect.':
    'Wählen Sie unter Berechtigung „Nicht erforderlich“: Es werden keine Cookies gesetzt. Fügen Sie diesen Code ein, speichern und verbinden Sie.',
  'It counts everything from the first page to the order, checkout included. Leave the snippet out of the theme.':
    'Es zählt alles von der ersten Seite bis zur Bestellung, auch den Checkout. Lassen Sie das Snippet im Theme weg.',
  'Shopify (theme)': 'Shopify (Theme)',
  'In Shopify: Online Store → Themes → … → Edit code → layout/theme.liquid.':
    'In Shopify: Onlineshop → Themes → … → Code bearbeiten → layout/theme.liquid.',
  'Paste the snippet before </head> and save. Themes do not reach the checkout: connect orders under Sources, or use the custom pixel instead.':
    'Fügen Sie das Snippet vor </head> ein und speichern Sie. Themes reichen nicht bis zum Checkout: Verbinden Sie Bestellungen unter Quellen oder nehmen Sie das Pixel.',
  WooCommerce: 'WooCommerce',
  'Paste this into functions.php of the child theme, or into a plugin for code snippets. It adds the snippet to every page and the purchase to the thank-you page.':
    'Fügen Sie das in die functions.php des Child-Themes oder in ein Plugin für Code-Snippets ein. Es setzt das Snippet auf jede Seite und den Kauf auf die Dankeseite.',
  'Where a plugin fills the data layer already, the snippet alone is enough.':
    'Füllt ein Plugin den Data Layer schon, genügt das Snippet allein.',
  'Google Tag Manager': 'Google Tag Manager',
  'New tag → Custom HTML → paste this. Trigger: Initialization – All Pages. Publish.':
    'Neues Tag → Benutzerdefiniertes HTML → einfügen. Trigger: Initialisierung – Alle Seiten. Veröffentlichen.',
  'What the container finds in its data layer for GA4 is counted as well.':
    'Was der Container in seinem Data Layer für GA4 findet, wird ebenfalls gezählt.',
  'Any other shop': 'Jeder andere Shop',
  'Put the snippet into the head of every page, also of the checkout and the thank-you page.':
    'Setzen Sie das Snippet in den Kopf jeder Seite, auch des Checkouts und der Dankeseite.',
  'Pages that scripts show count by themselves. Tell carts and orders with layerkick(…), or with a data layer.':
    'Seiten, die Skripte zeigen, zählen von selbst. Melden Sie Warenkörbe und Bestellungen mit layerkick(…) oder einem Data Layer.',
  'A shop with a GA4 data layer': 'Ein Shop mit GA4-Data-Layer',
  "The snippet is all. Events of GA4’s e-commerce in window.dataLayer, or told by gtag('event', …), are counted as they are, before and after the script is there.":
    "Das Snippet ist alles. GA4-E-Commerce-Ereignisse in window.dataLayer oder über gtag('event', …) werden gezählt, wie sie sind, bevor und nachdem das Skript da ist.",
  'This is what a purchase looks like. Use the order number of the shop as transaction_id, so that browser and server mean one order.':
    'So sieht ein Kauf aus. Nehmen Sie die Bestellnummer des Shops als transaction_id, damit Browser und Server eine Bestellung meinen.',
} satisfies Catalog;
