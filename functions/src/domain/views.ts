import type { Accesses, People } from './access/views.ts';
import type { MemberRole } from './actor.ts';
import type { ApiTokenRow } from './api-access/tokens.ts';
import type { ArchiveRow, ArchiveScope } from './archives/archive.ts';
import type { Dossier } from './dossiers/views.ts';
import type { ExpertDecision } from './experts/decisions.ts';
import type { Expert } from './experts/profile.ts';
import type { ExpertFile, ExpertsForNeed } from './experts/views.ts';
import type { ExpertTask } from './experts/waiting.ts';
import type { Figures } from './figures/model.ts';
import type { Form, FormName } from './forms/form.ts';
import type { FormFile, FormsView } from './forms/views.ts';
import type { HealthView } from './health/facts.ts';
import type { Incidents } from './incidents/views.ts';
import type { SharingOptIn } from './laureates/laureate.ts';
import type { LaureateMails } from './laureates/mails.ts';
import type { Partner, SharedNeeds } from './laureates/sharing.ts';
import type { LaureateFileView, LaureateHome, TransferPlanView } from './laureates/views.ts';
import type { MissionBoard } from './lists/board.ts';
import type { ExpertFilters, ExpertSort, ExpertsView } from './lists/experts.ts';
import type {
  LaureateChoice,
  LaureateFilters,
  LaureateSort,
  LaureatesView,
  ListedLaureate,
} from './lists/laureates.ts';
import type { ProgrammeLedgerView } from './lists/ledger.ts';
import type { MissionFilters, MissionSort, MissionsView } from './lists/missions.ts';
import type { PageAsked } from './lists/page.ts';
import type { SavedViews } from './lists/saved-views.ts';
import type { Messages } from './messages/views.ts';
import type { MissionRow, MissionView } from './missions/views.ts';
import type { ErasureRow, MyDataView } from './my-data/views.ts';
import type { NoteRow, NoteSubject } from './notes/note.ts';
import type { Organisation } from './people/people.ts';
import type { ProgrammeSettings } from './programme/settings.ts';
import type { ExportedProof } from './proofs/export.ts';
import type { ScopingNotes } from './scoping-notes/views.ts';
import type { SettingsView } from './settings/views.ts';
import type { StaffHome, TasksAsked } from './staff/views.ts';
import type { SubsidyFile } from './subsidy/file.ts';
import type { SubsidyView } from './subsidy/views.ts';
import type { SummariesView, SummaryView } from './summaries/views.ts';
import type { EditableTemplateName } from './templates/templates.ts';
import type { TemplateRow, TemplateView } from './templates/views.ts';

/** What each page reads, by one request of `view` (`api.ts`), filtered by the policy on the server. */
export type ViewRequest =
  /** What the registration form is filled in with, for whoever holds the mail. */
  | { readonly name: 'expertInvitation'; readonly invitation: string }
  | { readonly name: 'me' }
  | { readonly name: 'laureate'; readonly laureateId: string | null }
  | { readonly name: 'mission'; readonly missionId: string; readonly laureateId: string | null }
  | { readonly name: 'dossier'; readonly laureateId: string }
  | { readonly name: 'proof'; readonly proofId: string }
  /** Other active laureates that accept to share a mission, shown to one that accepts it too. */
  | { readonly name: 'partners'; readonly laureateId: string }
  /** The needs that they have in common with it, each with a few of their names. */
  | { readonly name: 'sharedNeeds'; readonly laureateId: string }
  /** All who have one of them. */
  | { readonly name: 'sharers'; readonly laureateId: string; readonly subtheme: string }
  | ({ readonly name: 'expertsForNeed' } & ExpertsSought)
  | { readonly name: 'scopingNotes'; readonly laureateId: string }
  | { readonly name: 'expert' }
  | ({ readonly name: 'staff' } & TasksAsked)
  | { readonly name: 'missions'; readonly filters: MissionFilters; readonly page: PageAsked<MissionSort> }
  | { readonly name: 'laureates'; readonly filters: LaureateFilters; readonly page: PageAsked<LaureateSort> }
  | { readonly name: 'experts'; readonly filters: ExpertFilters; readonly page: PageAsked<ExpertSort> }
  /** By state, the first of each. */
  | { readonly name: 'missionBoard'; readonly filters: MissionFilters }
  /** Those that the reader may open, of all lists. */
  | { readonly name: 'savedViews' }
  | { readonly name: 'laureateChoices' }
  | { readonly name: 'laureateHeader'; readonly laureateId: string }
  /** Sent to its people, newest first. */
  | { readonly name: 'laureateMails'; readonly laureateId: string; readonly before: number | null }
  /** Every line of every ledger, oldest first: `after` is the mark of the page before. */
  | { readonly name: 'programmeLedger'; readonly after: string | null }
  | { readonly name: 'expertFile'; readonly expertId: string }
  | { readonly name: 'subsidy'; readonly laureateId: string | null }
  | { readonly name: 'laureateFile'; readonly laureateId: string }
  | { readonly name: 'transferPlan'; readonly laureateId: string; readonly intoId: string }
  /** What staff wrote for themselves; not for observers. */
  | { readonly name: 'notes'; readonly about: NoteSubject }
  /** What the reader asked for about its own data. */
  | { readonly name: 'myData' }
  /** Requests of erasure, for staff. */
  | { readonly name: 'erasures' }
  | { readonly name: 'incidents' }
  | { readonly name: 'health' }
  | { readonly name: 'summaries' }
  /** `period`: its id; one that is going on is made now. */
  | { readonly name: 'summary'; readonly period: string }
  | { readonly name: 'settings' }
  /** As they were last made. */
  | { readonly name: 'figures' }
  /** Keys of programs to the data. */
  | { readonly name: 'apiTokens' }
  /** What an expert who registers is asked. */
  | { readonly name: 'registrationForm' }
  /** Who answers for the service: for anybody, on public pages. */
  | { readonly name: 'contact' }
  | { readonly name: 'forms' }
  | { readonly name: 'formFile'; readonly form: FormName; readonly version: number | null }
  | { readonly name: 'messages'; readonly missionId: string }
  | { readonly name: 'archive'; readonly scope: ArchiveScope }
  | { readonly name: 'templates' }
  | { readonly name: 'template'; readonly template: EditableTemplateName }
  /** What only the team sees of it: corrections, checks, and what it may do. */
  | { readonly name: 'subsidyFile'; readonly laureateId: string }
  | { readonly name: 'people'; readonly organisation: Organisation }
  | { readonly name: 'accesses'; readonly laureateId: string; readonly before: number | null };

/** Whom a laureate looks for. */
export interface ExpertsSought {
  readonly laureateId: string;
  /** None: everybody, whatever they cover. */
  readonly subthemes: readonly string[];
  readonly words: string;
  /** Experts to show besides those found: already chosen. */
  readonly chosenIds: readonly string[];
  /** From 0. */
  readonly page: number;
}

/** Those whose value has a `name` of its own, which would stand in the place of the view's: none may. */
type Misnamed = { [Name in keyof Views]: 'name' extends keyof Views[Name] ? Name : never }[keyof Views];
export type ViewName = Exclude<keyof Views, Misnamed>;

export type View = { [Name in keyof Views]: { readonly name: Name } & Views[Name] }[keyof Views];

export interface Views {
  expertInvitation: {
    readonly expertName: string;
    readonly email: string;
    readonly laureateName: string;
    readonly byName: string;
  };
  me: Me;
  laureate: LaureateHome;
  mission: MissionView;
  proof: { readonly exported: ExportedProof };
  dossier: Dossier;
  /** Of a laureate that is not open itself: nobody. */
  partners: { readonly openToSharing: SharingOptIn | null; readonly partners: readonly Partner[] };
  sharedNeeds: SharedNeeds;
  sharers: { readonly names: readonly string[] };
  expertsForNeed: ExpertsForNeed;
  scopingNotes: ScopingNotes;
  /** With what waits for its reader, and the decisions that it may take about its own company. */
  expert: {
    readonly expert: Expert;
    readonly tasks: readonly ExpertTask[];
    readonly missions: readonly MissionRow[];
    readonly decisions: readonly ExpertDecision[];
  };
  staff: StaffHome;
  missions: MissionsView;
  laureates: LaureatesView;
  experts: ExpertsView;
  missionBoard: MissionBoard;
  savedViews: SavedViews;
  laureateChoices: { readonly laureates: readonly LaureateChoice[] };
  laureateHeader: { readonly acts: boolean; readonly laureate: ListedLaureate };
  laureateMails: LaureateMails;
  programmeLedger: ProgrammeLedgerView;
  expertFile: ExpertFile;
  subsidy: SubsidyView;
  laureateFile: LaureateFileView;
  transferPlan: TransferPlanView;
  notes: { readonly notes: readonly NoteRow[] };
  myData: MyDataView;
  erasures: { readonly rows: readonly ErasureRow[] };
  incidents: Incidents;
  health: HealthView;
  summaries: SummariesView;
  summary: SummaryView;
  settings: SettingsView;
  /** Null before they were ever made; `acts` is false for an observer. */
  figures: { readonly figures: Figures | null; readonly acts: boolean };
  /** Those that have not come to their end first; `acts` is false for an observer. */
  apiTokens: { readonly acts: boolean; readonly tokens: readonly ApiTokenRow[] };
  registrationForm: { readonly form: Form };
  contact: { readonly contact: ProgrammeSettings['contact'] };
  forms: FormsView;
  formFile: FormFile;
  messages: Messages;
  /** The reader’s own of that scope; null before any. `refusal`: why the reader may not ask for one. */
  archive: { readonly archive: ArchiveRow | null; readonly refusal: string | null };
  subsidyFile: SubsidyFile;
  /** The documents whose text staff may change; `acts` is false for an observer. */
  templates: { readonly acts: boolean; readonly rows: readonly TemplateRow[] };
  template: TemplateView;
  people: People;
  accesses: Accesses;
}

export interface Me {
  readonly kind: 'laureate' | 'expert' | 'staff' | 'observer';
  readonly personName: string;
  readonly memberships: readonly {
    readonly laureateId: string;
    readonly laureateName: string;
    readonly role: MemberRole;
  }[];
  readonly contact: ProgrammeSettings['contact'];
}
