import type { Command } from './actions.ts';
import type { Change } from './changes/change.ts';
import { amended, named, reported, resubmitted, submitted } from './changes/handing-in.ts';
import { everyParticipant, withoutDecisions, withParticipant } from './changes/participants.ts';
import type { Facts } from './facts.ts';
import { activeParticipants, type Mission, type MissionCore } from './mission.ts';
import { extendedTo } from './timers.ts';

const gone = ({ now }: Facts) => ({ status: 'left', leftAt: now }) as const;

/** What `command` changes of the mission as it stood; an action that only moves it changes nothing. */
export function applied(facts: Facts, command: Command, before: Mission): Change {
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
