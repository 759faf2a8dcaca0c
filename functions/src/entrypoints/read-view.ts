import type { Firestore } from 'firebase-admin/firestore';
import { signInFirst } from '../domain/access/policy.ts';
import type { Actor } from '../domain/actor.ts';
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

/** What a view rests on besides its request: when, and what this deployment has. */
export async function readView(
  database: Firestore,
  actor: Actor,
  { input, watched }: { readonly input: ViewRequest; readonly watched: Watched },
): Promise<View | Refusal> {
  const { now, isStamped } = watched;
  if (input.name === 'registrationForm') return named('registrationForm', await registrationFormView(database));
  if (input.name === 'contact') return named('contact', await contactView(database));
  if (input.name === 'expertInvitation') {
    return named('expertInvitation', await expertInvitationView(database, { ...input, now }));
  }
  if (actor.kind === 'anonymous') return signInFirst;
  switch (input.name) {
    case 'me':
      return named('me', await meView(database, actor));
    case 'laureate':
      return named('laureate', await laureateView(database, actor, { ...input, now }));
    case 'mission':
      return named('mission', await missionView(database, actor, { ...input, now }));
    case 'proof':
      return named('proof', await proofView(database, actor, input.proofId));
    case 'dossier':
      return named('dossier', await dossierView(database, actor, { ...input, now }));
    case 'subsidy':
      return named('subsidy', await subsidyView(database, actor, { ...input, now }));
    case 'subsidyFile':
      return named('subsidyFile', await subsidyFileView(database, actor, { ...input, now }));
    case 'people':
      return named('people', await peopleView(database, actor, { ...input, now }));
    case 'accesses':
      return named('accesses', await accessesView(database, actor, { ...input, now }));
    case 'partners':
      return named('partners', await partnersView(database, actor, input.laureateId));
    case 'sharedNeeds':
      return named('sharedNeeds', await sharedNeedsView(database, actor, input.laureateId));
    case 'sharers':
      return named('sharers', await sharersView(database, actor, input));
    case 'expertsForNeed':
      return named('expertsForNeed', await expertsForNeedView(database, actor, { ...input, now, warn }));
    case 'expert':
      return named('expert', await expertView(database, actor, now));
    case 'staff':
      return named('staff', await staffView(database, actor, { ...input, now }));
    case 'missions':
      return named('missions', await missionsView(database, actor, { ...input, now }));
    case 'laureates':
      return named('laureates', await laureatesView(database, actor, input));
    case 'experts':
      return named('experts', await expertsView(database, actor, input));
    case 'missionBoard':
      return named('missionBoard', await missionBoardView(database, actor, { ...input, now }));
    case 'savedViews':
      return named('savedViews', await savedViewsView(database, actor));
    case 'laureateChoices':
      return named('laureateChoices', await laureateChoicesView(database, actor));
    case 'laureateHeader':
      return named('laureateHeader', await laureateHeaderView(database, actor, input));
    case 'laureateMails': {
      // The words of every mail: thirty kilobytes that no other view pays.
      const { subjectOf } = await import('../mail/render.ts');
      return named('laureateMails', await laureateMailsView(database, actor, { ...input, subjectOf }));
    }
    case 'programmeLedger':
      return named('programmeLedger', await programmeLedgerView(database, actor, input));
    case 'scopingNotes':
      return named('scopingNotes', await scopingNotesView(database, actor, input.laureateId));
    case 'expertFile':
      return named('expertFile', await expertFileView(database, actor, input.expertId));
    case 'laureateFile':
      return named('laureateFile', await laureateFileView(database, actor, input));
    case 'transferPlan':
      return named('transferPlan', await transferPlanView(database, actor, { ...input, now }));
    case 'notes':
      return named('notes', await notesView(database, actor, input));
    case 'archive':
      return named('archive', await archiveView(database, actor, input.scope));
    case 'templates':
      return named('templates', await templatesView(database, actor));
    case 'template': {
      // Twenty kilobytes that no other view pays.
      const { templateSources } = await import('../documents/template-sources.generated.ts');
      const builtIn = templateSources[input.template];
      return named('template', await templateView(database, actor, { ...input, builtIn }));
    }
    case 'messages':
      return named('messages', await messagesView(database, actor, { ...input, now }));
    case 'myData':
      return named('myData', await myDataView(database, actor));
    case 'erasures':
      return named('erasures', await erasuresView(database, actor));
    case 'incidents':
      return named('incidents', await incidentsView(database, actor, { isStamped, now }));
    case 'health':
      return named('health', await healthView(database, actor, watched));
    case 'summaries':
      return named('summaries', await summariesView(database, actor, now));
    case 'summary':
      return named('summary', await summaryView(database, actor, { ...input, now, warn }));
    case 'figures':
      return named('figures', await figuresView(database, actor));
    case 'apiTokens':
      return named('apiTokens', await apiTokensView(database, actor, now));
    case 'settings':
      return named('settings', await settingsView(database, actor));
    case 'forms':
      return named('forms', await formsView(database, actor));
    case 'formFile':
      return named('formFile', await formFileView(database, actor, input));
    default:
      return input satisfies never;
  }
}

function named<const Name extends ViewName, Value extends object>(
  name: Name,
  value: Value | Refusal,
): ({ name: Name } & Value) | Refusal {
  return isRefusal(value) ? value : { name, ...value };
}
