import { newId } from '../functions/src/entrypoints/ids.ts';
import { type QueuedMail, queued } from '../functions/src/store/collections/outbox.ts';

/** A mail to somebody new. Until `due`, no trigger and no sweep may take it. */
export function mailTo(email: string, due = Date.now()): QueuedMail {
  const name = 'Anne Le Goff';
  const facts = {
    recipientName: name,
    reader: 'laureate' as const,
    laureateName: '',
    expertName: '',
    happened: '',
    byName: '',
    reason: '',
    state: null,
    need: '',
  };
  const to = { email, name, uid: null };
  return queued({
    id: `missionChanged.${newId()}`,
    mail: 'missionChanged',
    to,
    facts,
    path: '/laureat',
    ...{ when: 'now', mission: null, parts: [] },
    createdAt: due,
  });
}
