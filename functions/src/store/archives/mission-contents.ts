import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import { isOverseer, type SignedInActor } from '../../domain/actor.ts';
import { documentPaths, handedInVersions } from '../../domain/archives/documents.ts';
import { PROOFS as PROOFS_FOLDER } from '../../domain/archives/manifest.ts';
import { folderName } from '../../domain/archives/names.ts';
import { json, missionTexts, textsOf } from '../../domain/archives/texts.ts';
import { dayOf } from '../../domain/calendar.ts';
import { isFor } from '../../domain/dossiers/pieces.ts';
import { conversationOf } from '../../domain/messages/channels.ts';
import type { ChannelView } from '../../domain/messages/views.ts';
import type { Proof } from '../../domain/missions/outcome.ts';
import type { MissionView } from '../../domain/missions/views.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { FILES, files, type KeptFile } from '../collections/files.ts';
import { linkedProofs, PROOFS } from '../collections/proofs.ts';
import { submissions, submissionsOf } from '../collections/submissions.ts';
import { openMission } from '../files/file-access.ts';
import { exportProof } from '../proofs/exporting.ts';
import { messagesView } from '../views/messages.ts';
import { missionView } from '../views/mission.ts';
import type { Contents, Gathering } from './contents.ts';

/** All of them: a page shows the last ones. */
const EVERY_MESSAGE = 100_000;

/**
 * A mission as its reader may read it: what its page, its messages and its files show that person, by the same policy, and besides the versions
 * that were handed in before the one in force. About fifty reads, one a message and file, and three a proof.
 */
export async function missionContents(
  firestore: Firestore,
  gathering: Gathering,
  missionId: string,
): Promise<Contents | Refusal> {
  const { actor, laureateId, now } = gathering;
  const view = await missionView(firestore, actor, { missionId, laureateId, now });
  if (isRefusal(view)) return view;
  const [conversation, versions, kept, decided] = await Promise.all([
    messagesView(firestore, actor, { missionId, now, most: EVERY_MESSAGE }),
    firestore.collection(submissionsOf(missionId)).get(),
    firestore.collection(FILES).where('missionId', '==', missionId).orderBy('createdAt').get(),
    firestore.collection(PROOFS).where('missionId', '==', missionId).get(),
  ]);
  const channels = isRefusal(conversation) ? [] : conversation.channels;
  const submitted = submissions.list(versions.docs);
  const own = linkedProofs
    .list(decided.docs)
    .filter((proof) => can(actor, { action: 'seeLaureate', laureateId: proof.laureateId }) === null);
  const exported = await Promise.all(own.map((record) => exportProof(firestore, record)));
  const chosen = chosenFiles(gathering, view, {
    kept: files.list(kept.docs),
    sentAt: handedInVersions(submitted, view.events),
    shown: shownFiles(view, channels, own),
  });
  return {
    folder: folderOf(view),
    at: view.mission.createdAt,
    texts: [
      ...textsOf(missionTexts, { ...factsOf(actor, view), channels, submitted: versionsFor(actor, view, submitted) }),
      ...exported.map((one) => ({ path: `${PROOFS_FOLDER}/${one.proof.id}.json`, text: json(one) })),
    ],
    documents: documentPaths(chosen.files),
    refused: chosen.refused,
  };
}

function factsOf(actor: SignedInActor, { mission, events, links, share, parts, invoices }: MissionView) {
  const ownShare = share === null ? [] : [share];
  return { mission, events, links, shares: isOverseer(actor) ? parts : ownShare, invoices: invoices.rows };
}

/** Whole devis are for who reads every part; a laureate that shares with nobody reads its own, as on its page. */
function versionsFor<Version>(actor: SignedInActor, { submitted }: MissionView, all: readonly Version[]) {
  if (isOverseer(actor)) return all;
  return submitted === null ? [] : [submitted];
}

/** What the page shows, what messages carry, and what one's own decisions were about. */
function shownFiles(view: MissionView, channels: readonly ChannelView[], own: readonly Proof[]): Set<string> {
  const joined = channels.flatMap(({ messages }) => messages.flatMap((message) => message.files));
  const decided = own.flatMap(({ documents }) => documents);
  return new Set([...view.files, ...joined, ...decided].map(({ fileId }) => fileId));
}

interface Candidates {
  readonly kept: readonly KeptFile[];
  /** When each version was handed in, by file. */
  readonly sentAt: ReadonlyMap<string, number>;
  readonly shown: ReadonlySet<string>;
}

/** The policy has the last word on each file; one that is shown and does not open is said to be missing, with its reason. */
function chosenFiles(
  { actor, now, scannerConfigured }: Gathering,
  { mission }: MissionView,
  { kept, sentAt, shown }: Candidates,
): { readonly files: KeptFile[]; readonly refused: Contents['refused'] } {
  const conversation = conversationOf(mission);
  const chosen: KeptFile[] = [];
  const refused: Contents['refused'][number][] = [];
  for (const file of kept) {
    // Neither there nor missing: what is for the team alone is nothing to who audits.
    if (!isFor(file, actor.kind)) continue;
    if (!shown.has(file.id) && !sentAt.has(file.id) && !isOverseer(actor)) continue;
    const opened = openMission(mission, file);
    const handedInAt = Math.max(opened.handedInAt, sentAt.get(file.id) ?? 0);
    const asked = { file, grant: null, mission: { ...opened, handedInAt }, conversation, now, scannerConfigured };
    const refusal = can(actor, { action: 'openFile', ...asked });
    if (refusal === null) chosen.push(file);
    else if (shown.has(file.id) || isOverseer(actor))
      refused.push({ path: file.name, sha256: file.sha256, reason: refusal.message });
  }
  return { files: chosen, refused };
}

function folderOf({ mission }: MissionView): string {
  const names = Object.values(mission.participants).map(({ name }) => name);
  return `Missions/${folderName(`${dayOf(mission.createdAt)} ${mission.expert.name} - ${names.join(', ')}`, mission.id)}`;
}
