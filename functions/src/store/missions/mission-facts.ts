import type { SignedInActor } from '../../domain/actor.ts';
import type { Command } from '../../domain/missions/actions.ts';
import { answeringOf } from '../../domain/missions/answering.ts';
import type { Facts, Grant } from '../../domain/missions/facts.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import { proofKindOf } from '../../domain/missions/proof.ts';
import { transitionOf } from '../../domain/missions/transitions.ts';
import { invoiceNumberKey } from '../../domain/subsidy/invoice.ts';
import { files } from '../collections/files.ts';
import { takenForms } from '../collections/forms.ts';
import { grants } from '../collections/grants.ts';
import { INVOICES, invoices } from '../collections/invoices.ts';
import { missions, ofNeed } from '../collections/missions.ts';
import { shares } from '../collections/shares.ts';
import { amendments, submissions } from '../collections/submissions.ts';
import { readCircumstances } from '../proofs/circumstances.ts';
import type { Snapshot } from '../snapshot.ts';

interface Deciding {
  readonly actor: SignedInActor;
  /** Null of a page, which decides nothing and shows everything. */
  readonly command: Command | null;
  readonly mission: Mission | null;
}

/** What a decision rests on beside its parties: a read a document named, and a query where a line below says so. */
export async function readMissionFacts(snapshot: Snapshot, { actor, command, mission }: Deciding) {
  const [shareList, fileList, grantList, submitted, amendment, invoiceList, predecessor, sameNeed, taken, quoted] =
    await Promise.all([
      readShares(snapshot, mission),
      readFiles(snapshot, filesOf(command, mission)),
      readGrants(snapshot, actor, mission),
      readSubmitted(snapshot, mission),
      readAmendment(snapshot, mission),
      readInvoices(snapshot, mission, command),
      readPredecessor(snapshot, command),
      readSameNeed(snapshot, command),
      readTakenForms(snapshot, command),
      readQuoted(snapshot, { actor, command, mission }),
    ]);
  return {
    ...{ shares: shareList, files: fileList, grants: grantList, submitted, amendment, invoices: invoiceList },
    ...{ predecessor, sameNeed, takenForms: taken, circumstances: quoted },
  } satisfies Partial<Facts>;
}

/** Two queries at most, and only where something rests on them: nothing is invoiced before a devis is validated. */
async function readInvoices(
  snapshot: Snapshot,
  mission: Mission | null,
  command: Command | null,
): Promise<Facts['invoices']> {
  if (mission === null || mission.validatedAt === null || !restsOnInvoices(command)) return {};
  const { firestore } = snapshot;
  const ofMission = firestore.collection(INVOICES).where('missionId', '==', mission.id);
  const found = [await snapshot.query(ofMission)];
  if (command?.action === 'depositInvoice') {
    const numberKey = invoiceNumberKey(command.input.number);
    const ofNumber = firestore
      .collection(INVOICES)
      .where('expertId', '==', mission.expert.expertId)
      .where('numberKey', '==', numberKey);
    found.push(await snapshot.query(ofNumber));
  }
  const snapshots = found.flatMap(({ docs }) => docs);
  snapshot.restOn(snapshots);
  return Object.fromEntries(invoices.list(snapshots).map((invoice) => [invoice.id, invoice]));
}

/**
 * 1 query, for what hands in answers. The commit does not rest on it: who answers the form that staff replace at that instant is taken all the same,
 * as whoever answers the version before.
 */
async function readTakenForms(snapshot: Snapshot, command: Command | null): Promise<Facts['takenForms']> {
  const answering = command && answeringOf(command);
  if (!answering) return {};
  return { [answering.form]: await takenForms(snapshot.firestore, answering.form, snapshot.transaction) };
}

/** Read as what the commit rests on: of two missions that would follow it, one does. */
async function readPredecessor(snapshot: Snapshot, command: Command | null): Promise<Mission | null> {
  const id = command?.action === 'request' ? command.input.predecessorId : null;
  const [found] = id ? await snapshot.documents([missions.path(id)]) : [];
  return found ? missions.read(found) : null;
}

/** One query, for the requests that name a need. The commit does not rest on it: whoever leaves at that instant asked before leaving. */
async function readSameNeed(snapshot: Snapshot, command: Command | null): Promise<Mission[]> {
  if (command?.action !== 'request' || command.input.needId === null) return [];
  const { docs } = await snapshot.query(ofNeed(snapshot.firestore, command.input.needId));
  return missions.list(docs);
}

/** What a proof quotes: one query beside the ledger's, and a document among those read together. Nothing rests on it. */
async function readQuoted(
  snapshot: Snapshot,
  { actor, command, mission }: Deciding,
): Promise<Facts['circumstances'] | null> {
  if (command === null || proofKindOf(command.action) === undefined || actor.kind !== 'laureate') return null;
  return readCircumstances(snapshot, actor, filesOf(command, mission));
}

async function readShares(snapshot: Snapshot, mission: Mission | null): Promise<Facts['shares']> {
  const paths = mission ? mission.laureateIds.map((laureateId) => shares.path(laureateId, mission.id)) : [];
  const known = (await snapshot.documents(paths)).flatMap((found) => shares.read(found) ?? []);
  return Object.fromEntries(known.map((share) => [share.laureateId, share]));
}

async function readFiles(snapshot: Snapshot, ids: readonly string[]): Promise<Facts['files']> {
  const paths = ids.map((fileId) => files.path(fileId));
  const known = (await snapshot.documents(paths)).flatMap((found) => files.read(found) ?? []);
  return Object.fromEntries(known.map((file) => [file.id, file]));
}

async function readGrants(snapshot: Snapshot, actor: SignedInActor, mission: Mission | null): Promise<Grant[]> {
  if (mission === null) return [];
  const uids = new Set(mission.expert.declarations.map(({ uid }) => uid));
  if (actor.kind === 'expert') uids.add(actor.uid);
  const paths = mission.laureateIds.flatMap((laureateId) => [...uids].map((uid) => grants.path(laureateId, uid)));
  return (await snapshot.documents(paths)).flatMap((found) => grants.read(found) ?? []);
}

async function readSubmitted(snapshot: Snapshot, mission: Mission | null): Promise<Facts['submitted']> {
  if (mission === null || mission.submission === null) return null;
  const [found] = await snapshot.documents([submissions.path(mission.id, String(mission.submission.version))]);
  return found ? submissions.read(found) : null;
}

async function readAmendment(snapshot: Snapshot, mission: Mission | null): Promise<Facts['amendment']> {
  if (mission === null || mission.openAmendment === null) return null;
  const [found] = await snapshot.documents([amendments.path(mission.id, String(mission.openAmendment.number))]);
  return found ? amendments.read(found) : null;
}

/** A page shows them; of the actions, the table's own words tell which rest on them. */
function restsOnInvoices(command: Command | null): boolean {
  if (command === null || command.action === 'depositInvoice') return true;
  const { guards } = transitionOf(command.action);
  return guards.includes('hasAnInvoice') || guards.includes('nothingPaid');
}

/** The files an action names, and those the decision is about. */
function filesOf(command: Command | null, mission: Mission | null): string[] {
  const named: string[] = command?.action === 'takeOver' ? Object.values(command.input.pdfs) : [];
  if (command?.action === 'submitDiagnostic' && command.input.diagnostic.kind === 'file')
    named.push(command.input.diagnostic.fileId);
  if (command?.action === 'recordSignedDevis') named.push(command.input.fileId);
  if (command?.action === 'submitReport' && command.input.document.kind === 'file')
    named.push(command.input.document.fileId);
  if (command?.action === 'submitDiagnostic' || command?.action === 'proposeAmendment')
    named.push(command.input.devis.fileId);
  if (command?.action === 'depositInvoice') named.push(command.input.fileId);
  if (mission?.submission) named.push(mission.submission.diagnostic.fileId, mission.submission.devis.fileId);
  if (mission?.report) named.push(mission.report.document.fileId);
  if (mission?.openAmendment) named.push(mission.openAmendment.devis.fileId);
  return [...new Set(named)];
}
