import { membershipIn } from '../actor.ts';
import { dayOf, parisTime } from '../calendar.ts';
import { fundedPartOfFinal, subsidyOfFinal } from '../subsidy/funded.ts';
import { balanceOf } from '../subsidy/ledger.ts';
import { isExpired, type Share } from '../subsidy/share.ts';
import type { ActionName, Command } from './actions.ts';
import type { Situation } from './effects.ts';
import { type Facts, type FileFacts, missionOf } from './facts.ts';
import type { Mission } from './mission.ts';
import { consentSentence, type Outcome, type Proof, type ProofDocument, type ProofKind } from './outcome.ts';

const kindOf: Partial<Record<ActionName, ProofKind>> = {
  validate: 'validation',
  recordSignedDevis: 'handSigned',
  confirmService: 'service',
  validateAmendment: 'amendment',
  endEarly: 'ending',
  leaveShared: 'ending',
};

/** Of the proof that an action may make; undefined of one that makes none: what a record quotes is not read for it. */
export function proofKindOf(action: ActionName): ProofKind | undefined {
  return kindOf[action];
}

/** The proof of what a laureate decided; none when it leaves before anything is settled, or when staff end the mission. */
export function proofOf(outcome: Outcome, { facts, command, event }: Situation): Proof | null {
  const laureateId = facts.laureateId ?? '';
  const share = outcome.shares.find((candidate) => candidate.laureateId === laureateId);
  const mission = missionOf(facts);
  const kind = kindOf[command.action];
  const { actor } = facts;
  // Staff decide nothing in a laureate's place; what they record of a paper is a proof of its own kind.
  if (!share || !kind || !(actor.kind === 'laureate' || (actor.kind === 'staff' && kind === 'handSigned'))) return null;
  if (kind === 'ending' && share.status !== 'settled') return null;
  const entries = facts.laureates[laureateId]?.entries ?? [];
  const added = outcome.entries.filter((line) => line.laureateId === laureateId).map(({ entry }) => entry);
  return {
    id: `${mission.id}-${kind}-${event.number}`,
    kind,
    missionId: mission.id,
    laureateId,
    version: mission.versions,
    at: facts.now,
    person: {
      uid: actor.uid,
      name: actor.name,
      organisation: facts.laureates[laureateId]?.name ?? laureateId,
      ...delegationOf(facts, laureateId),
      ...identityOf(facts, laureateId),
      ...functionOf(command),
    },
    signedInAt: actor.signedInAt,
    ...circumstancesOf(facts, command),
    // A mission taken over may have come without its devis: what ends it is then bound to no bytes of ours.
    documents:
      kind === 'ending'
        ? presentFiles(mission, facts).filter(({ fileId }) => fileId === mission.submission?.devis.fileId)
        : boundFiles(mission, kind, command).map((fileId) => documentOf(facts, fileId)),
    ...amountsOf(share, kind),
    remainingBeforeCents: balanceOf(entries).remainingCents,
    remainingAfterCents: balanceOf([...entries, ...added]).remainingCents,
    settingsVersion: facts.settings.version,
    ...paperOf(facts, command),
    ...expiryOf(facts, mission, kind),
  };
}

/** What each laureate had validated before this service knew of it, as the papers say: a record, never an electronic validation. */
export function outsideProofsOf(outcome: Outcome, { facts, command, event }: Situation): Proof[] {
  if (command.action !== 'takeOver' || command.input.validated === null || facts.actor.kind !== 'staff') return [];
  const { actor, settings } = facts;
  const { validated, reason } = command.input;
  const { id: missionId, versions: version } = outcome.mission;
  return outcome.shares.map(({ laureateId, shareCents, subsidyCents }) => {
    const organisation = facts.laureates[laureateId]?.name ?? laureateId;
    const entries = facts.laureates[laureateId]?.entries ?? [];
    const remainingBeforeCents = balanceOf(entries).remainingCents;
    return {
      id: `${missionId}-outside-${laureateId}`,
      ...({ kind: 'outside', missionId, laureateId, version, at: event.at, consentVersion: 0 } as const),
      person: { uid: actor.uid, name: actor.name, organisation },
      signedInAt: actor.signedInAt,
      documents: presentFiles(outcome.mission, facts),
      ...{ shareCents, subsidyCents, remainingBeforeCents },
      remainingAfterCents: remainingBeforeCents - subsidyCents,
      settingsVersion: settings.version,
      paper: { fileId: null, signedBy: validated.by.trim(), signedOn: validated.on, recordedBy: 'staff', reason },
    };
  });
}

function presentFiles({ submission }: Mission, { files }: Facts): Proof['documents'] {
  const named = submission ? [submission.diagnostic.fileId, submission.devis.fileId] : [];
  return named.flatMap((fileId) => (files[fileId] ? [described(files[fileId])] : []));
}

function paperOf({ actor }: Facts, command: Command): Pick<Proof, 'paper'> {
  if (command.action !== 'recordSignedDevis') return {};
  const { fileId, signedBy, signedOn, reason } = command.input;
  const recordedBy = actor.kind === 'staff' ? 'staff' : 'laureate';
  return { paper: { fileId, signedBy: signedBy.trim(), signedOn, recordedBy, reason: reason.trim() } };
}

/** A devis validated after its date was validated knowingly: the page says so, and so does the proof. */
function expiryOf({ now }: Facts, { submission }: Mission, kind: ProofKind): Pick<Proof, 'devisExpiredOn'> {
  const validates = kind === 'validation' || kind === 'handSigned';
  if (!validates || submission === null || !isExpired(submission.devis, dayOf(now))) return {};
  return { devisExpiredOn: submission.devis.validUntil };
}

/** By whose word a contributor decides, while a delegation runs. */
function delegationOf({ actor }: Facts, laureateId: string): Pick<Proof['person'], 'delegatedBy'> {
  const delegatedBy = membershipIn(actor, laureateId)?.delegatedBy;
  return delegatedBy === undefined ? {} : { delegatedBy };
}

/** A proof bound to no document proves nothing: guards ask for the files first, so a missing one is a fault of the table. */
function documentOf(facts: Facts, fileId: string): ProofDocument {
  const file = facts.files[fileId];
  if (!file) throw new Error(`a proof on ${facts.missionId} needs the file ${fileId}`);
  return described(file);
}

function described({ id: fileId, sha256, size, generation }: FileFacts): ProofDocument {
  return { fileId, sha256, ...(size !== undefined && { size }), ...(generation !== undefined && { generation }) };
}

/** The person as it was then: what its account and its organisation say later may be something else. */
function identityOf({ actor, laureates }: Facts, laureateId: string): Partial<Proof['person']> {
  if (actor.kind !== 'laureate' && actor.kind !== 'staff') return {};
  const given = membershipIn(actor, laureateId)?.given;
  const siret = laureates[laureateId]?.siret;
  return {
    role: actor.kind === 'staff' ? 'staff' : 'signatory',
    ...(actor.identity && { email: actor.identity.email }),
    ...(siret !== undefined && { siret }),
    ...(given && { roleGiven: given }),
  };
}

function functionOf({ input }: Command): Pick<Proof['person'], 'function'> {
  const said = 'function' in input ? (input.function?.trim() ?? '') : '';
  return said === '' ? {} : { function: said };
}

/** How the person was recognised, what it read, what it agreed to and why. */
function circumstancesOf(
  { circumstances, now }: Facts,
  command: Command,
): Pick<Proof, 'consentVersion' | 'consentText' | 'authentication' | 'opened' | 'reason' | 'time'> {
  const consent = command.action === 'validate' ? consentSentence : null;
  const ends = command.action === 'endEarly' || command.action === 'leaveShared';
  const authentication = circumstances?.authentication;
  return {
    consentVersion: consent?.version ?? 0,
    ...(consent && { consentText: consent.text }),
    ...(authentication && { authentication }),
    ...(circumstances && { opened: circumstances.opened }),
    ...(ends && { reason: command.input.reason.trim() }),
    time: { utc: new Date(now).toISOString(), paris: parisTime(now) },
  };
}

/** What the person agreed to: the share validated, or what is paid for the work done. */
function amountsOf(share: Share, kind: ProofKind): Pick<Proof, 'shareCents' | 'subsidyCents' | 'fundedCents' | 'base'> {
  const { base } = share;
  if (kind !== 'service' && kind !== 'ending')
    return { shareCents: share.shareCents, subsidyCents: share.subsidyCents, fundedCents: share.fundedCents, base };
  const fundedCents = fundedPartOfFinal(share.finalCents, share);
  return { shareCents: share.finalCents, subsidyCents: subsidyOfFinal(share.finalCents, share), fundedCents, base };
}

function boundFiles(mission: Mission, kind: ProofKind, command: Command): string[] {
  if (kind === 'amendment') return mission.openAmendment ? [mission.openAmendment.devis.fileId] : [];
  if (kind === 'service') return mission.report ? [mission.report.document.fileId] : [];
  const paper = command.action === 'recordSignedDevis' ? [command.input.fileId] : [];
  return mission.submission ? [mission.submission.diagnostic.fileId, mission.submission.devis.fileId, ...paper] : [];
}
