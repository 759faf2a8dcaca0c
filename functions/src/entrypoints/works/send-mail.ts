import type { QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { watched } from '../../store/watched.ts';
import { deliverMail, ofOneSweep, type Post } from '../deliver-mail.ts';
import { linkKeys, origin, smtpSettings } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { idsIn, type Work } from './work.ts';

/** Sends a mail of the outbox. */
export const mailSending: Work = {
  trigger: 'sendMail',
  run: (path) => deliverMail(firestore(), mailIn(path), post()),
};

/** The same for mails that a query found: the settings and the minute are looked at for several of them. */
export function sendingOf(mails: readonly QueryDocumentSnapshot[]): Work {
  const found = new Map(mails.map((mail) => [mail.ref.path, mail]));
  const shared = ofOneSweep(firestore());
  return {
    ...mailSending,
    run: (path) => deliverMail(firestore(), found.get(path) ?? mailIn(path), { ...post(), ...shared }),
  };
}

function post(): Post {
  return { origin: origin.value(), smtp: smtpSettings(), linkKeys: linkKeys(), clock: Date.now };
}

function mailIn(path: string): string {
  return idsIn(watched.sendMail, path)('itemId');
}
