import type { Firestore } from 'firebase-admin/firestore';
import { logger } from 'firebase-functions';
import type { OutboxItem } from '../domain/notifications/mails.ts';
import { type MailContext, type RenderedMail, render } from '../mail/render.ts';
import type { SmtpSettings } from '../mail/settings.ts';
import type { QueuedMail } from '../store/collections/outbox.ts';
import { settingsInForce } from '../store/collections/settings.ts';
import { sha256 } from '../store/hash.ts';
import { type Delivery, dropMail, leaseMail, recordDelivery } from '../store/outbox-queue.ts';
import { recordCodeSent } from '../store/sign-in/one-time-secrets.ts';
import { readyToLeave, requestOf } from '../store/sign-in/sign-in-mail.ts';
import { newCode, newToken } from './ids.ts';

export interface Post {
  readonly origin: string;
  readonly smtp: SmtpSettings;
  readonly clock: () => number;
}

/**
 * Sends one mail of the outbox if it is due and nobody else holds it. The sign-in token and code are made now, so that they exist only in the mail; a mail
 * tried again carries new ones under the same Message-ID. At least once: a crash after the server took it sends it twice, folded by that id.
 */
export async function deliverMail(firestore: Firestore, itemId: string, post: Post): Promise<void> {
  const item = await leaseMail(firestore, itemId, post.clock());
  if (item === null) return;
  const { programmeName, contact } = await settingsInForce(firestore);
  const leaving = await readyToLeave(firestore, item, { token: newToken(), code: newCode(), now: post.clock() });
  if (leaving === null) return dropMail(firestore, item.id);
  const { signInToken, code } = leaving;
  const mail = rendered(leaving.item, { origin: post.origin, signInToken, code, contact, programmeName });
  if (mail === null) return record(firestore, item, unprintable, post.clock());
  // Here only: the SMTP engine would make every other function slower to start.
  const { messageIdFor, send } = await import('../mail/transport.ts');
  const delivery = await send(post.smtp, mail, { messageId: messageIdFor(item.id, post.smtp) });
  await record(firestore, item, delivery, post.clock());
  const requestId = requestOf(item);
  if (requestId !== null && delivery.outcome === 'sent') await recordCodeSent(firestore, requestId, post.clock());
}

/** A mail that nobody will try again is an error in the logs, without a personal datum: which mail, and what finds its document. */
async function record(firestore: Firestore, item: QueuedMail, delivery: Delivery, now: number): Promise<void> {
  const state = await recordDelivery(firestore, item, delivery, now);
  if (state === 'dead') logger.error('a mail is dead', { mail: item.mail, outbox: sha256(item.id) });
}

const unprintable = {
  outcome: 'dead',
  cause: 'unprintable',
  reason: 'Le message n’a pas pu être mis en page.',
} as const;

/** A mail that can't be written now never will be: it is dead at once, where a throw would have it leased again for ever. */
function rendered(item: OutboxItem, context: MailContext): RenderedMail | null {
  try {
    return render(item, context);
  } catch (error) {
    logger.error('a mail could not be rendered', {
      mail: item.mail,
      stack: error instanceof Error ? error.stack : null,
    });
    return null;
  }
}
