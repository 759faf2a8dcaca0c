import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { Laureate, Member } from '../../domain/laureates/laureate.ts';
import { noFacts, type OutboxItem } from '../../domain/notifications/mails.ts';
import {
  type NoteMail,
  type NoteSubscription,
  noteSubscriptions,
} from '../../domain/notifications/note-subscriptions.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import type { ScopingNoteActionName } from '../../domain/scoping-notes/actions.ts';
import { queueMails } from '../notifications/queue.ts';
import { teamMails } from '../notifications/team.ts';

interface Told {
  readonly version: number;
  readonly by: { readonly uid: string; readonly name: string };
  readonly now: number;
}

/** Queues the mails that tell the team of a note, handed in or revised. */
export async function tellTeamOfNote(
  firestore: Firestore,
  batch: WriteBatch,
  laureate: Pick<Laureate, 'id' | 'name'>,
  { version, by, now, settings }: Told & { readonly settings: ProgrammeSettings },
): Promise<void> {
  const rows = noteSubscriptions[version === 1 ? 'handIn' : 'revise'];
  const items = await teamMails<NoteMail>(firestore, settings.contact, rows, {
    id: `${laureate.id}.${version}`,
    facts: { laureateName: laureate.name, byName: by.name },
    path: `/equipe?laureat=${laureate.id}&partie=note`,
    ...{ mission: null, createdAt: now },
  });
  queueMails(firestore, batch, items);
}

/** Queues the team's answer for every person of the laureate, from the table of subscriptions. */
export function tellLaureateOfAnswer(
  firestore: Firestore,
  batch: WriteBatch,
  laureate: Pick<Laureate, 'id' | 'name'>,
  told: Told & { readonly action: ScopingNoteActionName; readonly message: string; readonly people: readonly Member[] },
): void {
  const { action, message: reason, people, version, by, now } = told;
  const rows: readonly NoteSubscription[] = noteSubscriptions[action];
  const items = rows.flatMap(({ mail, when }) =>
    people.map(
      ({ uid, name, email }): OutboxItem => ({
        id: `${mail}.${laureate.id}.${version}.${now}.${uid}`,
        mail,
        to: { email, name, uid },
        facts: {
          ...noFacts,
          recipientName: name,
          reader: 'laureate',
          laureateName: laureate.name,
          byName: by.name,
          reason,
        },
        path: '/laureat?note=oui',
        ...{ when, mission: null, parts: [], createdAt: now },
      }),
    ),
  );
  queueMails(firestore, batch, items);
}
