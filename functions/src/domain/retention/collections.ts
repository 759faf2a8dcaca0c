import type { CategoryName } from './categories.ts';

/** What becomes of a person in the documents of a collection, once its erasure is carried out. */
export type Erasure =
  /** Of the ten years: not a byte changes, since ledgers and proofs are chained. */
  | { readonly kind: 'kept' }
  /** The same, but for one field, emptied where it is about the person. */
  | { readonly kind: 'keptBut'; readonly field: string; readonly uid: string }
  /** A company. While other people speak for it, it only loses its contact; once nobody does, it becomes anonymous (`company.ts`). It forgets who invited it or decided on it. */
  | { readonly kind: 'company' }
  /** A notice of a decision stays; another mail to the person loses its content, and any other the person. */
  | { readonly kind: 'mail' }
  /** What a decision may rest on stays; what was exchanged goes with its author, bytes first. */
  | { readonly kind: 'file' }
  /** A line about what was decided on stays. */
  | { readonly kind: 'access' }
  /** Goes with whoever the proof of the same id names (`store/proofs/origins.ts`). */
  | { readonly kind: 'ofProof' }
  /** Loses the person in these fields alone. */
  | { readonly kind: 'told'; readonly fields: readonly string[] }
  /** Names nobody: the uid of an account that is gone leads nowhere. */
  | { readonly kind: 'nobody' }
  /** Made again from what it is computed from. */
  | { readonly kind: 'remade' }
  /** One document a person: the person's own go; those of others keep their name, address and telephone. `owner`: as of `removed`. */
  | { readonly kind: 'own'; readonly owner: string | typeof byPath }
  /** The person's own documents go; others lose its name. `owner`: the field that says whose a document is, or its path. */
  | { readonly kind: 'removed'; readonly owner: string | typeof byPath }
  /** The document stays without the person: names, addresses, and the words that it wrote itself. */
  | { readonly kind: 'scrubbed'; readonly written?: { readonly by: string; readonly words: readonly string[] } };

/** The uid is one of the ids of the document's path, alone or before a `_`. */
export const byPath = 'path';

export interface Retained {
  readonly category: CategoryName;
  /** The instant that its time runs from; null when it ends with something else. */
  readonly from: string | null;
  /**
   * Who ends it: the daily job, a sweep of its own (named in `tools/retention/deletions.ts`), the programme itself once its years are over, or what it belongs to.
   */
  readonly ended: 'job' | 'elsewhere' | 'programme' | 'owner';
  readonly erasure: Erasure;
}

const kept = { from: null, ended: 'programme', erasure: { kind: 'kept' } } as const;
const withoutName = { from: null, ended: 'owner', erasure: { kind: 'nobody' } } as const;
const remade = { category: 'derived', from: null, ended: 'owner', erasure: { kind: 'remade' } } as const;
const ofPeople = (owner: string) => ({ kind: 'own', owner }) as const;
const removed = (owner: string) => ({ kind: 'removed', owner }) as const;
const scrubbed = { kind: 'scrubbed' } as const;
const own = { from: null, ended: 'owner' } as const;
const byJob = <From extends string>(from: From) => ({ from, ended: 'job' }) as const;

/**
 * Every collection, by its path without ids: what is kept of it, since when, and what an erasure does to it. A collection of the store that is not
 * here does not compile (`store/collection.ts`), so that whoever adds one decides.
 */
export const collections = {
  accounts: { category: 'accounts', ...own, erasure: ofPeople('uid') },
  'accounts/drafts': { category: 'drafts', ...byJob('updatedAt'), erasure: removed(byPath) },
  'accounts/preferences': { category: 'accounts', ...own, erasure: ofPeople(byPath) },
  emails: { category: 'accounts', ...own, erasure: ofPeople('uid') },
  laureates: { category: 'pieces', ...kept, erasure: { kind: 'keptBut', field: 'referent', uid: 'referent.uid' } },
  'laureates/members': { category: 'accounts', ...own, erasure: ofPeople(byPath) },
  'laureates/grants': { category: 'accounts', ...own, erasure: ofPeople(byPath) },
  'laureates/ledger': { category: 'subsidy', ...kept },
  'laureates/ledgerHead': { category: 'subsidy', ...kept },
  'laureates/shares': { category: 'subsidy', ...kept },
  'laureates/scopingNotes': { category: 'pieces', ...kept },
  'laureates/recommendations': { category: 'pieces', ...kept },
  adjustments: { category: 'subsidy', ...kept },
  reconciliations: { category: 'subsidy', ...own, erasure: scrubbed },
  invoices: { category: 'subsidy', ...kept },
  missions: { category: 'decisions', ...kept },
  'missions/events': { category: 'decisions', ...kept },
  'missions/submissions': { category: 'pieces', ...kept },
  'missions/amendments': { category: 'pieces', ...kept },
  'missions/messages': {
    ...{ category: 'exchanges', ...byJob('at') },
    erasure: { kind: 'scrubbed', written: { by: 'by.uid', words: ['text'] } },
  },
  'missions/readings': { category: 'exchanges', from: null, ended: 'job', erasure: removed(byPath) },
  'missions/links': { category: 'exchanges', ...byJob('at'), erasure: removed('byUid') },
  feedback: { category: 'pieces', ...kept },
  proofs: { category: 'decisions', ...kept },
  proofOrigins: { category: 'origins', from: 'at', ended: 'elsewhere', erasure: { kind: 'ofProof' } },
  timeStamps: { category: 'decisions', ...kept },
  documentHashes: remade,
  journal: { category: 'peopleJournal', ...kept },
  /** Working documents and attachments end with the exchanges; every other piece is kept (`kept-longer.ts`). */
  files: { category: 'pieces', ...byJob('createdAt'), erasure: { kind: 'file' } },
  uploads: { category: 'deposits', ...byJob('createdAt'), erasure: removed('uid') },
  depositTurns: { category: 'bookkeeping', ...withoutName },
  documentRequests: { category: 'pieces', ...withoutName },
  previewRequests: { category: 'pieces', ...withoutName },
  tickets: { category: 'technical', from: 'expiresMs', ended: 'elsewhere', erasure: removed('uid') },
  accessLog: { category: 'accesses', ...byJob('at'), erasure: { kind: 'access' } },
  archives: { category: 'accesses', ...byJob('askedAt'), erasure: removed('by.uid') },
  'archives/steps': { category: 'accesses', ...withoutName },
  experts: { category: 'experts', ...byJob('submittedAt'), erasure: { kind: 'company' } },
  'experts/members': { category: 'experts', ...own, erasure: ofPeople(byPath) },
  'experts/events': { category: 'experts', ...own, erasure: scrubbed },
  /** The company's, whoever saved last: with nobody left they go too (`store/retention/companies.ts`). */
  'experts/drafts': { category: 'drafts', ...byJob('savedAt'), erasure: scrubbed },
  directory: { ...remade, category: 'experts' },
  directoryIndex: remade,
  keptRegistrations: {
    category: 'begunRegistrations',
    from: 'savedAt',
    ended: 'elsewhere',
    erasure: { kind: 'nobody' },
  },
  invitations: { category: 'signIns', ...byJob('expiresAt'), erasure: scrubbed },
  signInTokens: { category: 'lastSignIns', ...byJob('createdAt'), erasure: removed('uid') },
  signInCodes: { category: 'lastSignIns', ...byJob('createdAt'), erasure: removed('uid') },
  apiTokens: { category: 'signIns', ...byJob('until'), erasure: scrubbed },
  rateLimits: { category: 'technical', ...byJob('resetsAt'), erasure: { kind: 'nobody' } },
  operations: { category: 'technical', ...byJob('at'), erasure: removed(byPath) },
  scheduleRuns: { category: 'bookkeeping', ...withoutName },
  leases: { category: 'technical', from: 'until', ended: 'elsewhere', erasure: { kind: 'nobody' } },
  outbox: { category: 'mails', ...byJob('createdAt'), erasure: { kind: 'mail' } },
  digests: { category: 'incidents', ...byJob('at'), erasure: removed('uid') },
  deadLetters: { category: 'incidents', ...byJob('closedAt'), erasure: scrubbed },
  tasks: { category: 'accesses', ...byJob('closedAt'), erasure: scrubbed },
  notes: { category: 'teamNotes', ...byJob('at'), erasure: scrubbed },
  summaries: { category: 'exchanges', ...byJob('at'), erasure: scrubbed },
  currentSummaries: { category: 'exchanges', ...own, erasure: scrubbed },
  figures: remade,
  lists: remade,
  'lists/chunks': remade,
  sharedViews: { category: 'programme', ...own, erasure: scrubbed },
  'settings/versions': { category: 'programme', ...kept },
  'settings/changes': { category: 'programme', ...kept },
  'forms/versions': { category: 'programme', ...kept },
  'forms/changes': { category: 'programme', ...kept },
  'templates/versions': { category: 'programme', ...kept },
  'templates/changes': { category: 'programme', ...kept },
  /** Who decided on those of others. Whom one is about is forgotten as it ends. */
  erasureRequests: { category: 'requests', ...kept, erasure: { kind: 'told', fields: ['decidedBy', 'reason'] } },
  retentionNotices: { category: 'experts', ...own, erasure: { kind: 'nobody' } },
  retentionProgress: { category: 'bookkeeping', ...withoutName },
} as const satisfies Record<string, Retained>;

export type CollectionName = keyof typeof collections;
/** Those that the daily job ends: each has its query in `store/retention/sweeps.ts`. */
export type SweptCollection = {
  [Name in CollectionName]: (typeof collections)[Name]['ended'] extends 'job' ? Name : never;
}[CollectionName];

/** `laureates/abc/ledger/e1` → `laureates/ledger`; null for what no row is about. */
export function collectionOf(path: string): CollectionName | null {
  const names = path.split('/').filter((_part, index) => index % 2 === 0);
  const name = names.join('/');
  return isCollectionName(name) ? name : null;
}

/** `laureates/abc/ledger/e1` → `abc`, `e1`. */
export function idsOf(path: string): string[] {
  return path.split('/').filter((_part, index) => index % 2 === 1);
}

function isCollectionName(name: string): name is CollectionName {
  return Object.hasOwn(collections, name);
}

export const collectionNames = Object.keys(collections).filter(isCollectionName);

/** The type of the same reading, of a path as it is written in the code: `laureates/${string}/ledger/${string}`. */
export type CollectionNameOf<Path extends string> = Path extends `${infer Root}/${infer Rest}`
  ? Rest extends `${string}/${infer Within}/${string}`
    ? `${Root}/${Within}`
    : Root
  : never;
