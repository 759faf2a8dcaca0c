import type { DocumentSnapshot, Firestore, Query, Timestamp, Transaction } from 'firebase-admin/firestore';
import type { SignedInActor } from '../../domain/actor.ts';
import { dayOf } from '../../domain/calendar.ts';
import { interestsThatStop } from '../../domain/experts/registration.ts';
import { entityOn } from '../../domain/laureates/laureate.ts';
import type { Command } from '../../domain/missions/actions.ts';
import { answeringOf } from '../../domain/missions/answering.ts';
import type { AskedBy } from '../../domain/missions/behalf.ts';
import type { Facts, FileFacts, Grant, LaureateFacts } from '../../domain/missions/facts.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import { proofKindOf } from '../../domain/missions/proof.ts';
import { transitionOf } from '../../domain/missions/transitions.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { baseOn } from '../../domain/subsidy/funded.ts';
import { invoiceNumberKey } from '../../domain/subsidy/invoice.ts';
import type { Share } from '../../domain/subsidy/share.ts';
import { experts } from '../collections/experts.ts';
import { files } from '../collections/files.ts';
import { takenForms } from '../collections/forms.ts';
import { grants } from '../collections/grants.ts';
import { INVOICES, invoices } from '../collections/invoices.ts';
import { laureates } from '../collections/laureates.ts';
import { type LedgerHead, ledgerHeads, ledgerOf } from '../collections/ledger.ts';
import { missions, ofNeed } from '../collections/missions.ts';
import { shares } from '../collections/shares.ts';
import { amendments, submissions } from '../collections/submissions.ts';
import { readLedger } from '../laureates/ledger-reading.ts';
import { readCircumstances } from '../proofs/circumstances.ts';
import type { Caller } from '../sign-in/sign-in.ts';

export interface Asked {
  readonly now: number;
  readonly actor: SignedInActor;
  readonly missionId: string;
  readonly laureateId: string | null;
  readonly onBehalf: boolean;
  readonly askedBy?: AskedBy | null | undefined;
  readonly settings: ProgrammeSettings;
  /** Where the call came from; none of the ones that no call makes. */
  readonly from?: Caller | undefined;
}

/** The facts of a decision, and the state of each document it rests on: what the commit's preconditions compare. */
export interface Gathered {
  readonly facts: Facts;
  readonly heads: ReadonlyMap<string, LedgerHead | null>;
  readonly updated: ReadonlyMap<string, Timestamp | null>;
}

/** Whose ledger to read: everyone's, the one that decides, or nobody's. Each entry costs a read, so the table's guards say which. */
export type LedgerScope = 'all' | 'own' | 'none';

export function ledgerScope(action: Command['action']): LedgerScope {
  const { guards } = transitionOf(action);
  if (guards.includes('ledgersHold')) return 'all';
  return guards.includes('ledgerHolds') ? 'own' : 'none';
}

/**
 * Reads everything one decision needs in one consistent, read-only snapshot (no lock: fifty readers do not wait for each other). Reads: the
 * mission, its laureates, expert, shares, named files and grants, one each, plus the entries of the ledgers in `scope`
 * and, for an act that makes a proof, what it quotes.
 */
export function gather(
  firestore: Firestore,
  asked: Asked,
  command: Command | null,
  scope: LedgerScope,
): Promise<Gathered> {
  return firestore.runTransaction((transaction) => new Reader(firestore, transaction).gather(asked, command, scope), {
    readOnly: true,
  });
}

class Reader {
  readonly #firestore: Firestore;
  readonly #transaction: Transaction;
  readonly #updated = new Map<string, Timestamp | null>();
  readonly #heads = new Map<string, LedgerHead | null>();
  /** The paths of the next request, until the turn ends. */
  #together: { readonly paths: Set<string>; readonly read: Promise<Map<string, DocumentSnapshot>> } | null = null;

  constructor(firestore: Firestore, transaction: Transaction) {
    this.#firestore = firestore;
    this.#transaction = transaction;
  }

  async gather(asked: Asked, command: Command | null, scope: LedgerScope): Promise<Gathered> {
    const [missionSnapshot] =
      command?.action === 'request' ? [] : await this.#documents([missions.path(asked.missionId)]);
    const mission = missionSnapshot ? missions.read(missionSnapshot) : null;
    const involved = involvedLaureates(asked, command, mission);
    const [
      people,
      expert,
      shareList,
      fileList,
      grantList,
      submitted,
      amendment,
      invoiceList,
      predecessor,
      sameNeed,
      taken,
      circumstances,
    ] = await Promise.all([
      this.#laureates(involved, scope, asked),
      this.#expert(
        command && 'expertId' in command.input ? command.input.expertId : (mission?.expert.expertId ?? null),
      ),
      this.#shares(mission),
      this.#files(filesOf(command, mission)),
      this.#grants(asked.actor, mission),
      this.#submitted(mission),
      this.#amendment(mission),
      this.#invoices(mission, command),
      this.#predecessor(command),
      this.#sameNeed(command),
      this.#takenForms(command),
      this.#circumstances(asked.actor, command, mission),
    ]);
    const facts: Facts = {
      ...asked,
      mission,
      predecessor,
      sameNeed,
      laureates: people,
      expert,
      files: fileList,
      shares: shareList,
      submitted,
      amendment,
      grants: grantList,
      invoices: invoiceList,
      takenForms: taken,
      circumstances,
    };
    return { facts, heads: this.#heads, updated: this.#updated };
  }

  /** Two queries at most, and only where something rests on them: nothing is invoiced before a devis is validated. */
  async #invoices(mission: Mission | null, command: Command | null): Promise<Facts['invoices']> {
    if (mission === null || mission.validatedAt === null || !restsOnInvoices(command)) return {};
    const firestore = this.#firestore;
    const ofMission = firestore.collection(INVOICES).where('missionId', '==', mission.id);
    const found = [await this.#transaction.get(ofMission)];
    if (command?.action === 'depositInvoice') {
      const numberKey = invoiceNumberKey(command.input.number);
      const ofNumber = firestore
        .collection(INVOICES)
        .where('expertId', '==', mission.expert.expertId)
        .where('numberKey', '==', numberKey);
      found.push(await this.#transaction.get(ofNumber));
    }
    const snapshots = found.flatMap(({ docs }) => docs);
    for (const snapshot of snapshots) this.#updated.set(snapshot.ref.path, snapshot.updateTime);
    return Object.fromEntries(invoices.list(snapshots).map((invoice) => [invoice.id, invoice]));
  }

  /**
   * 1 query, for what hands in answers. The commit does not rest on it: who answers the form that staff replace at that instant is taken all the same,
   * as whoever answers the version before.
   */
  async #takenForms(command: Command | null): Promise<Facts['takenForms']> {
    const answering = command && answeringOf(command);
    if (!answering) return {};
    return { [answering.form]: await takenForms(this.#firestore, answering.form, this.#transaction) };
  }

  /** Read as what the commit rests on: of two missions that would follow it, one does. */
  async #predecessor(command: Command | null): Promise<Mission | null> {
    const id = command?.action === 'request' ? command.input.predecessorId : null;
    const [snapshot] = id ? await this.#documents([missions.path(id)]) : [];
    return snapshot ? missions.read(snapshot) : null;
  }

  /** One query, for the requests that name a need. The commit does not rest on it: whoever leaves at that instant asked before leaving. */
  async #sameNeed(command: Command | null): Promise<Mission[]> {
    if (command?.action !== 'request' || command.input.needId === null) return [];
    const { docs } = await this.#transaction.get(ofNeed(this.#firestore, command.input.needId));
    return missions.list(docs);
  }

  /** What a proof quotes: one query beside the ledger's, and a document among those read together. Nothing rests on it. */
  async #circumstances(actor: SignedInActor, command: Command | null, mission: Mission | null) {
    if (command === null || proofKindOf(command.action) === undefined || actor.kind !== 'laureate') return null;
    const documents = (paths: readonly string[]) => this.#documents(paths);
    return readCircumstances(
      this.#firestore,
      { transaction: this.#transaction, documents },
      actor,
      filesOf(command, mission),
    );
  }

  /**
   * Whatever is asked for in the same turn of the event loop goes in one request: a decision takes two of them besides its ledgers, not ten.
   * Reads are billed by the document either way; a request costs some milliseconds of the processor that decisions at once share.
   */
  async #documents(paths: readonly string[]): Promise<DocumentSnapshot[]> {
    if (paths.length === 0) return [];
    this.#together ??= { paths: new Set(), read: Promise.resolve().then(() => this.#readTogether()) };
    const { read, paths: asked } = this.#together;
    for (const path of paths) asked.add(path);
    const found = await read;
    return paths.flatMap((path) => found.get(path) ?? []);
  }

  async #readTogether(): Promise<Map<string, DocumentSnapshot>> {
    const paths = [...(this.#together?.paths ?? [])];
    this.#together = null;
    const snapshots = await this.#transaction.getAll(...paths.map((path) => this.#firestore.doc(path)));
    for (const snapshot of snapshots) this.#updated.set(snapshot.ref.path, snapshot.updateTime ?? null);
    return new Map(snapshots.map((snapshot) => [snapshot.ref.path, snapshot]));
  }

  async #laureates(
    ids: readonly string[],
    scope: LedgerScope,
    { laureateId: ownId, now }: Asked,
  ): Promise<Record<string, LaureateFacts>> {
    const today = dayOf(now);
    const read = await Promise.all(
      ids.map(async (laureateId): Promise<LaureateFacts[]> => {
        const wanted = scope === 'all' || (scope === 'own' && laureateId === ownId);
        const [[snapshot], account] = await Promise.all([
          this.#documents([laureates.path(laureateId)]),
          wanted ? this.#ledger(laureateId) : { entries: [], ledgerHolds: true },
        ]);
        const laureate = snapshot ? laureates.read(snapshot) : null;
        if (laureate === null) return [];
        const { id, name, status, note, legalEntities, openToSharing } = laureate;
        const facts = { id, name, status, note, openToSharing: openToSharing !== null };
        const siret = entityOn({ legalEntities }, today)?.siret;
        return [{ ...facts, fundedBase: baseOn(legalEntities, today), siret, ...account }];
      }),
    );
    return Object.fromEntries(read.flat().map((laureate) => [laureate.id, laureate]));
  }

  async #ledger(laureateId: string): Promise<Pick<LaureateFacts, 'entries' | 'ledgerHolds'>> {
    const query: Query = this.#firestore.collection(ledgerOf(laureateId));
    const [{ docs }, [headSnapshot]] = await Promise.all([
      this.#transaction.get(query),
      this.#documents([ledgerHeads.path(laureateId)]),
    ]);
    if (!headSnapshot) throw new Error(`the head of ${laureateId} was not read`);
    const { entries, head, fault } = readLedger(docs, headSnapshot);
    this.#heads.set(laureateId, head);
    return { entries, ledgerHolds: fault === null };
  }

  async #expert(expertId: string | null): Promise<Facts['expert']> {
    const [snapshot] = expertId === null ? [] : await this.#documents([experts.path(expertId)]);
    const expert = snapshot ? experts.read(snapshot) : null;
    return expert
      ? {
          id: expert.id,
          name: expert.company,
          state: expert.state,
          published: expert.published,
          mayBeCommissioned: expert.mayBeCommissioned,
          interests: interestsThatStop(expert),
        }
      : {
          id: expertId ?? 'unknown',
          name: 'Cet expert',
          state: 'submitted',
          published: false,
          mayBeCommissioned: false,
          interests: [],
        };
  }

  async #shares(mission: Mission | null): Promise<Record<string, Share>> {
    const paths = mission ? mission.laureateIds.map((laureateId) => shares.path(laureateId, mission.id)) : [];
    const found = (await this.#documents(paths)).flatMap((snapshot) => shares.read(snapshot) ?? []);
    return Object.fromEntries(found.map((share) => [share.laureateId, share]));
  }

  async #files(ids: readonly string[]): Promise<Record<string, FileFacts>> {
    const found = (await this.#documents(ids.map((fileId) => files.path(fileId)))).flatMap(
      (snapshot) => files.read(snapshot) ?? [],
    );
    return Object.fromEntries(found.map((file) => [file.id, file]));
  }

  async #grants(actor: SignedInActor, mission: Mission | null): Promise<Grant[]> {
    if (mission === null) return [];
    const uids = new Set(mission.expert.declarations.map(({ uid }) => uid));
    if (actor.kind === 'expert') uids.add(actor.uid);
    const paths = mission.laureateIds.flatMap((laureateId) => [...uids].map((uid) => grants.path(laureateId, uid)));
    return (await this.#documents(paths)).flatMap((snapshot) => grants.read(snapshot) ?? []);
  }

  async #submitted(mission: Mission | null): Promise<Facts['submitted']> {
    if (mission === null || mission.submission === null) return null;
    const [snapshot] = await this.#documents([submissions.path(mission.id, String(mission.submission.version))]);
    return snapshot ? submissions.read(snapshot) : null;
  }

  async #amendment(mission: Mission | null): Promise<Facts['amendment']> {
    if (mission === null || mission.openAmendment === null) return null;
    const [snapshot] = await this.#documents([amendments.path(mission.id, String(mission.openAmendment.number))]);
    return snapshot ? amendments.read(snapshot) : null;
  }
}

/** A page shows them; of the actions, the table's own words tell which rest on them. */
function restsOnInvoices(command: Command | null): boolean {
  if (command === null || command.action === 'depositInvoice') return true;
  const { guards } = transitionOf(command.action);
  return guards.includes('hasAnInvoice') || guards.includes('nothingPaid');
}

function involvedLaureates(asked: Asked, command: Command | null, mission: Mission | null): string[] {
  const proposed = command?.action === 'request' ? command.input.shareWith : sharesTakenOver(command);
  const own = asked.laureateId === null ? [] : [asked.laureateId];
  return [...new Set([...own, ...(mission?.laureateIds ?? []), ...proposed])];
}

function sharesTakenOver(command: Command | null): string[] {
  return command?.action === 'takeOver' ? Object.keys(command.input.shares) : [];
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
