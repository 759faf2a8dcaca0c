import type { Firestore, QuerySnapshot } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { JournalRow, People } from '../../domain/access/views.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { personActions } from '../../domain/people/actions.ts';
import { actionsAbout, whyNotPersonAction } from '../../domain/people/decide.ts';
import { type PeopleFacts, rolesOf } from '../../domain/people/facts.ts';
import { type JournalLine, tokenHappenings } from '../../domain/people/journal.ts';
import type { Organisation } from '../../domain/people/people.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { JOURNAL, journal } from '../collections/journal.ts';
import { readRoster, unknownOrganisation } from '../people/roster.ts';

const MOST_LINES = 50;

/** The people of an organisation, what the reader may do about each, and what changed lately. 1 read, 2 for each person, 50 lines at most. */
export async function peopleView(
  firestore: Firestore,
  actor: SignedInActor,
  { organisation, now }: { organisation: Organisation; now: number },
): Promise<People | Refusal> {
  const refusal = can(actor, { action: 'seePeople', organisation });
  if (refusal) return refusal;
  const [roster, lines] = await Promise.all([
    readRoster(firestore, organisation, now),
    linesOf(firestore, organisation),
  ]);
  if (roster === null) return unknownOrganisation;
  const facts: PeopleFacts = { now, actor, organisation, people: roster.people, known: null, newUid: '' };
  return {
    organisation,
    organisationName: roster.name,
    people: roster.people.map((person) => {
      const { verified: _verified, switchedOff: _switchedOff, ...row } = person;
      return { ...row, actions: actionsAbout(facts, person) };
    }),
    mayInvite: whyNotPersonAction(facts, 'invite', null) === null ? rolesOf[organisation.kind] : [],
    journal: lines
      .filter(({ done }) => done in personActions || done === 'succeed' || tokenHappenings.includes(done))
      .map(rowOf),
  };
}

/** What changed lately in an organisation, newest first. */
export async function linesOf(firestore: Firestore, organisation: Organisation): Promise<JournalLine[]> {
  return journal.list((await newestLines(firestore, organisation)).docs);
}

function newestLines(firestore: Firestore, organisation: Organisation): Promise<QuerySnapshot> {
  switch (organisation.kind) {
    case 'laureate': {
      const { laureateId } = organisation;
      return firestore
        .collection(JOURNAL)
        .where('laureateId', '==', laureateId)
        .orderBy('at', 'desc')
        .limit(MOST_LINES)
        .get();
    }
    case 'expert': {
      const { expertId } = organisation;
      return firestore
        .collection(JOURNAL)
        .where('expertId', '==', expertId)
        .orderBy('at', 'desc')
        .limit(MOST_LINES)
        .get();
    }
    default:
      return firestore
        .collection(JOURNAL)
        .where('expertId', '==', null)
        .where('laureateId', '==', null)
        .orderBy('at', 'desc')
        .limit(MOST_LINES)
        .get();
  }
}

/** A line as a page shows it. */
export function rowOf({ at, by, done, aboutName, reason }: JournalLine): JournalRow {
  return { at, byName: by.name, done, aboutName, reason };
}
