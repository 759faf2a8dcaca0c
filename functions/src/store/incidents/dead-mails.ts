import type { DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import { type IncidentAction, incidentClosed } from '../../domain/incidents/dead-letters.ts';
import { deadMailCauses } from '../../domain/incidents/dead-mails.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { accounts } from '../collections/accounts.ts';
import { journalLine } from '../collections/journal.ts';
import { OUTBOX, outbox, type QueuedMail } from '../collections/outbox.ts';
import { rewrite } from '../optimistic.ts';
import { accountByEmail } from '../people/accounts.ts';
import { marked, markedLine } from '../people/address-problems.ts';
import {
  type Answer,
  type AskedOfIncident,
  byWhom,
  discarded,
  failureOf,
  journalAsked,
  lineId,
  onceAsked,
  unknown,
} from './asked.ts';
import { closeMailTask } from './tasks.ts';

/** A dead mail, as it was read for this attempt. */
interface DeadMail {
  readonly asked: AskedOfIncident;
  readonly read: DocumentSnapshot;
  readonly mail: QueuedMail;
}

type Decide = (firestore: Firestore, batch: WriteBatch, dead: DeadMail) => Promise<Answer | Refusal>;

/** Most mails of one address that one press sends again: a commit takes so many writes. */
const MOST_AT_ONCE = 100;

/** What staff decide about a mail that died, in one commit with its line in the journal. A replay is then tried at once. */
export async function actOnDeadMail(firestore: Firestore, asked: AskedOfIncident): Promise<Answer | Refusal> {
  const decided = await onceAsked(firestore, asked, async (batch) => {
    const read = await firestore.doc(outbox.path(asked.input.incident.id)).get();
    const mail = outbox.read(read);
    if (mail === null) return unknown;
    if (mail.state !== 'dead') return incidentClosed;
    return decisions[asked.input.action](firestore, batch, { asked, read, mail });
  });
  return isRefusal(decided) || asked.input.action !== 'replay' ? decided : sendNow(firestore, asked);
}

const decisions = {
  replay: async (firestore, batch, { asked, read, mail }) => {
    rewrite(batch, read, outbox.write(queuedAgain(mail, asked.now)));
    await settle(firestore, batch, asked, mail);
    return { done: 'Courriel remis en file.' };
  },
  // Left to the sweep: a server that is silent would hold the press for as long as all of them take.
  replayAll: async (firestore, batch, { asked, mail }) => {
    const found = await firestore
      .collection(OUTBOX)
      .where('state', '==', 'dead')
      .where('to.email', '==', mail.to.email)
      .limit(MOST_AT_ONCE)
      .get();
    for (const snapshot of found.docs) {
      const dead = outbox.read(snapshot);
      if (dead !== null) rewrite(batch, snapshot, outbox.write(queuedAgain(dead, asked.now)));
    }
    const ids = new Set(found.docs.map(({ id }) => id));
    await settle(firestore, batch, asked, mail, ids);
    return { done: `Remis en file : ${ids.size} à ${mail.to.email}. Ils partent dans les minutes qui viennent.` };
  },
  flagAddress: async (firestore, batch, { asked, mail }) => {
    const owner = mail.to.uid === null ? await accountByEmail(firestore, mail.to.email) : { uid: mail.to.uid };
    const read = await firestore.doc(accounts.path(owner?.uid ?? mail.id)).get();
    const account = accounts.read(read);
    if (account === null || account.email !== mail.to.email) return nobodys;
    if (account.addressProblem) return alreadyMarked;
    const reason = mail.cause ? deadMailCauses[mail.cause].sentence : (mail.problem ?? '');
    const problem = { at: asked.now, reason, byName: asked.actor.name };
    rewrite(batch, read, accounts.write(marked(account, problem)));
    journalLine(firestore, batch, lineId(asked), markedLine(account, problem, byWhom(asked)));
    return { done: `Adresse marquée en erreur : ${account.name} le lira à sa prochaine visite.` };
  },
  discard: async (firestore, batch, { asked, read, mail }) => {
    rewrite(batch, read, outbox.write({ ...mail, state: 'discarded' }));
    await settle(firestore, batch, asked, mail);
    return discarded;
  },
} as const satisfies Record<IncidentAction, Decide>;

const nobodys = refuse(
  'address-of-nobody',
  'Cette adresse n’est plus celle d’un compte : il n’y a rien à marquer. Rechargez la page.',
);
const alreadyMarked = refuse(
  'address-marked',
  'Cette adresse est déjà marquée en erreur. Appelez la personne, ou changez l’adresse.',
);

function queuedAgain(mail: QueuedMail, now: number): QueuedMail {
  return { ...mail, state: 'pending', attempt: 0, nextMs: now, problem: null, cause: null };
}

/** Its task, once nothing else waits for that address, and its line. `settled`: the others that this press ends too. */
async function settle(
  firestore: Firestore,
  batch: WriteBatch,
  asked: AskedOfIncident,
  mail: QueuedMail,
  settled: ReadonlySet<string> = new Set(),
): Promise<void> {
  await closeMailTask(firestore, batch, mail, { by: asked.actor.name, now: asked.now, settled });
  journalAsked(firestore, batch, asked, 'Courriel non parti');
}

/** Now if the server takes it; else the sweep goes on, with the delays of a new mail. */
async function sendNow(firestore: Firestore, { input, run }: AskedOfIncident): Promise<Answer> {
  await failureOf(() => run('sendMail', outbox.path(input.incident.id)));
  const mail = await get(firestore, outbox, input.incident.id);
  return {
    done:
      afterReplay[mail?.state ?? 'sent'] ?? 'Courriel remis en file : de nouveaux essais ont lieu pendant une journée.',
  };
}

/** What became of a mail that was asked for again, where it is settled: what has moved since may leave it without object. */
const afterReplay: Readonly<Partial<Record<QueuedMail['state'], string>>> = {
  sent: 'Courriel envoyé : l’incident est réglé.',
  dead: 'Courriel encore refusé : l’incident reste ouvert. Appelez la personne.',
  held: 'Courriel gardé pour le prochain courriel groupé de cette personne : l’incident est réglé.',
  superseded:
    'Ce que disait ce courriel n’a plus lieu d’être, ou un autre le dit : il ne partira pas. L’incident est réglé.',
};
