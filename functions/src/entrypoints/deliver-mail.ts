import type { Firestore } from 'firebase-admin/firestore';
import { render } from '../mail/render.ts';
import type { SmtpSettings } from '../mail/settings.ts';
import { settingsInForce } from '../store/collections/settings.ts';
import { leaseMail, recordDelivery } from '../store/outbox-queue.ts';
import { keepToken } from '../store/sign-in.ts';
import { newToken } from './ids.ts';

export interface Post {
  readonly origin: string;
  readonly smtp: SmtpSettings;
  readonly clock: () => number;
}

/**
 * Sends one mail of the outbox if it is due and nobody else holds it. The sign-in token is made now, so that it exists only in the mail; a mail
 * tried again carries a new one under the same Message-ID. At least once: a crash after the server took it sends it twice, folded by that id.
 */
export async function deliverMail(firestore: Firestore, itemId: string, post: Post): Promise<void> {
  const item = await leaseMail(firestore, itemId, post.clock());
  if (item === null) return;
  const { programmeName, contact } = await settingsInForce(firestore);
  const signInToken = item.to.uid === null ? null : newToken();
  if (signInToken !== null && item.to.uid !== null) {
    await keepToken(firestore, { token: signInToken, uid: item.to.uid, next: item.path, now: post.clock() });
  }
  const mail = render(item, { origin: post.origin, signInToken, contact, programmeName });
  // Here only: the SMTP engine would make every other function slower to start.
  const { messageIdFor, send } = await import('../mail/transport.ts');
  const delivery = await send(post.smtp, mail, { messageId: messageIdFor(item.id, post.smtp) });
  await recordDelivery(firestore, item, delivery, post.clock());
}
