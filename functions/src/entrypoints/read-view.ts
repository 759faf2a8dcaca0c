import type { Firestore } from 'firebase-admin/firestore';
import { signInFirst } from '../domain/access/policy.ts';
import type { Actor, SignedInActor } from '../domain/actor.ts';
import type { Instant } from '../domain/calendar.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { View, ViewName, ViewRequest } from '../domain/views.ts';
import { apiTokensView } from '../store/api-access/tokens.ts';
import { archiveView } from '../store/archives/asking.ts';
import type { Watched } from '../store/health/reading.ts';
import { savedViewsView } from '../store/lists/saved-views.ts';
import { notesView } from '../store/notes/notes.ts';
import { expertInvitationView } from '../store/people/expert-invitations.ts';
import { accessesView } from '../store/views/accesses.ts';
import { contactView } from '../store/views/contact.ts';
import { dossierView } from '../store/views/dossier.ts';
import { expertsView } from '../store/views/expert-list.ts';
import { expertFileView, expertView } from '../store/views/experts.ts';
import { expertsForNeedView } from '../store/views/experts-for-need.ts';
import { figuresView } from '../store/views/figures.ts';
import { formFileView, formsView, registrationFormView } from '../store/views/forms.ts';
import { healthView } from '../store/views/health.ts';
import { laureateView, meView, staffView } from '../store/views/homes.ts';
import { incidentsView } from '../store/views/incidents.ts';
import { laureateFileView } from '../store/views/laureate-file.ts';
import { laureateChoicesView, laureateHeaderView, laureatesView } from '../store/views/laureate-list.ts';
import { laureateMailsView } from '../store/views/laureate-mails.ts';
import { messagesView } from '../store/views/messages.ts';
import { missionView } from '../store/views/mission.ts';
import { missionBoardView, missionsView } from '../store/views/mission-list.ts';
import { erasuresView, myDataView } from '../store/views/my-data.ts';
import { peopleView } from '../store/views/people.ts';
import { programmeLedgerView } from '../store/views/programme-ledger.ts';
import { proofView } from '../store/views/proof.ts';
import { scopingNotesView } from '../store/views/scoping-notes.ts';
import { settingsView } from '../store/views/settings.ts';
import { partnersView, sharedNeedsView, sharersView } from '../store/views/sharing.ts';
import { subsidyView } from '../store/views/subsidy.ts';
import { subsidyFileView } from '../store/views/subsidy-file.ts';
import { summariesView, summaryView } from '../store/views/summaries.ts';
import { templatesView, templateView } from '../store/views/templates.ts';
import { transferPlanView } from '../store/views/transfer-plan.ts';
import { warn } from './warn.ts';

type RequestOf<Name extends ViewName> = Extract<ViewRequest, { readonly name: Name }>;

/** What a view is read with. */
interface Reading<Name extends ViewName> {
  readonly database: Firestore;
  readonly input: RequestOf<Name>;
  readonly now: Instant;
  readonly isStamped: boolean;
  /** The same, and what this deployment has. */
  readonly watched: Watched;
}

type Answer<Name extends ViewName> = Promise<Extract<View, { readonly name: Name }> | Refusal>;

type OpenName = 'registrationForm' | 'contact' | 'expertInvitation';
type OwnName = Exclude<ViewName, OpenName>;

/** Those that anybody reads, signed in or not. */
const openViews: { readonly [Name in OpenName]: (reading: Reading<Name>) => Answer<Name> } = {
  registrationForm: async ({ database }) => named('registrationForm', await registrationFormView(database)),
  contact: async ({ database }) => named('contact', await contactView(database)),
  expertInvitation: async ({ database, input, now }) =>
    named('expertInvitation', await expertInvitationView(database, { ...input, now })),
};

interface OwnReading<Name extends OwnName> extends Reading<Name> {
  readonly actor: SignedInActor;
}

/** Those whose reader must be known; each asks the policy. */
const ownViews: { readonly [Name in OwnName]: (reading: OwnReading<Name>) => Answer<Name> } = {
  me: async ({ database, actor }) => named('me', await meView(database, actor)),
  laureate: async ({ database, actor, input, now }) =>
    named('laureate', await laureateView(database, actor, { ...input, now })),
  mission: async ({ database, actor, input, now }) =>
    named('mission', await missionView(database, actor, { ...input, now })),
  proof: async ({ database, actor, input }) => named('proof', await proofView(database, actor, input.proofId)),
  dossier: async ({ database, actor, input, now }) =>
    named('dossier', await dossierView(database, actor, { ...input, now })),
  subsidy: async ({ database, actor, input, now }) =>
    named('subsidy', await subsidyView(database, actor, { ...input, now })),
  subsidyFile: async ({ database, actor, input, now }) =>
    named('subsidyFile', await subsidyFileView(database, actor, { ...input, now })),
  people: async ({ database, actor, input, now }) =>
    named('people', await peopleView(database, actor, { ...input, now })),
  accesses: async ({ database, actor, input, now }) =>
    named('accesses', await accessesView(database, actor, { ...input, now })),
  partners: async ({ database, actor, input }) =>
    named('partners', await partnersView(database, actor, input.laureateId)),
  sharedNeeds: async ({ database, actor, input }) =>
    named('sharedNeeds', await sharedNeedsView(database, actor, input.laureateId)),
  sharers: async ({ database, actor, input }) => named('sharers', await sharersView(database, actor, input)),
  expertsForNeed: async ({ database, actor, input, now }) =>
    named('expertsForNeed', await expertsForNeedView(database, actor, { ...input, now, warn })),
  expert: async ({ database, actor, now }) => named('expert', await expertView(database, actor, now)),
  staff: async ({ database, actor, input, now }) => named('staff', await staffView(database, actor, { ...input, now })),
  missions: async ({ database, actor, input, now }) =>
    named('missions', await missionsView(database, actor, { ...input, now })),
  laureates: async ({ database, actor, input }) => named('laureates', await laureatesView(database, actor, input)),
  experts: async ({ database, actor, input }) => named('experts', await expertsView(database, actor, input)),
  missionBoard: async ({ database, actor, input, now }) =>
    named('missionBoard', await missionBoardView(database, actor, { ...input, now })),
  savedViews: async ({ database, actor }) => named('savedViews', await savedViewsView(database, actor)),
  laureateChoices: async ({ database, actor }) => named('laureateChoices', await laureateChoicesView(database, actor)),
  laureateHeader: async ({ database, actor, input }) =>
    named('laureateHeader', await laureateHeaderView(database, actor, input)),
  laureateMails: async ({ database, actor, input }) => {
    // The words of every mail: thirty kilobytes that no other view pays.
    const { subjectOf } = await import('../mail/render.ts');
    return named('laureateMails', await laureateMailsView(database, actor, { ...input, subjectOf }));
  },
  programmeLedger: async ({ database, actor, input }) =>
    named('programmeLedger', await programmeLedgerView(database, actor, input)),
  scopingNotes: async ({ database, actor, input }) =>
    named('scopingNotes', await scopingNotesView(database, actor, input.laureateId)),
  expertFile: async ({ database, actor, input }) =>
    named('expertFile', await expertFileView(database, actor, input.expertId)),
  laureateFile: async ({ database, actor, input }) =>
    named('laureateFile', await laureateFileView(database, actor, input)),
  transferPlan: async ({ database, actor, input, now }) =>
    named('transferPlan', await transferPlanView(database, actor, { ...input, now })),
  notes: async ({ database, actor, input }) => named('notes', await notesView(database, actor, input)),
  archive: async ({ database, actor, input }) => named('archive', await archiveView(database, actor, input.scope)),
  templates: async ({ database, actor }) => named('templates', await templatesView(database, actor)),
  template: async ({ database, actor, input }) => {
    // Twenty kilobytes that no other view pays.
    const { templateSources } = await import('../documents/template-sources.generated.ts');
    const builtIn = templateSources[input.template];
    return named('template', await templateView(database, actor, { ...input, builtIn }));
  },
  messages: async ({ database, actor, input, now }) =>
    named('messages', await messagesView(database, actor, { ...input, now })),
  myData: async ({ database, actor }) => named('myData', await myDataView(database, actor)),
  erasures: async ({ database, actor }) => named('erasures', await erasuresView(database, actor)),
  incidents: async ({ database, actor, now, isStamped }) =>
    named('incidents', await incidentsView(database, actor, { isStamped, now })),
  health: async ({ database, actor, watched }) => named('health', await healthView(database, actor, watched)),
  summaries: async ({ database, actor, now }) => named('summaries', await summariesView(database, actor, now)),
  summary: async ({ database, actor, input, now }) =>
    named('summary', await summaryView(database, actor, { ...input, now, warn })),
  figures: async ({ database, actor }) => named('figures', await figuresView(database, actor)),
  apiTokens: async ({ database, actor, now }) => named('apiTokens', await apiTokensView(database, actor, now)),
  settings: async ({ database, actor }) => named('settings', await settingsView(database, actor)),
  forms: async ({ database, actor }) => named('forms', await formsView(database, actor)),
  formFile: async ({ database, actor, input }) => named('formFile', await formFileView(database, actor, input)),
};

/** What a page asks to read, for this reader, at this moment. */
export async function readView(
  database: Firestore,
  actor: Actor,
  { input, watched }: { readonly input: ViewRequest; readonly watched: Watched },
): Promise<View | Refusal> {
  const { now, isStamped } = watched;
  const place = { database, now, isStamped, watched };
  if (isOpen(input)) return readOpen(input.name, { ...place, input });
  if (actor.kind === 'anonymous') return signInFirst;
  return readOwn(input.name, { ...place, input, actor });
}

function isOpen(input: ViewRequest): input is RequestOf<OpenName> {
  return Object.hasOwn(openViews, input.name);
}

function readOpen<Name extends OpenName>(name: Name, reading: Reading<Name>): Answer<Name> {
  return openViews[name](reading);
}

function readOwn<Name extends OwnName>(name: Name, reading: OwnReading<Name>): Answer<Name> {
  return ownViews[name](reading);
}

function named<const Name extends ViewName, Value extends object>(
  name: Name,
  value: Value | Refusal,
): ({ name: Name } & Value) | Refusal {
  return isRefusal(value) ? value : { name, ...value };
}
