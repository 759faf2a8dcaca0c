import type { Firestore } from 'firebase-admin/firestore';
import { formatDay } from '../../domain/calendar.ts';
import type { LaureateCommand } from '../../domain/laureates/facts.ts';
import type { Laureate, LegalEntity } from '../../domain/laureates/laureate.ts';
import {
  type LaureateAudience,
  type LaureateSubscription,
  laureateSubscriptions,
} from '../../domain/notifications/laureate-subscriptions.ts';
import type { OutboxItem } from '../../domain/notifications/mails.ts';
import { type Happening, happenings } from '../../domain/people/journal.ts';
import { baseLabel } from '../../domain/subsidy/funded.ts';
import { expertMembers, expertMembersOf } from '../collections/experts.ts';
import { members, membersOf } from '../collections/laureates.ts';
import { sha256 } from '../hash.ts';
import { liveShares } from './live-shares.ts';
import { referentOf } from './referent.ts';

interface Told {
  readonly command: LaureateCommand;
  /** As it is from now on. */
  readonly laureate: Laureate;
  readonly done: Happening;
  readonly reason: string;
  readonly byName: string;
  /** Of the laureate that takes over; empty of any other action. */
  readonly intoName: string;
  /** Of the journal's line: what makes these mails different from the next ones. */
  readonly lineId: string;
  readonly now: number;
}

interface Recipient {
  readonly uid: string;
  readonly name: string;
  readonly email: string;
}

/** The mails that an action on a laureate's record queues, one a person, from the table of subscriptions. One query an organisation told. */
export async function laureateMails(
  firestore: Firestore,
  told: Told,
  audiences: readonly LaureateAudience[] = ['members', 'experts'],
): Promise<OutboxItem[]> {
  const subscriptions: readonly LaureateSubscription[] = laureateSubscriptions[told.command.action];
  const happened = await happenedIn(firestore, told);
  const lists = await Promise.all(
    subscriptions
      .filter(({ to }) => audiences.includes(to))
      .map(async (row) =>
        (await peopleOf(firestore, told.laureate.id, row.to)).map((person) => item(told, row, person, happened)),
      ),
  );
  return lists.flat();
}

async function peopleOf(firestore: Firestore, laureateId: string, audience: LaureateAudience): Promise<Recipient[]> {
  if (audience === 'members') {
    const found = await firestore.collection(membersOf(laureateId)).where('active', '==', true).get();
    return members.list(found.docs);
  }
  const companies = new Set((await liveShares(firestore, laureateId)).map(({ expertId }) => expertId));
  const lists = await Promise.all(
    [...companies].map(async (expertId) => {
      const found = await firestore.collection(expertMembersOf(expertId)).where('active', '==', true).get();
      return expertMembers.list(found.docs);
    }),
  );
  return lists.flat();
}

function item(told: Told, { to, mail, when }: LaureateSubscription, person: Recipient, happened: string): OutboxItem {
  const { laureate, byName, reason, lineId, now } = told;
  const { uid, name, email } = person;
  return {
    id: `${mail}.${lineId}.${sha256(email).slice(0, 16)}`,
    mail,
    to: { email, name, uid },
    facts: {
      ...{ recipientName: name, reader: to === 'members' ? 'laureate' : 'expert', laureateName: laureate.name },
      ...{ expertName: '', happened, byName, reason, state: null, need: '' },
    },
    path: to === 'members' ? `/laureat?laureat=${laureate.id}` : '/expert',
    ...{ when, mission: null, parts: [] },
    createdAt: now,
  };
}

/** What the mail has to say besides the reason: the new name and number, or whom to call. */
async function happenedIn(firestore: Firestore, { command, laureate, done, intoName }: Told): Promise<string> {
  switch (command.action) {
    case 'changeLegalEntity':
    case 'correctLegalEntity':
      return entityWords(laureate.legalEntities.at(-1));
    case 'setFundedBase':
      return baseLabel(command.fundedBase);
    case 'assignReferent': {
      const referent = await referentOf(firestore, laureate);
      return referent === null ? '' : [referent.name, referent.phone, referent.email].join(', ');
    }
    case 'transferEntity':
      return intoName;
    default:
      return happenings[done];
  }
}

function entityWords(entity: LegalEntity | undefined): string {
  if (entity === undefined) return '';
  const siret = entity.siret.replace(/(\d{3})(\d{3})(\d{3})(\d{5})/, '$1 $2 $3 $4');
  return `${entity.name} (SIRET ${siret}), depuis le ${formatDay(entity.from)}`;
}
