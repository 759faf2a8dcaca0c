import { DAY } from '../../calendar.ts';
import type { ActionName } from '../actions.ts';
import type { Role } from '../facts.ts';
import type { MissionState } from '../states.ts';
import { requested, upTo } from './journeys.ts';
import { colleague, contributor, expert, type Person, signatory, staff, staffFor, system } from './people.ts';
import { Story } from './story.ts';
import { atDeadline, pastDeadline, whenDue } from './waiting.ts';

export interface Occasion {
  readonly story: Story;
  readonly person: Person;
}

const people: Record<Role, Person> = {
  signatory: signatory('atelier'),
  contributor: contributor('atelier'),
  expert,
  staff,
  system,
};

/** Where an action asks for more than its state: how that comes about. Others succeed on the plain road to the state. */
const special: Partial<Record<ActionName, (state: MissionState, role: Role) => Occasion>> = {
  join: proposedTo,
  declineSharing: proposedTo,
  declareNoInterest: (state) => ({ story: upTo(state), person: colleague }),
  recordSignedDevis: (state, role) => ({
    story: upTo(state),
    person: role === 'staff' ? staffFor('atelier') : people[role],
  }),
  resplit: (state) => ({ story: upTo(state, requested('bocal')), person: expert }),
  leaveShared: (state) => ({ story: upTo(state, requested('bocal')), person: signatory('bocal') }),
  // Before validation the laureate may still cancel, even on hold.
  cancel: (state, role) => {
    if (state !== 'on_hold' || role !== 'signatory') return { story: upTo(state), person: people[role] };
    const story = upTo('awaiting_diagnostic');
    story.play(staff, 'hold');
    return { story, person: people.signatory };
  },
  validateAmendment: (state) => ({ story: amended(state), person: people.signatory }),
  refuseAmendment: (state) => ({ story: amended(state), person: people.signatory }),
  remind: (state, role) => ({ story: whenDue(upTo(state)), person: people[role] }),
  passDeadline: (state) => ({ story: atDeadline(upTo(state)), person: system }),
  expire: (state) => ({ story: whenDue(pastDeadline(upTo(state))), person: system }),
  depositInvoice: (state) => ({ story: state === 'cancelled' ? cancelledAfterOneLeft() : upTo(state), person: expert }),
  recordPayment: (state, role) => settledInvoice(state, role),
  recordUnpaid: (state, role) => settledInvoice(state, role),
  cancelPayment: (state, role) => {
    const found = settledInvoice(state, role);
    found.story.play(found.person, 'recordPayment');
    return found;
  },
};

/** A moment at which `role` may take `action` in `state`: the twin of every denial. */
export function occasion(action: ActionName, state: MissionState | 'start', role: Role): Occasion {
  if (state === 'start') return { story: new Story(), person: people[role] };
  return special[action]?.(state, role) ?? { story: upTo(state), person: people[role] };
}

/** `bocal` is proposed to share and has not answered. */
function proposedTo(state: MissionState): Occasion {
  const story = new Story();
  story.play(signatory('atelier'), 'request', { shareWith: ['bocal'] });
  return { story: upTo(state, story), person: signatory('bocal') };
}

/** An invoice to a laureate whose share is settled: of a mission that goes on or is cancelled, to `bocal`, which left after a part of the work. */
function settledInvoice(state: MissionState, role: Role): Occasion {
  if (state === 'closed' || state === 'ended_early') {
    const story = upTo(state);
    story.play(expert, 'depositInvoice');
    return { story, person: people[role] };
  }
  const story = state === 'cancelled' ? cancelledAfterOneLeft() : oneLeft();
  story.play(expert, 'depositInvoice', { laureateId: 'bocal' });
  if (state === 'awaiting_confirmation') story.play(expert, 'submitReport');
  return { story, person: role === 'signatory' ? signatory('bocal') : people[role] };
}

function oneLeft(): Story {
  const story = upTo('awaiting_report', requested('bocal'));
  story.play(signatory('bocal'), 'leaveShared', { finalCents: 1_000_00 });
  return story;
}

function cancelledAfterOneLeft(): Story {
  const story = oneLeft();
  story.play(staff, 'cancel');
  return story;
}

function amended(state: MissionState): Story {
  const story = upTo(state).later(DAY);
  story.play(expert, 'proposeAmendment');
  return story;
}
