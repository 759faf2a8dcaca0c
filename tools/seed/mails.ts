import type { Instant } from '../../functions/src/domain/calendar.ts';
import { deliverMail } from '../../functions/src/entrypoints/deliver-mail.ts';
import { readSmtpSettings } from '../../functions/src/mail/settings.ts';
import { disconnect } from '../../functions/src/mail/transport.ts';
import { OUTBOX, outbox, type QueuedMail } from '../../functions/src/store/collections/outbox.ts';
import { localLinkKeys } from '../emulators/link-keys.ts';
import type { Stage } from './world.ts';

const EXAMPLES = 12;
const MOST_WRITES = 400;

/** The mails of the past were sent in their time; the newest ones leave now, so that the inbox shows what people receive. */
export async function settleMails(stage: Stage, now: Instant): Promise<void> {
  const all = outbox.list((await stage.firestore.collection(OUTBOX).get()).docs);
  const newest = examplesAmong(all);
  await recordAsSent(
    stage,
    all.filter((mail) => !newest.includes(mail)),
  );
  const smtp = readSmtpSettings({
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: `${stage.smtpPort}`,
    SMTP_SECURITY: 'none',
    MAIL_FROM: 'surmesure@tierslieux.example',
    MAIL_FROM_NAME: 'France Tiers-Lieux',
  });
  for (const { id } of [...newest].reverse()) {
    const post = { origin: stage.origin, smtp, linkKeys: localLinkKeys, clock: () => now };
    await deliverMail(stage.firestore, id, post);
  }
  disconnect(smtp);
}

/** The newest of each kind first, so that a dozen shows as many kinds as there are. */
export function examplesAmong<Mail extends Pick<QueuedMail, 'mail' | 'createdAt' | 'id'>>(
  all: readonly Mail[],
): Mail[] {
  const byAge = [...all].sort((a, b) => b.createdAt - a.createdAt || a.id.localeCompare(b.id));
  const firstOfKind = byAge.filter((mail, index) => byAge.findIndex((other) => other.mail === mail.mail) === index);
  const others = byAge.filter((mail) => !firstOfKind.includes(mail));
  return [...firstOfKind, ...others].slice(0, EXAMPLES).sort((a, b) => b.createdAt - a.createdAt);
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
