import type { SignedInActor } from '../../functions/src/domain/actor.ts';
import { dayOf, type Instant } from '../../functions/src/domain/calendar.ts';
import { noExpertFilter } from '../../functions/src/domain/lists/experts.ts';
import { noLaureateFilter } from '../../functions/src/domain/lists/laureates.ts';
import { noMissionFilter } from '../../functions/src/domain/lists/missions.ts';
import { LARGEST_PAGE } from '../../functions/src/domain/lists/page.ts';
import { periodOf } from '../../functions/src/domain/summaries/periods.ts';
import type { View, ViewRequest } from '../../functions/src/domain/views.ts';

/** Whose pages are looked at: the same people, however large the programme around them. */
export interface Readers {
  readonly now: Instant;
  readonly staff: SignedInActor;
  readonly signatory: SignedInActor;
  readonly expert: SignedInActor;
  readonly laureateId: string;
  readonly expertId: string;
  readonly missionId: string;
  readonly otherLaureateId: string;
  readonly proofId: string;
}

/**
 * How what a page reads may follow the programme. `not`: it is of one organisation or of a setting. `lists`: a read for five hundred lines of the three
 * lists. A number: never more than that many, whatever there is.
 */
export type Growth = 'not' | 'lists' | number;

export interface Page {
  readonly reader: SignedInActor;
  readonly input: ViewRequest;
  readonly grows: Growth;
  /** Of its answer, before it is compressed: for what is opened the most, and on the slowest networks. */
  readonly mostKB?: number;
}

type Pages = { readonly [Name in View['name']]: Page & { readonly input: { readonly name: Name } } };

/** Of what a laureate's home waits for: itself, and whom it may share with. Measured at 1 080 laureates: 2.8 and 0.9. */
const HOME_KB = 10;
const NEEDS_KB = 3;

const firstPage = { descending: false, after: null, before: null, size: 25 } as const;

/** Every view, so that one that is added is measured from the day it exists. */
export function pagesOf(readers: Readers): Pages {
  const { laureateId, expertId, missionId } = readers;
  const ofStaff = <const Input extends ViewRequest>(input: Input, grows: Growth = 'not') => ({
    ...{ reader: readers.staff, input, grows },
  });
  const ofLaureate = <const Input extends ViewRequest>(input: Input) => ({
    ...{ reader: readers.signatory, input, grows: 'not' as const },
  });
  const missionPage = { ...firstPage, sort: 'since' } as const;
  return {
    expertInvitation: ofLaureate({ name: 'expertInvitation', invitation: 'of-nobody' }),
    me: ofLaureate({ name: 'me' }),
    laureate: { ...ofLaureate({ name: 'laureate', laureateId }), mostKB: HOME_KB },
    mission: ofLaureate({ name: 'mission', missionId, laureateId }),
    dossier: ofLaureate({ name: 'dossier', laureateId }),
    proof: ofStaff({ name: 'proof', proofId: readers.proofId }),
    partners: { ...ofLaureate({ name: 'partners', laureateId }), grows: 'lists' },
    sharedNeeds: { ...ofLaureate({ name: 'sharedNeeds', laureateId }), grows: 'lists', mostKB: NEEDS_KB },
    sharers: { ...ofLaureate({ name: 'sharers', laureateId, subtheme: '4.2' }), grows: 'lists' },
    expertsForNeed: ofLaureate({
      ...{ name: 'expertsForNeed', laureateId, subthemes: ['4.2'], words: '', chosenIds: [], page: 0 },
    }),
    scopingNotes: ofLaureate({ name: 'scopingNotes', laureateId }),
    expert: { reader: readers.expert, input: { name: 'expert' }, grows: 'not' },
    // Tasks are read by the hundred, and a page holds fifty.
    staff: ofStaff({ name: 'staff', whose: 'all', after: null }, 200),
    missions: ofStaff({ name: 'missions', filters: noMissionFilter, page: missionPage }, 'lists'),
    // Six cards for each state, with a share for each laureate of theirs, and the lists.
    missionBoard: ofStaff({ name: 'missionBoard', filters: noMissionFilter }, 250),
    savedViews: ofStaff({ name: 'savedViews' }),
    apiTokens: ofStaff({ name: 'apiTokens' }),
    laureates: ofStaff({ name: 'laureates', filters: noLaureateFilter, page: { ...firstPage, sort: 'name' } }, 'lists'),
    experts: ofStaff({ name: 'experts', filters: noExpertFilter, page: { ...firstPage, sort: 'company' } }, 'lists'),
    laureateChoices: ofStaff({ name: 'laureateChoices' }, 'lists'),
    laureateHeader: ofStaff({ name: 'laureateHeader', laureateId }),
    laureateMails: ofStaff({ name: 'laureateMails', laureateId, before: null }),
    // A page of an export, and what names its lines.
    programmeLedger: ofStaff({ name: 'programmeLedger', after: null }, LARGEST_PAGE + 50),
    expertFile: ofStaff({ name: 'expertFile', expertId }),
    subsidy: ofLaureate({ name: 'subsidy', laureateId }),
    laureateFile: ofStaff({ name: 'laureateFile', laureateId }),
    transferPlan: ofStaff({ name: 'transferPlan', laureateId, intoId: readers.otherLaureateId }),
    notes: ofStaff({ name: 'notes', about: { kind: 'laureate', id: laureateId } }),
    incidents: ofStaff({ name: 'incidents' }),
    health: ofStaff({ name: 'health' }),
    summaries: ofStaff({ name: 'summaries' }),
    summary: ofStaff({ name: 'summary', period: periodOf('week', dayOf(readers.now)).id }),
    settings: ofStaff({ name: 'settings' }),
    figures: ofStaff({ name: 'figures' }),
    registrationForm: ofStaff({ name: 'registrationForm' }),
    contact: ofStaff({ name: 'contact' }),
    forms: ofStaff({ name: 'forms' }),
    formFile: ofStaff({ name: 'formFile', form: 'registration', version: null }),
    messages: ofLaureate({ name: 'messages', missionId }),
    myData: ofLaureate({ name: 'myData' }),
    // The last hundred, and what each that waits needs to be judged.
    erasures: ofStaff({ name: 'erasures' }, 500),
    archive: ofStaff({ name: 'archive', scope: { kind: 'programme' } }),
    templates: ofStaff({ name: 'templates' }),
    template: ofStaff({ name: 'template', template: 'diagnostic' }),
    subsidyFile: ofStaff({ name: 'subsidyFile', laureateId }),
    people: ofLaureate({ name: 'people', organisation: { kind: 'laureate', laureateId } }),
    accesses: ofLaureate({ name: 'accesses', laureateId, before: null }),
  };
}
