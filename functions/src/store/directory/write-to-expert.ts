import type { Firestore } from 'firebase-admin/firestore';
import { DAY, HOUR } from '../../domain/calendar.ts';
import type { TypedMessage } from '../../domain/directory/message.ts';
import type { ExpertCard } from '../../domain/experts/card.ts';
import { plain } from '../../domain/laureates/text.ts';
import { noFacts } from '../../domain/notifications/mails.ts';
import { serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { experts } from '../collections/experts.ts';
import { outbox, queued } from '../collections/outbox.ts';
import { sha256 } from '../hash.ts';
import { cameFirst } from '../lost-race.ts';
import { normalEmail } from '../people/accounts.ts';
import { usesOf, withinLimits } from '../rate-limits.ts';
import type { Caller } from '../sign-in/sign-in.ts';

/** Of whoever asks (`CallerLimits`), of the address that was typed, and of the mailbox that receives: what one refuses counts in none. */
const limits = {
  relay: { name: 'visitor-relay', most: 200, windowMs: HOUR },
  ip: { name: 'visitor-ip', most: 5, windowMs: HOUR },
  writer: { name: 'visitor-address', most: 10, windowMs: DAY },
  expert: { name: 'visitor-expert', most: 20, windowMs: DAY },
} as const;

const tooManyMessages = refuse(
  'too-many-messages',
  'Trop de messages sont partis de votre adresse, ou vers cet expert. Le vôtre est encore ci-dessous : gardez-le, et réessayez demain.',
);
export const cardGone = refuse('card-gone', 'Cette fiche n’est plus dans l’annuaire. Rien n’a été envoyé.');

interface Written {
  readonly card: ExpertCard;
  readonly typed: TypedMessage;
  readonly from: Caller;
  readonly now: number;
}

/**
 * Queues the message of a visitor to the contact of an expert, which the page does not name. The same message sent again is the same mail: a second
 * press sends nothing twice. 5 reads, 5 writes.
 */
export async function writeToExpert(
  firestore: Firestore,
  { card, typed, from, now }: Written,
): Promise<{ sent: true } | Refusal> {
  const email = normalEmail(typed.email);
  const uses = [...usesOf(limits, from), { limit: limits.writer, who: email }, { limit: limits.expert, who: card.id }];
  if (!(await withinLimits(firestore, uses, now))) return tooManyMessages;
  const expert = await get(firestore, experts, card.id);
  if (expert === null || !expert.published) return cardGone;
  const [{ mail, when }] = serviceSubscriptions.visitorWrote;
  const name = plain(typed.name);
  const item = queued({
    id: `${mail}.${sha256(JSON.stringify([card.id, email, typed.message.trim()])).slice(0, 40)}`,
    mail,
    // No account: a mail that is answered to a stranger must carry no link that signs its reader in.
    to: { email: expert.contact.email, name: expert.contact.name, uid: null },
    replyTo: { email, name },
    facts: {
      ...{ ...noFacts, recipientName: expert.contact.name, reader: 'expert', expertName: expert.company },
      ...{ byName: withOrganisation(name, plain(typed.organisation)), happened: email, reason: typed.message.trim() },
    },
    path: `/experts/${card.id}`,
    ...{ when, mission: null, parts: [], createdAt: now },
  });
  await cameFirst(firestore.doc(outbox.path(item.id)).create(outbox.write(item)));
  return { sent: true };
}

function withOrganisation(name: string, organisation: string): string {
  return organisation === '' ? name : `${name} (${organisation})`;
}
