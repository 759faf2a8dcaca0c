import type { FormName } from '../forms/form.ts';
import type { Devis } from '../subsidy/share.ts';
import type { Command, DevisInput, HandedInput } from './actions.ts';
import { versionHandedIn } from './answering.ts';
import { type Facts, missionOf } from './facts.ts';
import {
  activeParticipants,
  type HandedDocument,
  type Mission,
  type MissionCore,
  type Participant,
  type Report,
  type Submission,
  stageOf,
} from './mission.ts';
import { isLive, type MissionState } from './states.ts';
import { takenOver } from './taken-over.ts';
import { extendedTo, withDueDay } from './timers.ts';
import type { Target } from './transition.ts';

/** What an action changes besides the state; the state comes from the table. */
interface Change {
  readonly core: MissionCore;
  readonly submission: Submission | null;
  readonly report: Report | null;
}

/** The mission after `command`, which the table has allowed. Pure: the same facts give the same mission. */
export function evolve(facts: Facts, command: Command, target: Target): Mission {
  const before = start(facts, command);
  const change = applied(facts, command, before);
  const state = destination(target, before, change.core);
  const moved = facts.mission === null || state !== before.state;
  const heldFrom = state === 'on_hold' && isLive(before.state) ? (before.heldFrom ?? before.state) : null;
  const core: MissionCore = {
    ...change.core,
    since: moved ? facts.now : before.since,
    lastReminderAt: moved ? null : change.core.lastReminderAt,
    remindersFrom: moved ? null : change.core.remindersFrom,
    extendedUntil: moved ? null : change.core.extendedUntil,
    extendedAt: moved ? null : change.core.extendedAt,
    deadlinePassedAt: moved ? null : change.core.deadlinePassedAt,
    closedFrom: isSettled(state) && isLive(before.state) ? (before.heldFrom ?? before.state) : before.closedFrom,
    validatedAt:
      state === 'awaiting_report' && before.state === 'awaiting_validation' ? facts.now : change.core.validatedAt,
    openAmendment: isLive(state) ? change.core.openAmendment : null,
    laureateIds: readers(change.core),
    events: before.events + 1,
  };
  const stage = stageOf(state, { submission: change.submission, report: change.report, heldFrom });
  return withDueDay({ ...core, ...stage }, facts.settings);
}

function start(facts: Facts, command: Command): Mission {
  if (command.action === 'request') return begin(facts, command.input);
  return command.action === 'takeOver' ? takenOver(facts, command.input) : missionOf(facts);
}

/** Ends that staff may reopen: what was due is settled, and can be engaged again. */
function isSettled(state: MissionState): boolean {
  return state === 'closed' || state === 'ended_early';
}

function destination(target: Target, before: Mission, core: MissionCore): Mission['state'] {
  if (typeof target === 'string') {
    if (target === 'same' || target === 'given') return before.state;
    if (target === 'heldFrom') return before.heldFrom ?? before.state;
    if (target === 'closedFrom') return before.closedFrom ?? before.state;
    return target;
  }
  const active = activeParticipants(core);
  if ('whenAllValidated' in target)
    return active.every(({ validated }) => validated) ? target.whenAllValidated : before.state;
  if ('whenAllConfirmed' in target)
    return active.every(({ confirmed }) => confirmed) ? target.whenAllConfirmed : before.state;
  if ('alone' in target) return activeParticipants(before).length > 1 ? target.shared : target.alone;
  return target.from[before.state] ?? before.state;
}

/** The mission as it stands the moment it is asked for. */
function begin(facts: Facts, input: Extract<Command, { action: 'request' }>['input']): Mission {
  const requester = facts.laureateId ?? '';
  const known = facts.laureates[requester]?.note?.subthemes ?? [];
  const asked = [...new Set(input.subthemes)];
  const people = [...new Set([requester, ...input.shareWith])].map((laureateId): [string, Participant] => [
    laureateId,
    {
      laureateId,
      name: facts.laureates[laureateId]?.name ?? laureateId,
      status: laureateId === requester ? 'requested' : 'proposed',
      noteVersion: laureateId === requester ? (facts.laureates[laureateId]?.note?.version ?? null) : null,
      ...undecided,
    },
  ]);
  return {
    id: facts.missionId,
    needId: input.needId ?? facts.predecessor?.needId ?? facts.missionId,
    need: input.need.trim(),
    subthemes: asked,
    outsideNote: asked.filter((id) => !known.includes(id)),
    expert: { expertId: facts.expert.id, name: facts.expert.name, declarations: [] },
    participants: Object.fromEntries(people),
    laureateIds: people.map(([laureateId]) => laureateId),
    since: facts.now,
    createdAt: facts.now,
    lastReminderAt: null,
    remindersFrom: null,
    extendedUntil: null,
    extendedAt: null,
    deadlinePassedAt: null,
    dueOn: null,
    versions: 0,
    amendments: 0,
    openAmendment: null,
    reopened: 0,
    validatedAt: null,
    closedFrom: null,
    successorId: null,
    predecessorId: input.predecessorId ?? null,
    events: 0,
    state: 'awaiting_expert',
    submission: null,
    report: null,
    heldFrom: null,
  };
}

const undecided = { validated: false, confirmed: false, feedbackGiven: false, leftAt: null } as const;
const gone = ({ now }: Facts) => ({ status: 'left', leftAt: now }) as const;

function applied(facts: Facts, command: Command, before: Mission): Change {
  const { submission, report } = before;
  const keep = (core: MissionCore): Change => ({ core, submission, report });
  switch (command.action) {
    case 'join':
      return keep(
        withParticipant(before, facts, {
          status: 'joined',
          noteVersion: facts.laureates[facts.laureateId ?? '']?.note?.version ?? null,
        }),
      );
    case 'declineSharing':
      return keep(withParticipant(before, facts, { status: 'declined' }));
    case 'declareNoInterest':
      return keep(declared(before, facts));
    case 'standDown':
      return keep(stoodDown(before, facts, command.input.uid));
    case 'submitDiagnostic':
      return submitted(before, facts, command.input);
    case 'resplit':
      return resubmitted(before, facts);
    case 'retract':
    case 'sendBack':
      return keep(withoutDecisions(before));
    case 'refuse':
      return keep(
        withoutDecisions(activeParticipants(before).length > 1 ? withParticipant(before, facts, gone(facts)) : before),
      );
    case 'leaveShared': {
      // An open amendment splits the new amount with the one that leaves: it falls, and the expert proposes another.
      const left = { ...withParticipant(before, facts, gone(facts)), openAmendment: null };
      return keep(before.state === 'awaiting_validation' ? withoutDecisions(left) : left);
    }
    case 'validate':
    case 'recordSignedDevis':
      return keep(withParticipant(before, facts, { validated: true }));
    case 'confirmService':
      return keep(withParticipant(before, facts, { confirmed: true }));
    case 'giveFeedback':
      return keep(withParticipant(before, facts, { feedbackGiven: true }));
    case 'submitReport':
      return { core: before, submission, report: reported(before, facts, command.input.document) };
    case 'reopen':
      return keep({ ...everyParticipant(before, { confirmed: false }), reopened: before.reopened + 1 });
    case 'proposeAmendment': {
      const { devis, reason } = command.input;
      const number = before.amendments + 1;
      return keep({
        ...before,
        amendments: number,
        openAmendment: { number, at: facts.now, devis: named(devis), reason: reason.trim(), validatedBy: [] },
      });
    }
    case 'validateAmendment':
      return amended(before, facts);
    case 'refuseAmendment':
      return keep({ ...before, openAmendment: null });
    case 'extend':
      return keep({
        ...before,
        extendedUntil: extendedTo(before, facts.settings, facts.now, command.input.days),
        extendedAt: facts.now,
        deadlinePassedAt: null,
      });
    case 'remind':
      return keep({ ...before, lastReminderAt: facts.now });
    case 'snoozeReminders':
      return keep({ ...before, remindersFrom: command.input.until });
    case 'passDeadline':
      return keep({ ...before, deadlinePassedAt: facts.now });
    default:
      return keep(before);
  }
}

function withParticipant(core: MissionCore, facts: Facts, change: Partial<Participant>): MissionCore {
  const laureateId = facts.laureateId ?? '';
  const current = core.participants[laureateId];
  return current ? { ...core, participants: { ...core.participants, [laureateId]: { ...current, ...change } } } : core;
}

function everyParticipant(core: MissionCore, change: Partial<Participant>): MissionCore {
  const changed = Object.entries(core.participants).map(([id, one]) => [id, { ...one, ...change }] as const);
  return { ...core, participants: Object.fromEntries(changed) };
}

/** Who the mission is open to: a laureate that declined to share never was part of it; one that left keeps reading what it took part in. */
function readers(core: MissionCore): string[] {
  return Object.values(core.participants)
    .filter(({ status }) => status !== 'declined')
    .map(({ laureateId }) => laureateId);
}

/** A new version or a refusal voids the decisions taken on the old one. */
function withoutDecisions(core: MissionCore): MissionCore {
  return everyParticipant(core, { validated: false });
}

function declared(before: Mission, facts: Facts): MissionCore {
  const declaration = {
    uid: facts.actor.uid,
    name: facts.actor.name,
    at: facts.now,
    laureateIds: activeParticipants(before).map(({ laureateId }) => laureateId),
    endedAt: null,
  };
  return { ...before, expert: { ...before.expert, declarations: [...before.expert.declarations, declaration] } };
}

/** The declarations stay, with their end: whoever comes back declares again. */
function stoodDown(before: Mission, facts: Facts, uid: string): MissionCore {
  const declarations = before.expert.declarations.map((declaration) =>
    declaration.uid === uid && declaration.endedAt === null ? { ...declaration, endedAt: facts.now } : declaration,
  );
  return { ...before, expert: { ...before.expert, declarations } };
}

function submitted(
  before: Mission,
  facts: Facts,
  input: Extract<Command, { action: 'submitDiagnostic' }>['input'],
): Change {
  const version = before.versions + 1;
  const { diagnostic, devis, plannedStart, plannedEnd } = input;
  // Laureates who never answered the proposal to share are left out: the split is of those who said yes.
  const answered = Object.entries(before.participants).map(
    ([id, one]) => [id, one.status === 'proposed' ? { ...one, status: 'declined' as const } : one] as const,
  );
  return {
    core: { ...withoutDecisions({ ...before, participants: Object.fromEntries(answered) }), versions: version },
    submission: {
      version,
      at: facts.now,
      by: facts.actor.name,
      diagnostic: handed(facts, { form: 'diagnostic', document: diagnostic }, `${before.id}-diagnostic-${version}`),
      devis: named(devis),
      plannedStart,
      plannedEnd,
    },
    report: null,
  };
}

/** A devis without its amounts, which are not everybody's to read. */
function named({ fileId, number, validUntil, issuer }: DevisInput): Devis {
  return { fileId, number: number.trim(), validUntil, issuer: issuer && { ...issuer, name: issuer.name.trim() } };
}

function resubmitted(before: Mission, facts: Facts): Change {
  const version = before.versions + 1;
  const submission = before.submission ? { ...before.submission, version, at: facts.now, by: facts.actor.name } : null;
  return { core: { ...withoutDecisions(before), versions: version }, submission, report: null };
}

function reported(
  before: Mission,
  facts: Facts,
  document: Extract<Command, { action: 'submitReport' }>['input']['document'],
): Report {
  const number = (before.report?.number ?? 0) + 1;
  return {
    number,
    at: facts.now,
    by: facts.actor.name,
    document: handed(facts, { form: 'report', document }, `${before.id}-report-${number}`),
  };
}

/** A form's PDF has a name of its own before it is made, so that making it twice makes it once. */
function handed(
  facts: Facts,
  { form, document }: { readonly form: FormName; readonly document: HandedInput },
  fileId: string,
): HandedDocument {
  if (document.kind === 'file') return document;
  const { answers, formVersion } = document;
  return { kind: 'form', formVersion: versionHandedIn(facts, { form, formVersion }), answers, fileId };
}

function amended(before: Mission, facts: Facts): Change {
  const { submission, report, openAmendment } = before;
  if (openAmendment === null || submission === null) return { core: before, submission, report };
  const validatedBy = [...openAmendment.validatedBy, facts.laureateId ?? ''];
  const everyone = activeParticipants(before).every(({ laureateId }) => validatedBy.includes(laureateId));
  if (!everyone) return { core: { ...before, openAmendment: { ...openAmendment, validatedBy } }, submission, report };
  // The devis in force is a version of its own: what the pages show, prefill and bound is read from its amounts.
  const version = before.versions + 1;
  return {
    core: { ...before, openAmendment: null, versions: version },
    submission: { ...submission, version, at: openAmendment.at, devis: openAmendment.devis },
    report,
  };
}
