import type { Catalog } from '../translate.ts';

/** People and Organizations of the console. */
export default {
  'A domain counts once WorkOS has seen the proof in its DNS. The customer’s IT admin is led there by the portal link for domains.':
    'Eine Domain zählt, sobald WorkOS den Nachweis in ihrem DNS gesehen hat. Der Portal-Link für Domains führt die IT des Kunden dorthin.',
  'A domain such as acme.com': 'Eine Domain wie acme.com',
  'A link for the customer’s IT admin, to set things up without us. It is good for five minutes and lets whoever has it in, so hand it on in person.':
    'Ein Link für die IT des Kunden, um ohne uns einzurichten. Er gilt fünf Minuten und lässt jeden ein, der ihn hat; geben Sie ihn deshalb persönlich weiter.',
  'A session is in one organization at a time and shows the stores of that one.':
    'Eine Sitzung ist immer in einer Organisation und zeigt deren Shops.',
  'A session that is ended here opens nothing from the next request on.':
    'Eine Sitzung, die hier beendet wird, öffnet ab der nächsten Anfrage nichts mehr.',
  Accepted: 'Angenommen',
  Active: 'Aktiv',
  'Admin Portal': 'Admin-Portal',
  Allowlist: 'Zulassungsliste',
  Analyst: 'Analyse',
  'Another organization has claimed that domain.': 'Eine andere Organisation beansprucht diese Domain.',
  'Anybody can have an address under that domain, so no organization can claim it.':
    'Unter dieser Domain kann jeder eine Adresse haben, deshalb kann keine Organisation sie beanspruchen.',
  'Ask WorkOS for news': 'WorkOS nach Neuem fragen',
  Assign: 'Zuordnen',
  'Audit logs': 'Audit-Protokolle',
  'Being checked': 'Wird geprüft',
  'Being deleted': 'Wird gelöscht',
  'Check now': 'Jetzt prüfen',
  'Check {domain} now': '{domain} jetzt prüfen',
  'Choose a store': 'Shop auswählen',
  'Choose one': 'Bitte auswählen',
  Claim: 'Beanspruchen',
  'Claim a domain': 'Domain beanspruchen',
  Connected: 'Verbunden',
  'Copy portal link': 'Portal-Link kopieren',
  Create: 'Anlegen',
  Deactivate: 'Deaktivieren',
  'Deactivate {person} in {organization}': '{person} in {organization} deaktivieren',
  Deactivated: 'Deaktiviert',
  'Deactivate…': 'Deaktivieren …',
  Directory: 'Verzeichnis',
  'Directory sync': 'Verzeichnisabgleich',
  Domains: 'Domains',
  Draft: 'Entwurf',
  'E-mail': 'E-Mail',
  'End session': 'Sitzung beenden',
  'End the session of {time}': 'Sitzung von {time} beenden',
  Ended: 'Beendet',
  'Every store': 'Alle Shops',
  'Everybody with an account: where they belong, and which stores they see and why.':
    'Alle mit einem Konto: wohin sie gehören, welche Shops sie sehen und warum.',
  Expired: 'Abgelaufen',
  Failed: 'Fehlgeschlagen',
  'Find by name, domain, id': 'Name, Domain oder ID suchen',
  'Find by name, e-mail, organization, id': 'Name, E-Mail, Organisation oder ID suchen',
  'Give it a store': 'Shop zuordnen',
  'Give {person} this role': '{person} diese Rolle geben',
  Grant: 'Freigeben',
  'Grant a store': 'Shop freigeben',
  Invitations: 'Einladungen',
  Invite: 'Einladen',
  'Invite somebody': 'Jemanden einladen',
  'It holds for every request, whenever the session began.':
    'Das gilt für jede Anfrage, wann auch immer die Sitzung begann.',
  'It owns no store.': 'Ihr gehört kein Shop.',
  'It takes effect once there is an active connection.': 'Das gilt, sobald es eine aktive Verbindung gibt.',
  'Its members see them with the role that they have; its API keys reach them.':
    'Ihre Mitglieder sehen sie mit ihrer Rolle; ihre API-Schlüssel erreichen sie.',
  'Join by domain': 'Beitritt über die Domain',
  'KV mapping': 'KV-Zuordnung',
  'Let {person} into {organization} again': '{person} wieder in {organization} einlassen',
  Linked: 'Verknüpft',
  Manager: 'Leitung',
  'Member of the internal organization': 'Mitglied der internen Organisation',
  Members: 'Mitglieder',
  'Members of {organization} and its API keys no longer see the store, from the next request on. People whom it was granted to by name keep it. Nothing is deleted.':
    'Mitglieder von {organization} und deren API-Schlüssel sehen den Shop ab der nächsten Anfrage nicht mehr. Wem er namentlich freigegeben wurde, behält ihn. Nichts wird gelöscht.',
  'Members see its stores however they signed in, with a link by e-mail, too. People who left the customer are then kept out only by their membership.':
    'Mitglieder sehen ihre Shops, wie auch immer sie sich angemeldet haben, auch mit einem Link per E-Mail. Wer den Kunden verlassen hat, wird dann nur noch durch die Mitgliedschaft ausgesperrt.',
  'Members who signed in another way see none of its stores from their next click on, until they sign in with single sign-on. API keys are not affected.':
    'Mitglieder, die sich anders angemeldet haben, sehen ab ihrem nächsten Klick keinen ihrer Shops, bis sie sich mit Single Sign-on anmelden. API-Schlüssel sind nicht betroffen.',
  Name: 'Name',
  'New organization': 'Neue Organisation',
  'No domains.': 'Keine Domains.',
  'No invitations.': 'Keine Einladungen.',
  'No organization': 'Keine Organisation',
  'No organizations yet.': 'Noch keine Organisationen.',
  'No role': 'Keine Rolle',
  'Nobody is in it yet.': 'Noch gehört niemand dazu.',
  'Nobody joins by domain': 'Niemand tritt über die Domain bei',
  'Nobody joins by it any more, and it has to be proven again to come back. Who is a member stays one.':
    'Niemand tritt mehr über sie bei, und sie muss erneut nachgewiesen werden, um zurückzukommen. Wer Mitglied ist, bleibt es.',
  'Nobody with this id has signed in yet.': 'Mit dieser ID hat sich noch niemand angemeldet.',
  'Nobody yet.': 'Noch niemand.',
  'Not connected.': 'Nicht verbunden.',
  'Not linked': 'Nicht verknüpft',
  'Nothing new.': 'Nichts Neues.',
  'Open {id}': '{id} öffnen',
  'Operators’ console': 'Betriebskonsole',
  Organization: 'Organisation',
  'Organization id': 'Organisations-ID',
  'Organization {organization}, role {role}': 'Organisation {organization}, Rolle {role}',
  'Organization {organization}, role {role}, only by its single sign-on':
    'Organisation {organization}, Rolle {role}, nur über ihr Single Sign-on',
  Owner: 'Inhaber',
  Pending: 'Offen',
  People: 'Personen',
  Reactivate: 'Reaktivieren',
  Remove: 'Entfernen',
  'Remove the domain': 'Domain entfernen',
  'Remove {domain} from {organization}': '{domain} aus {organization} entfernen',
  'Remove {person} from {organization}': '{person} aus {organization} entfernen',
  'Remove…': 'Entfernen …',
  'Require it…': 'Verlangen …',
  'Require single sign-on': 'Single Sign-on verlangen',
  'Require single sign-on of {organization}': 'Single Sign-on von {organization} verlangen',
  Required: 'Verlangt',
  'Required once connected': 'Verlangt, sobald verbunden',
  Revoke: 'Widerrufen',
  'Revoke the invitation of {email}': 'Einladung an {email} widerrufen',
  Revoked: 'Widerrufen',
  'Revoke…': 'Entziehen …',
  Role: 'Rolle',
  'Role of {person} in {organization}': 'Rolle von {person} in {organization}',
  Save: 'Speichern',
  'Send again': 'Erneut senden',
  'Send invitation': 'Einladung senden',
  'Send the invitation of {email} again': 'Einladung an {email} erneut senden',
  'Set up by the customer’s IT admin in WorkOS’s Admin Portal.':
    'Eingerichtet von der IT des Kunden im Admin-Portal von WorkOS.',
  'Single sign-on': 'Single Sign-on',
  'Single sign-on and directory': 'Single Sign-on und Verzeichnis',
  'Single sign-on is not required': 'Single Sign-on wird nicht verlangt',
  'Single sign-on is required': 'Single Sign-on wird verlangt',
  'Stop requiring it': 'Nicht mehr verlangen',
  'Stop requiring it…': 'Nicht mehr verlangen …',
  'Stop requiring single sign-on of {organization}': 'Single Sign-on von {organization} nicht mehr verlangen',
  'Take away…': 'Wegnehmen …',
  'Take it away': 'Wegnehmen',
  'Take {store} away from {organization}': '{organization} den Shop {store} wegnehmen',
  'Take {store} away from {person}': '{person} den Shop {store} wegnehmen',
  'That is nobody’s id': 'Diese ID gehört niemandem',
  'There is no such domain any more. Load the page again.':
    'Diese Domain gibt es nicht mehr. Laden Sie die Seite neu.',
  'There is no such invitation any more. Load the page again.':
    'Diese Einladung gibt es nicht mehr. Laden Sie die Seite neu.',
  'There is no such organization any more.': 'Diese Organisation gibt es nicht mehr.',
  'There is no such session any more. Load the page again.':
    'Diese Sitzung gibt es nicht mehr. Laden Sie die Seite neu.',
  'There is no such store any more. Load the page again.':
    'Diesen Shop gibt es nicht mehr. Laden Sie die Seite neu.',
  'They are not a member any more. Load the page again.':
    'Die Mitgliedschaft gibt es nicht mehr. Laden Sie die Seite neu.',
  'They are signed in nowhere.': 'Keine Sitzung offen.',
  'They are signed out of {organization} and see none of its stores from their next click on. Stores that were granted to them by name stay. They can be reactivated with the same role.':
    'Die Person wird aus {organization} abgemeldet und sieht ab dem nächsten Klick keinen ihrer Shops. Namentlich freigegebene Shops bleiben. Sie kann mit derselben Rolle reaktiviert werden.',
  'They are signed out of {organization} and see none of its stores from their next click on. They come back only if they are invited again. Their account stays.':
    'Die Person wird aus {organization} abgemeldet und sieht ab dem nächsten Klick keinen ihrer Shops. Zurück kommt sie nur mit einer neuen Einladung. Ihr Konto bleibt.',
  'They belong to no organization.': 'Gehört keiner Organisation an.',
  'They no longer see the store from their next click on, unless an organization gives it to them. Elsewhere in the world that can take a minute. Nothing of the store is deleted.':
    'Die Person sieht den Shop ab dem nächsten Klick nicht mehr, außer eine Organisation gibt ihn ihr. Anderswo auf der Welt kann das eine Minute dauern. Vom Shop wird nichts gelöscht.',
  'They see no store.': 'Sieht keinen Shop.',
  'Unknown browser': 'Unbekannter Browser',
  'User id': 'Benutzer-ID',
  Verified: 'Bestätigt',
  Viewer: 'Ansicht',
  'What is stored for them in KV is not a list of stores, so it gives nothing. Granting a store mends it.':
    'Was für die Person in KV steht, ist keine Liste von Shops und gibt deshalb nichts. Einen Shop freizugeben behebt das.',
  'Who belongs together: members, stores, domains and how they sign in.':
    'Wer zusammengehört: Mitglieder, Shops, Domains und die Art der Anmeldung.',
  'Who first signs in with a verified address under one of its verified domains becomes a member with this role.':
    'Wer sich erstmals mit einer bestätigten Adresse unter einer ihrer bestätigten Domains anmeldet, wird Mitglied mit dieser Rolle.',
  'WorkOS did not answer. The session is over here all the same, and opens nothing.':
    'WorkOS hat nicht geantwortet. Die Sitzung ist hier trotzdem beendet und öffnet nichts.',
  'WorkOS does not say where they are signed in.': 'WorkOS sagt nicht, wo die Person angemeldet ist.',
  'WorkOS sends an invitation to {email}.': 'WorkOS sendet eine Einladung an {email}.',
  'Worked out by the rule that decides on every request, so it holds for their next click.':
    'Berechnet nach der Regel, die bei jeder Anfrage entscheidet; es gilt also für den nächsten Klick.',
  'Wrong credentials': 'Falsche Zugangsdaten',
  'deleted at WorkOS': 'bei WorkOS gelöscht',
  'not verified': 'nicht bestätigt',
  'until {time}': 'bis {time}',
  '{count} change|{count} changes': '{count} Änderung|{count} Änderungen',
  '{count} more is found under People.|{count} more are found under People.':
    '{count} weitere Person finden Sie unter Personen.|{count} weitere finden Sie unter Personen.',
  '{role} (gives nothing)': '{role} (gibt nichts)',
  'What its members and WorkOS’s e-mails call it. Addresses and keys stay as they are.':
    'So heißt sie bei ihren Mitgliedern und in E-Mails von WorkOS. Adressen und Schlüssel bleiben, wie sie sind.',
  'Name of the organization': 'Name der Organisation',
  Rename: 'Umbenennen',
  'Delete the organization…': 'Organisation löschen …',
  'Delete {organization}': '{organization} löschen',
  '{count} member is signed out of it and loses what they see through it, from the next click on.|{count} members are signed out of it and lose what they see through it, from the next click on.':
    '{count} Mitglied wird dort abgemeldet und sieht ab dem nächsten Klick nichts mehr durch sie.|{count} Mitglieder werden dort abgemeldet und sehen ab dem nächsten Klick nichts mehr durch sie.',
  'WorkOS deletes its invitations, domains, single sign-on, directory and API keys, too. Accounts of people stay.':
    'WorkOS löscht auch ihre Einladungen, Domains, Single Sign-on, Verzeichnis und API-Schlüssel. Konten von Personen bleiben.',
  'No store is deleted. These are taken from it: {stores}.':
    'Kein Shop wird gelöscht. Diese werden ihr entzogen: {stores}.',
  'That is not the name of the organization. Nothing was deleted.':
    'Das ist nicht der Name der Organisation. Es wurde nichts gelöscht.',
  'Its members are the operators of this service, so it stays.':
    'Ihre Mitglieder betreiben diesen Dienst, deshalb bleibt sie.',
  'They have an account then, and see nothing until a store is granted to them or they become a member.':
    'Sie haben dann ein Konto und sehen nichts, bis ihnen ein Shop freigegeben wird oder sie Mitglied werden.',
} satisfies Catalog;
