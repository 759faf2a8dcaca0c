/**
 * The reference policy of direct reads: who may read which document with nothing but an ID token. `firestore.rules` say it in their own
 * language; tests walk every actor × collection × operation of this table against them. What pages show beyond this goes through functions,
 * which authorise again (`policy.ts`). Clients write nothing but `clientWrites`.
 */
export type Relation =
  | 'anyone'
  /** The person that the document is about. */
  | 'self'
  /** A living member of the laureate that the document belongs to. */
  | 'member'
  /** A living member of a laureate that takes part in the mission and has not left it. */
  | 'participant'
  /** A living person of the expert's company. */
  | 'company'
  /** Staff, and an observer until the end of the invitation. */
  | 'overseer';

export interface Reads {
  readonly path: string;
  readonly get: readonly Relation[];
  readonly list: readonly Relation[];
}

const ofLaureate = ['member', 'overseer'] as const;
const ofMission = ['participant', 'company', 'overseer'] as const;
const ofCompany = ['company', 'overseer'] as const;
const nobody = { get: [], list: [] } as const;

export const reads = {
  // Published cards only: a list must say so (`published == true`), or it is refused.
  directory: { path: 'directory/{expert}', get: ['anyone'], list: [] },
  // Its pages are made by a function, which reads it.
  directoryIndex: { path: 'directoryIndex/{name}', ...nobody },
  account: { path: 'accounts/{person}', get: ['self'], list: [] },
  // Read when each mail leaves: what is not of its shape would stop them all.
  mailPreferences: { path: 'accounts/{person}/preferences/mails', ...nobody },
  // What somebody looks for in its lists, names among it.
  ownViews: { path: 'accounts/{person}/preferences/listViews', ...nobody },
  sharedViews: { path: 'sharedViews/{keeper}', ...nobody },
  laureate: { path: 'laureates/{laureate}', get: ofLaureate, list: [] },
  member: { path: 'laureates/{laureate}/members/{person}', get: ofLaureate, list: ofLaureate },
  scopingNote: { path: 'laureates/{laureate}/scopingNotes/{version}', get: ofLaureate, list: ofLaureate },
  recommendation: {
    path: 'laureates/{laureate}/recommendations/{recommendation}',
    get: ofLaureate,
    list: ofLaureate,
  },
  ledger: { path: 'laureates/{laureate}/ledger/{entry}', get: ofLaureate, list: ofLaureate },
  ledgerHead: { path: 'laureates/{laureate}/ledgerHead/head', get: ofLaureate, list: [] },
  share: { path: 'laureates/{laureate}/shares/{mission}', get: ofLaureate, list: ofLaureate },
  grant: { path: 'laureates/{laureate}/grants/{person}', get: [...ofLaureate, 'self'], list: ofLaureate },
  expert: { path: 'experts/{expert}', get: ofCompany, list: [] },
  expertMember: { path: 'experts/{expert}/members/{person}', ...nobody },
  expertEvent: { path: 'experts/{expert}/events/{event}', ...nobody },
  // Written together by the people of a company, through a function that says who writes.
  workDraft: { path: 'experts/{expert}/drafts/{key}', ...nobody },
  keptRegistration: { path: 'keptRegistrations/{hash}', ...nobody },
  mission: { path: 'missions/{mission}', get: ofMission, list: [] },
  missionEvent: { path: 'missions/{mission}/events/{number}', get: ofMission, list: ofMission },
  // Every amount of a version, other laureates' included.
  submission: { path: 'missions/{mission}/submissions/{version}', get: ofCompany, list: [] },
  amendment: { path: 'missions/{mission}/amendments/{number}', get: ofCompany, list: [] },
  proof: { path: 'proofs/{proof}', get: ofLaureate, list: [] },
  upload: { path: 'uploads/{upload}', get: ['self'], list: [] },
  // An expert's and one laureate's: pages read it, of their own, through the functions.
  invoice: { path: 'invoices/{invoice}', ...nobody },
  feedback: { path: 'feedback/{mission}_{laureate}', ...nobody },
  file: { path: 'files/{file}', ...nobody },
  folderLink: { path: 'missions/{mission}/links/{link}', ...nobody },
  message: { path: 'missions/{mission}/messages/{message}', ...nobody },
  reading: { path: 'missions/{mission}/readings/{person}', ...nobody },
  previewRequest: { path: 'previewRequests/{file}', ...nobody },
  depositTurn: { path: 'depositTurns/{place}', ...nobody },
  documentRequest: { path: 'documentRequests/{file}', ...nobody },
  ticket: { path: 'tickets/{person}_{file}', ...nobody },
  accessLog: { path: 'accessLog/{access}', ...nobody },
  // Every laureate, mission and expert in a few documents.
  list: { path: 'lists/{list}', ...nobody },
  listChunk: { path: 'lists/{list}/chunks/{chunk}', ...nobody },
  outbox: { path: 'outbox/{item}', ...nobody },
  digest: { path: 'digests/{digest}', ...nobody },
  operation: { path: 'operations/{person}_{operation}', ...nobody },
  signInToken: { path: 'signInTokens/{hash}', ...nobody },
  signInCode: { path: 'signInCodes/{requestId}', ...nobody },
  rateLimit: { path: 'rateLimits/{key}', ...nobody },
  settings: { path: 'settings/programme/versions/{version}', ...nobody },
  settingsChange: { path: 'settings/programme/changes/{version}', ...nobody },
  form: { path: 'forms/{form}/versions/{version}', ...nobody },
  formChange: { path: 'forms/{form}/changes/{version}', ...nobody },
  email: { path: 'emails/{hash}', ...nobody },
  invitation: { path: 'invitations/{invitation}', ...nobody },
  journal: { path: 'journal/{line}', ...nobody },
  note: { path: 'notes/{note}', ...nobody },
  adjustment: { path: 'adjustments/{adjustment}', ...nobody },
  reconciliation: { path: 'reconciliations/{laureate}', ...nobody },
  // When each schedule last ended well: the page of the service's health is made by a function.
  scheduleRun: { path: 'scheduleRuns/{name}', ...nobody },
  lease: { path: 'leases/{name}', ...nobody },
  task: { path: 'tasks/{task}', ...nobody },
  // Which bytes a proof names: a page that anybody opens asks through a function, which answers one word.
  documentHash: { path: 'documentHashes/{sha256}', ...nobody },
  // The address and the browser of a decision: no page shows them.
  proofOrigin: { path: 'proofOrigins/{proof}', ...nobody },
  // Hashes of every laureate's proofs: the ones of a proof leave with its export.
  timeStamp: { path: 'timeStamps/{day}', ...nobody },
  archive: { path: 'archives/{archive}', ...nobody },
  archiveStep: { path: 'archives/{archive}/steps/{step}', ...nobody },
  templateVersion: { path: 'templates/{template}/versions/{number}', ...nobody },
  templateChange: { path: 'templates/{template}/changes/{sequence}', ...nobody },
  // Every laureate's money and what waits for whom: staff and observers read it through a function.
  summary: { path: 'summaries/{period}', ...nobody },
  currentSummary: { path: 'currentSummaries/{kind}', ...nobody },
  figures: { path: 'figures/{name}', ...nobody },
  // What programs read the programme with, by its hash.
  apiToken: { path: 'apiTokens/{hash}', ...nobody },
  // A person reads its own through a function, and staff decide there.
  erasureRequest: { path: 'erasureRequests/{person}', ...nobody },
  retentionNotice: { path: 'retentionNotices/{expert}', ...nobody },
  retentionProgress: { path: 'retentionProgress/{row}', ...nobody },
  deadLetter: { path: 'deadLetters/{letter}', ...nobody },
} as const satisfies Record<string, Reads>;
export type ReadCollection = keyof typeof reads;

/** The only documents that a client writes, each its own: everything else goes through a function. */
export const clientWrites = {
  draft: 'accounts/{person}/drafts/{key}',
} as const;
