import { FieldValue, type Firestore, type WriteBatch } from 'firebase-admin/firestore';
import { roleLabels, type SignedInActor } from '../../domain/actor.ts';
import { dayOf, HOUR } from '../../domain/calendar.ts';
import { serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import { LEAST_UNUSUAL } from '../../domain/programme/settings.ts';
import { get } from '../collection.ts';
import { journalLine } from '../collections/journal.ts';
import { outbox } from '../collections/outbox.ts';
import { settingsInForce } from '../collections/settings.ts';
import { rateLimits } from '../collections/sign-in.ts';
import { cameFirst } from '../lost-race.ts';
import { queueMails } from '../notifications/queue.ts';
import { teamMails } from '../notifications/team.ts';
import { openTask } from '../staff/tasks.ts';

/** One counter a person and hour. Kept, as the counts of rate limits are: nothing deletes them yet. */
const counterPath = (uid: string, now: number) => rateLimits.path(`openings.${uid}.${Math.floor(now / HOUR)}`);

/** What this person has opened in this hour of the clock, up to now (1 read). */
export async function openingsThisHour(firestore: Firestore, uid: string, now: number): Promise<number> {
  const counter = rateLimits.read(await firestore.doc(counterPath(uid, now)).get());
  return counter?.count ?? 0;
}

/** Counts one more with the rest of `batch` (1 write): an increment, so that openings at the same moment neither wait nor lose one. */
export function countOpening(firestore: Firestore, batch: WriteBatch, uid: string, now: number): void {
  const resetsAt = (Math.floor(now / HOUR) + 1) * HOUR;
  const counter = { ...rateLimits.write({ count: 1, resetsAt }), count: FieldValue.increment(1) };
  batch.set(firestore.doc(counterPath(uid, now)), counter, { merge: true });
}

/**
 * Tells staff, once a day a person, that somebody opens more files than usual; reading goes on, since a ZIP of a whole dossier is a fair use and
 * somebody must judge. Costs nothing below `LEAST_UNUSUAL`, then 1 read of the settings, and 2 writes the first time.
 */
export async function alertOnVolume(
  firestore: Firestore,
  { actor, openings, now }: { actor: SignedInActor; openings: number; now: number },
): Promise<void> {
  if (openings <= LEAST_UNUSUAL) return;
  const { unusualOpeningsAnHour, contact } = await settingsInForce(firestore);
  if (openings <= unusualOpeningsAnHour) return;
  const id = `unusualVolume.${actor.uid}.${dayOf(now)}`;
  if ((await get(firestore, outbox, id)) !== null) return;
  const said = `${openings} fichiers ouverts en une heure`;
  const items = await teamMails(firestore, contact, serviceSubscriptions.unusualVolume, {
    id: `${actor.uid}.${dayOf(now)}`,
    facts: { byName: `${actor.name} (${roleOf(actor)})`, reason: said },
    path: '/equipe',
    ...{ mission: null, createdAt: now },
  });
  const batch = firestore.batch();
  queueMails(firestore, batch, items);
  journalLine(firestore, batch, id, {
    at: now,
    by: { uid: 'system', name: roleLabels.system, kind: 'system' },
    done: 'alert',
    aboutUid: actor.uid,
    aboutName: actor.name,
    laureateId: null,
    expertId: null,
    missionId: null,
    reason: said,
  });
  await openTask(firestore, batch, {
    kind: 'unusualVolume',
    subject: actor.uid,
    at: now,
    about: `${actor.name} (${roleOf(actor)}) : ${said}`,
    laureateId: actor.kind === 'laureate' ? (actor.memberships[0]?.laureateId ?? null) : null,
    missionId: null,
    expertId: actor.kind === 'expert' ? actor.expertId : null,
  });
  // Whoever comes second at the same moment finds that staff are told.
  await cameFirst(batch.commit());
}

function roleOf({ kind }: SignedInActor): string {
  return kind === 'laureate' ? 'Manufacture' : roleLabels[kind];
}
