import { dayOf, formatDay } from '../../domain/calendar.ts';
import type { Member } from '../../domain/laureates/laureate.ts';
import type { OutboxItem } from '../../domain/notifications/mails.ts';
import { noFacts } from '../../domain/notifications/mails.ts';
import {
  type PeopleAudience,
  type PeopleSubscription,
  peopleSubscriptions,
} from '../../domain/notifications/people-subscriptions.ts';
import type { PeopleActionName } from '../../domain/people/actions.ts';
import type { PeopleChange } from '../../domain/people/decide.ts';
import type { PersonFacts } from '../../domain/people/facts.ts';
import { happenings } from '../../domain/people/journal.ts';
import type { Organisation } from '../../domain/people/people.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { refuse } from '../../domain/refusal.ts';
import { sha256 } from '../hash.ts';
import type { Roster } from './roster.ts';

interface Told {
  readonly action: PeopleActionName;
  /** Whom it is about, as decided, and a successor when there is one. */
  readonly changes: readonly PeopleChange[];
  readonly by: { readonly uid: string; readonly name: string };
  readonly contact: ProgrammeSettings['contact'];
  /** Of the journal's line: what makes these mails different from the next ones. */
  readonly lineId: string;
  readonly now: number;
}

interface Recipient {
  /** Null where the button must sign nobody in. */
  readonly uid: string | null;
  readonly name: string;
  readonly email: string;
}

export const tooManyInvitations = refuse(
  'too-many-invitations',
  'Trop d’invitations sont parties depuis hier. Rien n’a été envoyé : réessayez demain, ou appelez l’équipe France Tiers-Lieux.',
);

/** The mails that a change of people queues, one a person, from the table of subscriptions. */
export function peopleMails(roster: Roster, told: Told): OutboxItem[] {
  const subscriptions: readonly PeopleSubscription[] = peopleSubscriptions[told.action];
  return subscriptions.flatMap((row) =>
    recipients(roster, told, row.to).map((person) => item(roster, told, row, person)),
  );
}

function recipients({ people }: Roster, { changes, by, contact }: Told, audience: PeopleAudience): Recipient[] {
  const [about] = changes;
  if (!about) return [];
  const { person } = about;
  switch (audience) {
    case 'person':
      if (person.uid === by.uid) return [];
      return [{ ...person, uid: person.state === 'closed' ? null : person.uid }];
    case 'owner':
      return [person];
    case 'formerAddress':
      return people.filter(({ uid }) => uid === person.uid).map(({ name, email }) => ({ uid: null, name, email }));
    case 'colleagues':
      return people.filter(({ uid, state }) => state === 'active' && uid !== person.uid && uid !== by.uid);
    case 'mailbox':
      return [{ uid: null, ...contact }];
    default:
      return audience satisfies never;
  }
}

function item(roster: Roster, told: Told, { to, mail, when }: PeopleSubscription, person: Recipient): OutboxItem {
  const [about] = told.changes;
  return {
    id: `${mail}.${told.lineId}.${sha256(person.email).slice(0, 16)}`,
    mail,
    to: { email: person.email, name: person.name, uid: person.uid },
    facts: {
      recipientName: person.name,
      reader: to === 'mailbox' ? 'staff' : readers[roster.organisation.kind],
      laureateName: roster.organisation.kind === 'laureate' ? roster.name : '',
      expertName: roster.organisation.kind === 'expert' ? roster.name : '',
      happened: mail === 'memberChanged' ? told.changes.map(happened).join(', ') : '',
      byName: told.by.name,
      reason: mail === 'invited' ? untilWhen(about?.person) : (about?.reason ?? ''),
      state: null,
      need: '',
    },
    path: person.uid === null ? '/' : homes[roster.organisation.kind],
    ...{ when, mission: null, parts: [] },
    createdAt: told.now,
  };
}

const readers = { laureate: 'laureate', expert: 'expert', team: 'staff' } as const satisfies Record<
  Organisation['kind'],
  string
>;
const homes = { laureate: '/laureat', expert: '/expert', team: '/equipe' } as const satisfies Record<
  Organisation['kind'],
  string
>;

/** What an import sends to somebody new: once a person and laureate. */
export function invitationMail(
  member: Member,
  laureateName: string,
  { byName, now }: { byName: string; now: number },
): OutboxItem {
  const { uid, name, email, laureateId } = member;
  return {
    id: `invited.${laureateId}.${uid}`,
    mail: 'invited',
    to: { email, name, uid },
    facts: { ...noFacts, recipientName: name, reader: 'laureate', laureateName, byName },
    path: homes.laureate,
    ...{ when: 'now', mission: null, parts: [] },
    createdAt: now,
  };
}

/** « Signature déléguée à Zoé Martin du … au … », « Accès fermé : Zoé Martin » */
function happened({ done, person }: PeopleChange): string {
  const { name, delegation } = person;
  return done === 'delegate' && delegation !== null
    ? `Signature déléguée à ${name} du ${formatDay(delegation.from)} au ${formatDay(delegation.until)}`
    : `${happenings[done]} (${name})`;
}

function untilWhen(person: PersonFacts | undefined): string {
  if (person === undefined || person.until === null) return '';
  return `Votre accès est ouvert jusqu’au ${formatDay(dayOf(person.until))} : vous lisez tout, sans rien décider.`;
}
