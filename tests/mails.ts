import { newId } from '../functions/src/entrypoints/ids.ts';
import { readSmtpSettings, type SmtpSettings } from '../functions/src/mail/settings.ts';
import type { ScriptedServer } from '../functions/src/mail/testing/scripted-server.ts';
import { OUTBOX, outbox, type QueuedMail, queued } from '../functions/src/store/collections/outbox.ts';
import { firestore } from './suite.ts';

/** Starts a server that fails as it is told. One that hangs is given up in a second and a half. */
export async function settingsOf(server: ScriptedServer): Promise<SmtpSettings> {
  const settings = readSmtpSettings({
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: `${await server.start()}`,
    SMTP_SECURITY: 'none',
    MAIL_FROM: 'surmesure@tierslieux.example',
  });
  return { ...settings, silenceMs: 1_500, attemptMs: 20_000 };
}

/** Mails of a day to come that no test file after this one may find due. */
export async function forgetMailsFrom(start: number): Promise<void> {
  const left = await firestore.collection(OUTBOX).where('nextMs', '>=', start).get();
  await Promise.all(left.docs.map(({ ref }) => ref.delete()));
}

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

/** A mail to this person that the service gave up sending, or that staff decided not to send. */
export async function unsentMail(uid: string, email: string, state: 'dead' | 'discarded'): Promise<string> {
  const mail = mailTo(email);
  const unsent = outbox.write({ ...mail, to: { ...mail.to, uid }, state });
  await firestore.doc(outbox.path(mail.id)).set(unsent);
  return mail.id;
}
