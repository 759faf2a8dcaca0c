import type { Instant } from '../../functions/src/domain/calendar.ts';
import { deliverMail } from '../../functions/src/entrypoints/deliver-mail.ts';
import { readSmtpSettings } from '../../functions/src/mail/settings.ts';
import { disconnect } from '../../functions/src/mail/transport.ts';
import { get } from '../../functions/src/store/collection.ts';
import { OUTBOX, outbox, type QueuedMail } from '../../functions/src/store/collections/outbox.ts';
import { localLinkKeys } from '../emulators/link-keys.ts';
import type { Stage } from './world.ts';

const EXAMPLES = 12;
const MOST_WRITES = 400;

/**
 * The mails of the past were sent in their time, or gathered; a few of the newest leave now, so that the inbox shows what people receive. What would not
 * leave by itself any more, a request that was answered since, leaves its place to the next one.
 */
export async function settleMails(stage: Stage, now: Instant): Promise<void> {
  const all = outbox.list((await stage.firestore.collection(OUTBOX).get()).docs);
  const smtp = readSmtpSettings({
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: `${stage.smtpPort}`,
    SMTP_SECURITY: 'none',
    MAIL_FROM: 'surmesure@tierslieux.example',
    MAIL_FROM_NAME: 'France Tiers-Lieux',
  });
  const sent = new Set<string>();
  for (const { id } of asExamples(all)) {
    if (sent.size === EXAMPLES) break;
    const post = { origin: stage.origin, smtp, linkKeys: localLinkKeys, clock: () => now };
    await deliverMail(stage.firestore, id, post);
    if ((await get(stage.firestore, outbox, id))?.state === 'sent') sent.add(id);
  }
  disconnect(smtp);
  await recordAsSent(
    stage,
    all.filter(({ id }) => !sent.has(id)),
  );
}

/** The newest of each kind first, so that a dozen shows as many kinds as there are. */
export function asExamples<Mail extends Pick<QueuedMail, 'mail' | 'createdAt' | 'id'>>(all: readonly Mail[]): Mail[] {
  const byAge = [...all].sort((a, b) => b.createdAt - a.createdAt || a.id.localeCompare(b.id));
  const firstOfKind = byAge.filter((mail, index) => byAge.findIndex((other) => other.mail === mail.mail) === index);
  return [...firstOfKind, ...byAge.filter((mail) => !firstOfKind.includes(mail))];
}

async function recordAsSent({ firestore }: Stage, mails: readonly QueuedMail[]): Promise<void> {
  for (let start = 0; start < mails.length; start += MOST_WRITES) {
    const batch = firestore.batch();
    for (const mail of mails.slice(start, start + MOST_WRITES)) {
      batch.set(firestore.doc(outbox.path(mail.id)), outbox.write({ ...mail, state: 'sent', attempt: 1 }));
    }
    await batch.commit();
  }
}
