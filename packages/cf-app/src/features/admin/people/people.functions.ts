import { createServerFn } from '@tanstack/react-start';
import { tableSearch } from '../table/table-search.ts';
import { grant, withdraw } from './access-changes.server.ts';
import { peopleForOperators } from './people-page.server.ts';
import { accessToChange, personToShow, sessionToEnd } from './people.schema.ts';
import { personForOperators } from './person.server.ts';
import { endSession } from './sessions.server.ts';

/** One page of people, for administrators. */
export const loadPeople = createServerFn({ method: 'GET' })
  .validator(tableSearch)
  .handler(({ data }) => peopleForOperators(data));

/** Everything about one person, for administrators. */
export const loadPerson = createServerFn({ method: 'GET' })
  .validator(personToShow)
  .handler(({ data }) => personForOperators(data.user));

/** Lets a person see a store. */
export const grantStore = createServerFn({ method: 'POST' })
  .validator(accessToChange)
  .handler(({ data }) => grant(data.user, data.store));

/** Takes a store away that was granted to a person. */
export const revokeStore = createServerFn({ method: 'POST' })
  .validator(accessToChange)
  .handler(({ data }) => withdraw(data.user, data.store));

/** From the answer on, the session opens nothing. */
export const revokeSession = createServerFn({ method: 'POST' })
  .validator(sessionToEnd)
  .handler(({ data }) => endSession(data.user, data.session));
