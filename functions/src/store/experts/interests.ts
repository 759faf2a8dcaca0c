import type { DocumentSnapshot, Firestore, QueryDocumentSnapshot, QuerySnapshot } from 'firebase-admin/firestore';
import { addedInterests } from '../../domain/experts/registration.ts';
import { serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import { get } from '../collection.ts';
import { EXPERTS, expertMembers, expertMembersOf, experts } from '../collections/experts.ts';
import { journalLine } from '../collections/journal.ts';
import { isOfLaureate, LAUREATES, laureates, MEMBERS, members } from '../collections/laureates.ts';
import { settingsInForce } from '../collections/settings.ts';
import { sha256 } from '../hash.ts';
import { queueMails } from '../notifications/queue.ts';
import { teamMails } from '../notifications/team.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { interestTask } from '../staff/task-makers.ts';
import { openTask } from '../staff/tasks.ts';

/**
 * Names of the labelled manufactures in which these people seem to have an interest: same e-mail or name as a member, or same SIREN (the first
 * nine digits of a SIRET). « ne détenir aucun intérêt dans aucune manufacture de proximité labellisée ». Costs three small queries.
 */
export async function interestsOf(
  firestore: Firestore,
  who: { emails: readonly string[]; siret: string; names: readonly string[] },
): Promise<string[]> {
  const [byEmail, byName, bySiren] = await Promise.all([
    seatsByEmail(firestore, who.emails),
    seatsByName(firestore, who.names),
    firestore.collection(LAUREATES).where('sirens', 'array-contains', who.siret.slice(0, 9)).get(),
  ]);
  const memberDocuments = [...byEmail, ...byName].filter(({ ref }) => isOfLaureate(ref.path));
  const ids = new Set(members.list(memberDocuments).map(({ laureateId }) => laureateId));
  const named = await Promise.all([...ids].map((laureateId) => get(firestore, laureates, laureateId)));
  const found = [...named, ...laureates.list(bySiren.docs)].flatMap((laureate) => laureate?.name ?? []);
  return [...new Set(found)];
}

/** Firestore compares with thirty values at most. */
async function among(
  values: readonly string[],
  query: (part: string[]) => Promise<QuerySnapshot>,
): Promise<QueryDocumentSnapshot[]> {
  const distinct = [...new Set(values)];
  const parts = Array.from({ length: Math.ceil(distinct.length / 30) }, (_, index) =>
    distinct.slice(index * 30, index * 30 + 30),
  );
  return (await Promise.all(parts.map(query))).flatMap(({ docs }) => docs);
}

const seatsByEmail = (firestore: Firestore, emails: readonly string[]) =>
  among(emails, (part) => firestore.collectionGroup(MEMBERS).where('email', 'in', part).get());
const seatsByName = (firestore: Firestore, names: readonly string[]) =>
  among(names, (part) => firestore.collectionGroup(MEMBERS).where('name', 'in', part).get());

export interface Newcomers {
  readonly emails: readonly string[];
  readonly names: readonly string[];
  readonly sirens: readonly string[];
}

/**
 * The other way round: experts that somebody or something new on a laureate's side may stop. Called once that is written; what a crash left out,
 * the nightly sweep finds. Four queries, and one a SIREN.
 */
export async function reviewInterestsAround(firestore: Firestore, newcomers: Newcomers, now: number): Promise<void> {
  const { emails, names, sirens } = newcomers;
  const [byEmail, byName, ...byCompany] = await Promise.all([
    seatsByEmail(firestore, emails),
    seatsByName(firestore, names),
    among(emails, (part) => firestore.collection(EXPERTS).where('contact.email', 'in', part).get()),
    among(names, (part) => firestore.collection(EXPERTS).where('contact.name', 'in', part).get()),
    ...[...new Set(sirens)].map((siren) => companiesOf(firestore, siren)),
  ]);
  const seats = [...byEmail, ...byName].filter(({ ref }) => !isOfLaureate(ref.path));
  const expertIds = [
    ...expertMembers.list(seats).map(({ expertId }) => expertId),
    ...byCompany.flat().map((document) => document.id),
  ];
  for (const expertId of new Set(expertIds)) await reviewInterests(firestore, expertId, now);
}

/** Every establishment of a legal entity: a SIREN, then five digits. */
async function companiesOf(firestore: Firestore, siren: string): Promise<QueryDocumentSnapshot[]> {
  const [first, last] = [`${siren}00000`, `${siren}99999`];
  return (await firestore.collection(EXPERTS).where('siret', '>=', first).where('siret', '<=', last).get()).docs;
}

/** Looks again for interests under every name and address a company goes by; a new one stops its missions, and staff are told. */
export async function reviewInterests(firestore: Firestore, expertId: string, now: number): Promise<void> {
  await optimistically(firestore, async (batch) => {
    const snapshot = await firestore.doc(experts.path(expertId)).get();
    const reviewed = await withInterestsFound(firestore, snapshot);
    if (reviewed === null) return { answer: null, batch: null };
    const { expert, added } = reviewed;
    rewrite(batch, snapshot, experts.write(expert));
    const finding = `${expertId}.${sha256(added.join('\n')).slice(0, 16)}.${now}`;
    journalLine(firestore, batch, `interest.${finding}`, {
      at: now,
      by: { uid: 'system', name: 'Service automatique', kind: 'system' },
      done: 'findInterest',
      ...{ aboutUid: expertId, aboutName: expert.company, laureateId: null, expertId, missionId: null },
      reason: added.join(', '),
    });
    const { contact } = await settingsInForce(firestore);
    const items = await teamMails(firestore, contact, serviceSubscriptions.interestFound, {
      id: finding,
      facts: { laureateName: added.join(', '), expertName: expert.company },
      path: `/equipe?expert=${expertId}`,
      ...{ mission: null, createdAt: now },
    });
    queueMails(firestore, batch, items);
    await openTask(firestore, batch, interestTask(expert, added, now));
    return { answer: null, batch };
  });
}

async function withInterestsFound(firestore: Firestore, snapshot: DocumentSnapshot) {
  const expert = experts.read(snapshot);
  if (expert === null) return null;
  const people = expertMembers.list(
    (await firestore.collection(expertMembersOf(expert.id)).where('active', '==', true).get()).docs,
  );
  const found = await interestsOf(firestore, {
    emails: [expert.contact.email, ...people.map(({ email }) => email)],
    siret: expert.siret,
    names: [expert.contact.name, ...people.map(({ name }) => name)],
  });
  return addedInterests(expert, found);
}

/** Companies that may still meet a laureate: the nightly sweep's work. */
export async function expertsToReview(firestore: Firestore): Promise<string[]> {
  const found = await firestore.collection(EXPERTS).select().get();
  return found.docs.map((document) => document.id);
}
