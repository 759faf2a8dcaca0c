import type { QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { logger } from 'firebase-functions';
import type { TriggerName } from '../../domain/incidents/triggers.ts';
import { makeArchiveStep } from '../../store/archives/archives.ts';
import { projectCard } from '../../store/experts/experts.ts';
import { stripFile, stripTokens } from '../../store/files/download-tokens.ts';
import { makePreview } from '../../store/files/previews.ts';
import { parseIncoming } from '../../store/files/stored-files.ts';
import { closeGrantTickets } from '../../store/files/tickets.ts';
import { verifyUpload } from '../../store/files/uploads.ts';
import { projectBalance } from '../../store/laureates/balances.ts';
import { watched } from '../../store/watched.ts';
import { deliverMail, ofOneSweep, type Post } from '../deliver-mail.ts';
import { linkKeys, origin, scanner, signer, smtpSettings } from '../environment.ts';
import { bucket, firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { logoRefusal } from '../logo.ts';
import { makeDocument } from '../make-document.ts';
import { printMyData } from '../print-my-data.ts';
import { warn } from '../warn.ts';

/**
 * What each trigger does, from the path of what it is about alone: an event, a sweep and a replay by staff do the same thing, on the document
 * as it is then. Why each may be done twice is in `domain/incidents/triggers.ts`.
 */
export const works = {
  checkUpload: async (path) => {
    const found = parseIncoming(path);
    if (!found) return;
    const state = await verifyUpload(firestore(), bucket(), { scanner: scanner(), printRefusal: logoRefusal }, found);
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1_024);
    const judged = { upload: found.uploadId, state, peakMegabytes };
    if (state === 'scan_error') logger.error('a deposit waits for the antivirus', judged);
    else logger.info('a deposit was judged', judged);
  },
  closeTickets: (path) => {
    const id = idsIn(watched.closeTickets, path);
    return closeGrantTickets(firestore(), bucket(), {
      laureateId: id('laureateId'),
      uid: id('uid'),
      now: Date.now(),
    });
  },
  makeArchive: (path) => {
    const id = idsIn(watched.makeArchive, path);
    return makeArchiveStep(firestore(), bucket(), {
      archiveId: id('archiveId'),
      stepId: id('stepId'),
      attempt: newId(),
      scannerConfigured: scanner() !== null,
      printMyself: (me, now) => printMyData(firestore(), { me, now, origin: origin.value() }),
      clock: Date.now,
    });
  },
  makePreview: async (path) => {
    const file = idsIn(watched.makePreview, path)('fileId');
    const preview = await makePreview(firestore(), bucket(), file);
    if (preview === 'none') logger.warn('a file has no preview', { file });
  },
  makeRequestedDocument: (path) => {
    const fileId = idsIn(watched.makeRequestedDocument, path)('fileId');
    return makeDocument(firestore(), bucket(), fileId, { origin: origin.value(), now: Date.now(), signer });
  },
  publishCard: (path) => {
    const id = idsIn(watched.publishCard, path);
    return projectCard(firestore(), { expertId: id('expertId'), eventId: id('eventId') }, warn);
  },
  sendMail: (path) => deliverMail(firestore(), mailIn(path), post()),
  showBalance: (path) => projectBalance(firestore(), idsIn('laureates/{laureateId}', path)('laureateId')),
  stripClosedTickets: (path) => stripFile(bucket(), idsIn('files/{fileId}', path)('fileId')),
  stripMintedTokens: async (path) => {
    await stripTokens(bucket(), path);
  },
} as const satisfies Record<TriggerName, (path: string) => Promise<void>>;

function post(): Post {
  return { origin: origin.value(), smtp: smtpSettings(), linkKeys: linkKeys(), clock: Date.now };
}

function mailIn(path: string): string {
  return idsIn(watched.sendMail, path)('itemId');
}

/** What the trigger of a mail does, for one that sends those that it found: the settings and the minute are looked at for several of them. */
export function sendFound(mails: readonly QueryDocumentSnapshot[]): (path: string) => Promise<void> {
  const found = new Map(mails.map((mail) => [mail.ref.path, mail]));
  const shared = ofOneSweep(firestore());
  return (path) => deliverMail(firestore(), found.get(path) ?? mailIn(path), { ...post(), ...shared });
}

/** The ids that `path` has where `pattern` names them. @throws Error when the path is not of that pattern: a fault of ours. */
function idsIn(pattern: string, path: string): (name: string) => string {
  const [names, parts] = [pattern.split('/'), path.split('/')];
  const fits = names.length === parts.length && names.every((name, at) => name.startsWith('{') || name === parts[at]);
  return (name) => {
    const id = fits ? parts[names.indexOf(`{${name}}`)] : undefined;
    if (id === undefined) throw new TypeError(`this path is not of ${pattern}`);
    return id;
  };
}
