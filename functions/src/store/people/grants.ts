import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { decideGrant, grantHappening } from '../../domain/access/grant-actions.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import type { Grant } from '../../domain/missions/facts.ts';
import type { MailFacts, OutboxItem, Reader } from '../../domain/notifications/mails.ts';
import { noFacts } from '../../domain/notifications/mails.ts';
import { serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import type { GrantActionInput } from '../../domain/people/people.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Bucket } from '../bucket.ts';
import { get } from '../collection.ts';
import { expertMembers, experts } from '../collections/experts.ts';
import { grants } from '../collections/grants.ts';
import { journalLine } from '../collections/journal.ts';
import { laureates, members, membersOf } from '../collections/laureates.ts';
import { settingsInForce } from '../collections/settings.ts';
import { stripFile } from '../files/download-tokens.ts';
import { ticketsOf } from '../files/tickets.ts';
import { sha256 } from '../hash.ts';
import { queueMails } from '../notifications/queue.ts';
import { optimistically, rewrite } from '../optimistic.ts';

const unknownGrant = refuse(
  'grant-unknown',
  'Cette personne n’a jamais eu accès à ce dossier. Rien n’a été changé : rechargez la page.',
);
const busy = refuse(
  'busy',
  'Cet accès change en ce moment même. Rien n’a été changé : réessayez dans quelques secondes.',
);

interface Asked {
  readonly actor: SignedInActor;
  readonly input: GrantActionInput;
  readonly lineId: string;
  readonly now: number;
}

/** Whom the mails are about, and those who are told. */
interface Concerned {
  readonly laureateName: string;
  readonly personName: string;
  readonly company: string;
  readonly told: readonly {
    readonly uid: string;
    readonly name: string;
    readonly email: string;
    readonly reader: Reader;
  }[];
}

/**
 * Cuts, restores or extends one person's access to one dossier: the grant, the end of its tickets, the journal and the mails in one commit, which
 * holds only if the grant is as it was read. Effective on that person's next request, with an unchanged token: rules and functions read the
 * grant. A ticket that is written while it is cut opens nothing either, since its rule reads the grant too. About 6 reads, and 1 a ticket.
 */
export async function actOnGrant(
  firestore: Firestore,
  bucket: Bucket,
  asked: Asked,
): Promise<{ done: string } | Refusal> {
  const { laureateId, uid, ...action } = asked.input;
  const settings = await settingsInForce(firestore);
  const reference = firestore.doc(grants.path(laureateId, uid));
  const done = await optimistically<{ closed: readonly string[] } | Refusal>(firestore, async (batch) => {
    const snapshot = await reference.get();
    const grant = grants.read(snapshot);
    if (grant === null) return { answer: unknownGrant, batch: null };
    const decided = decideGrant({ grant, settings, now: asked.now }, action);
    if (isRefusal(decided)) return { answer: decided, batch: null };
    rewrite(batch, snapshot, grants.write(decided));
    const closed = action.action === 'cut' ? await endTickets(firestore, batch, grant) : [];
    await tell(firestore, batch, asked, grant);
    return { answer: { closed }, batch };
  });
  if (done === null) return busy;
  if (isRefusal(done.answer)) return done.answer;
  // A token that was minted outlives the ticket: away with it now, the trigger and the sweep being behind.
  await Promise.all(done.answer.closed.map((fileId) => stripFile(bucket, fileId)));
  return { done: grantHappening(action).happened };
}

/** Deletes the tickets that this grant gave, for every mission's sake; answers the files they were on. */
async function endTickets(firestore: Firestore, batch: WriteBatch, { uid, laureateId }: Grant): Promise<string[]> {
  const found = await ticketsOf(firestore, uid, laureateId);
  for (const { snapshot } of found) batch.delete(snapshot.ref);
  return found.map(({ ticket }) => ticket.fileId);
}

async function tell(firestore: Firestore, batch: WriteBatch, asked: Asked, grant: Grant): Promise<void> {
  const { actor, input, lineId, now } = asked;
  const concerned = await concernedBy(firestore, grant);
  journalLine(firestore, batch, lineId, {
    at: now,
    by: { uid: actor.uid, name: actor.name, kind: actor.kind },
    done: input.action,
    aboutUid: grant.uid,
    aboutName: concerned.personName,
    laureateId: grant.laureateId,
    expertId: grant.expertId,
    missionId: input.action === 'extend' ? input.missionId : null,
    reason: input.reason.trim(),
  });
  queueMails(firestore, batch, mailsOf(asked, concerned));
}

async function concernedBy(firestore: Firestore, { laureateId, uid, expertId }: Grant): Promise<Concerned> {
  const [laureate, expert, person, people] = await Promise.all([
    get(firestore, laureates, laureateId),
    get(firestore, experts, expertId),
    get(firestore, expertMembers, expertId, uid),
    firestore.collection(membersOf(laureateId)).where('active', '==', true).get(),
  ]);
  const ofLaureate = members.list(people.docs).map(({ uid: memberUid, name, email }) => {
    return { uid: memberUid, name, email, reader: 'laureate' } as const;
  });
  const reader = person?.active ? [{ uid, name: person.name, email: person.email, reader: 'expert' } as const] : [];
  return {
    laureateName: laureate?.name ?? laureateId,
    personName: person?.name ?? uid,
    company: expert?.company ?? expertId,
    told: [...reader, ...ofLaureate],
  };
}

function mailsOf({ actor, input, lineId, now }: Asked, { told, ...concerned }: Concerned): OutboxItem[] {
  const { event, happened } = grantHappening(input);
  const [toPerson, toMembers] = serviceSubscriptions[event];
  return told.map(({ uid, name, email, reader }): OutboxItem => {
    const { mail, when } = reader === 'expert' ? toPerson : toMembers;
    const facts: MailFacts = {
      ...{ ...noFacts, recipientName: name, reader },
      laureateName: concerned.laureateName,
      expertName: `${concerned.personName} (${concerned.company})`,
      happened,
      byName: actor.name,
      reason: input.reason.trim(),
    };
    return {
      id: `${mail}.${lineId}.${sha256(email).slice(0, 16)}`,
      mail,
      to: { email, name, uid },
      facts,
      path: reader === 'expert' ? '/expert' : `/laureat?laureat=${input.laureateId}`,
      ...{ when, mission: null, parts: [] },
      createdAt: now,
    };
  });
}
