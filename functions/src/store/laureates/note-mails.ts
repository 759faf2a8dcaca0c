import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { Laureate, Member } from '../../domain/laureates/laureate.ts';
import { type NoteMail, noteSubscriptions } from '../../domain/notifications/note-subscriptions.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import type { ScopingNoteActionName } from '../../domain/scoping-notes/actions.ts';
import { outbox, queued } from '../collections/outbox.ts';

interface Told {
  readonly version: number;
  readonly by: { readonly uid: string; readonly name: string };
  readonly now: number;
}

/** Queues the mail that tells the team of a note, handed in or revised. */
export function tellTeamOfNote(
  firestore: Firestore,
  batch: WriteBatch,
  laureate: Pick<Laureate, 'id' | 'name'>,
  { version, by, now, settings }: Told & { readonly settings: ProgrammeSettings },
): void {
  queue(firestore, batch, {
    mail: version === 1 ? 'noteHandedIn' : 'noteRevised',
    id: `${laureate.id}.${version}`,
    to: { ...settings.contact, uid: null },
    ...{ laureate, byName: by.name, reason: '', now },
  });
}

/** Queues the team's answer for every person of the laureate, from the table of subscriptions. */
export function tellLaureateOfAnswer(
  firestore: Firestore,
  batch: WriteBatch,
  laureate: Pick<Laureate, 'id' | 'name'>,
  told: Told & { readonly action: ScopingNoteActionName; readonly message: string; readonly people: readonly Member[] },
): void {
  const { action, message: reason, people, version, by, now } = told;
  for (const mail of noteSubscriptions[action])
    for (const person of people)
      queue(firestore, batch, {
        mail,
        id: `${laureate.id}.${version}.${now}.${person.uid}`,
        to: person,
        ...{ laureate, byName: by.name, reason, now },
      });
}

interface Queued {
  readonly mail: NoteMail;
  readonly id: string;
  readonly to: { readonly uid: string | null; readonly name: string; readonly email: string };
  readonly laureate: Pick<Laureate, 'id' | 'name'>;
  readonly byName: string;
  readonly reason: string;
  readonly now: number;
}

function queue(firestore: Firestore, batch: WriteBatch, { mail, id, to, laureate, byName, reason, now }: Queued): void {
  const item = queued({
    id: `${mail}.${id}`,
    mail,
    to: { email: to.email, name: to.name, uid: to.uid },
    facts: {
      recipientName: to.name,
      reader: to.uid === null ? 'staff' : 'laureate',
      ...{ laureateName: laureate.name, expertName: '', happened: '', byName, reason, state: null, need: '' },
    },
    path: to.uid === null ? `/equipe?laureat=${laureate.id}&partie=note` : '/laureat?note=oui',
    createdAt: now,
  });
  batch.create(firestore.doc(outbox.path(item.id)), outbox.write(item));
}
