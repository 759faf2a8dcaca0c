import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import { type Actor, roleIn, type SignedInActor } from '../../domain/actor.ts';
import { dayOf } from '../../domain/calendar.ts';
import { MOST_LINKS } from '../../domain/dossiers/links.ts';
import { isFor, type StoredFile } from '../../domain/dossiers/pieces.ts';
import type { Form } from '../../domain/forms/form.ts';
import { answeredForms, isAnswering } from '../../domain/missions/answering.ts';
import { sidesOf } from '../../domain/missions/behalf.ts';
import { type Availability, actionsOnBehalf, availableActions } from '../../domain/missions/decide.ts';
import { type Facts, grantEndsAt, invoicesOfMission, missionOf, roleOf } from '../../domain/missions/facts.ts';
import {
  activeParticipants,
  departures,
  type HandedDocument,
  handedInAt,
  type JournalEntry,
  type Mission,
  type MissionCore,
  stageOf,
} from '../../domain/missions/mission.ts';
import { proposedPayment } from '../../domain/missions/proposal.ts';
import { shownReminders } from '../../domain/missions/reminding.ts';
import { dueOf } from '../../domain/missions/timers.ts';
import { paying } from '../../domain/missions/transitions/paying.ts';
import type { MissionView } from '../../domain/missions/views.ts';
import { missionWarnings } from '../../domain/missions/warnings.ts';
import { type ProofRow, unattestedProofs } from '../../domain/proofs/rows.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { positionOf } from '../../domain/subsidy/position.ts';
import { FILES, files } from '../collections/files.ts';
import { answeredForm, formInForce } from '../collections/forms.ts';
import { links, linksOf } from '../collections/links.ts';
import { eventsOf, missionEvents } from '../collections/missions.ts';
import { settingsInForce } from '../collections/settings.ts';
import { gather } from '../missions/gather.ts';
import { rowOfFile } from './file-rows.ts';
import { folderFor, rowOfLink } from './folder.ts';
import { invoicesFor } from './invoices.ts';
import { unreadMessages } from './messages.ts';
import { otherExperts } from './other-experts.ts';
import { requestsLeftOpen } from './same-need.ts';
import { versionChangesFor } from './version-changes.ts';

const unknownMission = refuse('mission-unknown', 'Cette mission n’existe pas, ou ne vous est pas ouverte.');

/** Everything the page of one mission shows this reader, with the buttons the table gives it. */
export async function missionView(
  firestore: Firestore,
  actor: SignedInActor,
  asked: { missionId: string; laureateId: string | null; now: number },
): Promise<MissionView | Refusal> {
  const settings = await settingsInForce(firestore);
  const first = await gather(firestore, { ...asked, actor, onBehalf: false, settings, laureateId: null }, null, 'none');
  const { mission } = first.facts;
  if (
    mission === null ||
    can(actor, { action: 'seeMission', expertId: mission.expert.expertId, laureateIds: mission.laureateIds })
  )
    return unknownMission;
  const laureateId = speaksFor(actor, mission, asked.laureateId);
  const scope = actor.kind === 'laureate' ? 'own' : actor.kind === 'staff' ? 'all' : 'none';
  const { facts } =
    scope === 'none'
      ? first
      : await gather(firestore, { ...asked, actor, onBehalf: false, settings, laureateId }, null, scope);
  const contents = await contentsOf(firestore, mission.id);
  const share = laureateId === null ? null : (facts.shares[laureateId] ?? null);
  const balance =
    laureateId === null || scope === 'none'
      ? null
      : positionOf(facts.laureates[laureateId]?.entries ?? [], share ? [share] : []);
  const seesAmounts = actor.kind !== 'laureate' || paysAlone(facts, mission, laureateId);
  const until = readsUntil(actor, mission, laureateId);
  const readIn = (fileId: string) => contents.files.find(({ id }) => id === fileId)?.readAmounts;
  const actions = availableActions(facts);
  const folder = folderFor(actor, mission, { laureateId, facts });
  return {
    mission: asItWas(mission, until),
    reader: roleOf(actor, mission, laureateId),
    laureateId,
    events: contents.events.filter((event) => event.at <= until || isInvoicing(event)).filter(concerns(actor)),
    files: contents.files
      // What is joined to a message is shown with it, to its channel alone.
      .filter((file) => file.piece !== 'attachment' && isFor(file, actor.kind))
      .filter((file) => (file.piece === 'working' ? folder.shows(file) : handedIn(file, facts, actor, until)))
      .map((file) => rowOfFile(file, actor, folder.mission)),
    links: contents.links.filter(folder.showsLink).map((link) => rowOfLink(link, actor)),
    proofs: proofsFor(actor, mission, contents.events),
    mayShare: folder.mayShare,
    otherExperts: await otherExperts(firestore, actor, { facts, mission }),
    sameNeed: await requestsLeftOpen(firestore, actor, { mission, laureateId }),
    unreadMessages: await unreadMessages(firestore, actor, mission),
    actions,
    expectedBefore: dueOf(mission, settings)?.deadline ?? null,
    reminders: shownReminders(mission, settings, dayOf(asked.now)),
    onBehalf: actor.kind === 'staff' ? sidesOf(mission).map((side) => behalfOf(facts, side)) : [],
    share,
    balance,
    proposed: balance && proposedPayment(facts),
    submitted: seesAmounts ? facts.submitted : null,
    parts: actor.kind === 'staff' || actor.kind === 'observer' ? Object.values(facts.shares) : [],
    amounts: seesAmounts ? (facts.submitted?.amounts ?? null) : null,
    changes: await versionChangesFor(firestore, actor, { facts, laureateId, events: contents.events }),
    warnings: missionWarnings({
      mission,
      facts,
      seesAmounts,
      readIn,
    }),
    notes: notesOf(facts, mission),
    dossiers: mission.laureateIds.map((id) => dossierOf(facts, mission, id)),
    invoices: invoicesFor(facts, actor, readIn),
    forms: await formsToAnswer(firestore, actions),
    diagnosticForm: await diagnosticForm(firestore, mission),
    settings,
  };
}

/** 1 query for each form that this reader may answer now: at most one, mostly none. */
async function formsToAnswer(firestore: Firestore, actions: readonly Availability[]): Promise<MissionView['forms']> {
  const asked = actions.flatMap(({ action, refusal }) =>
    isAnswering(action) && refusal === null ? [answeredForms[action]] : [],
  );
  const found = asked.map(async (name) => [name, await formInForce(firestore, name)] as const);
  return Object.fromEntries(await Promise.all(found));
}

/** 1 read, none for the versions that the code holds. */
async function diagnosticForm(firestore: Firestore, { submission }: Mission): Promise<Form | null> {
  const handed = submission?.diagnostic;
  return handed?.kind === 'form' ? answeredForm(firestore, 'diagnostic', handed.formVersion) : null;
}

function behalfOf(facts: Facts, side: ReturnType<typeof sidesOf>[number]): MissionView['onBehalf'][number] {
  return { ...side, actions: actionsOnBehalf(facts, side.laureateId) };
}

/** What a mission has beside itself, in order: its journal, files and links (3 queries, a read each line). */
async function contentsOf(firestore: Firestore, missionId: string) {
  const [events, documents, shared] = await Promise.all([
    firestore.collection(eventsOf(missionId)).orderBy('number').get(),
    firestore.collection(FILES).where('missionId', '==', missionId).orderBy('createdAt').get(),
    firestore.collection(linksOf(missionId)).where('removedAt', '==', null).orderBy('at').limit(MOST_LINKS).get(),
  ]);
  return {
    events: missionEvents.list(events.docs),
    files: files.list(documents.docs),
    links: links.list(shared.docs),
  };
}

/** Those of whoever the reader may have the proofs of. One with an attestation stands beside it, among the documents. */
function proofsFor(actor: Actor, mission: Mission, events: readonly JournalEntry[]): ProofRow[] {
  const { expertId } = mission.expert;
  return unattestedProofs(mission, events).filter(
    ({ laureateId }) => can(actor, { action: 'seeProof', laureateId, expertId }) === null,
  );
}

/**
 * A laureate speaks for the organisation it asked for, if the mission names it, else for the first of its own that it names; staff for whom they
 * ask. Nobody else speaks for a laureate, nor reads its share.
 */
function speaksFor(actor: Actor, mission: Mission, asked: string | null): string | null {
  if (actor.kind === 'staff') return asked;
  if (actor.kind !== 'laureate') return null;
  const own = actor.memberships.map(({ laureateId }) => laureateId).filter((id) => mission.laureateIds.includes(id));
  return own.find((id) => id === asked) ?? own[0] ?? null;
}

/** An invoice may come after its laureate left. */
function isInvoicing({ action }: JournalEntry): boolean {
  return Object.hasOwn(paying, action);
}

/** What is invoiced and paid is between the expert and one laureate: the others of the mission don't read when. */
function concerns(actor: Actor): (event: JournalEntry) => boolean {
  return (event) => actor.kind !== 'laureate' || !isInvoicing(event) || roleIn(actor, event.laureateId ?? '') !== null;
}

/** A deposit that was never sent is its author's own; an attestation of another laureate is that laureate's. */
function handedIn(file: StoredFile, facts: Facts, actor: Actor, until: number): boolean {
  if (actor.kind !== 'laureate') return true;
  if (file.piece === 'invoice' && !invoicesOfMission(facts).some(({ fileId }) => fileId === file.id)) return false;
  if (file.laureateId !== null) return roleIn(actor, file.laureateId) !== null;
  const sent = handedInAt(missionOf(facts), file.id);
  return sent !== null && Math.max(sent, file.createdAt) <= until;
}

/** The whole devis is a laureate's own only while it takes part and no other ever had a part of that version. */
function paysAlone(facts: Facts, mission: Mission, laureateId: string | null): boolean {
  const active = activeParticipants(mission).some((participant) => participant.laureateId === laureateId);
  return active && Object.keys(facts.submitted?.split ?? {}).every((id) => id === laureateId);
}

/** A laureate that left a shared mission reads it up to that instant. */
function readsUntil(actor: Actor, mission: Mission, laureateId: string | null): number {
  const left = actor.kind === 'laureate' && laureateId !== null ? departures(mission)[laureateId] : undefined;
  return left ?? Number.POSITIVE_INFINITY;
}

/** The mission without what was written in it after `until`: where it stands is still said. */
function asItWas(mission: Mission, until: number): Mission {
  const { submission, report, heldFrom, openAmendment } = mission;
  const unread = ({ fileId }: HandedDocument): HandedDocument => ({ kind: 'file', fileId });
  const late = (piece: { readonly at: number } | null) => piece !== null && piece.at > until;
  const core: MissionCore = { ...mission, openAmendment: late(openAmendment) ? null : openAmendment };
  const stage = stageOf(mission.state, {
    submission:
      submission && late(submission) ? { ...submission, diagnostic: unread(submission.diagnostic) } : submission,
    report: report && late(report) ? { ...report, document: unread(report.document) } : report,
    heldFrom,
  });
  return { ...core, ...stage };
}

/** Whether this laureate's dossier is open to the reader, or was cut. */
function dossierOf(facts: Facts, mission: Mission, laureateId: string): MissionView['dossiers'][number] {
  const grant = facts.grants.find((one) => one.laureateId === laureateId && one.uid === facts.actor.uid);
  const name = mission.participants[laureateId]?.name ?? laureateId;
  const open = grant !== undefined && facts.now < grantEndsAt(grant);
  return { laureateId, name, open, cut: grant?.active === false };
}

/** Under which version each laureate takes part: the note may have been revised since. */
function notesOf(facts: Facts, mission: Mission): MissionView['notes'] {
  return Object.values(mission.participants).flatMap(({ laureateId, name, noteVersion }) =>
    noteVersion === null
      ? []
      : [
          {
            laureateId,
            name,
            version: noteVersion,
            current: facts.laureates[laureateId]?.note?.version ?? noteVersion,
          },
        ],
  );
}
