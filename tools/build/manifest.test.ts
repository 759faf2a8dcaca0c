import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { API_ROOT } from '../../functions/src/domain/api-access/scopes.ts';
import { DAY, MINUTE } from '../../functions/src/domain/calendar.ts';
import { scheduleNames, schedules } from '../../functions/src/domain/health/schedules.ts';
import { addresses } from '../../functions/src/pages/addresses.ts';
import { functionsFolder } from './functions.ts';
import { type Endpoint, type Manifest, readManifest } from './manifest.ts';

const root = join(import.meta.dirname, '..', '..');
const bucket = 'demo-manifest.firebasestorage.app';

/** What one function costs at most, and what happens when it fails. `concurrency`: requests an instance takes at once. */
interface Row {
  readonly trigger: string;
  readonly memory: number;
  readonly timeout: number;
  readonly maxInstances: number;
  readonly concurrency: number;
  readonly retry: 'none' | 'a day';
  readonly secrets: readonly string[];
}

const size = { memory: 512, timeout: 60, concurrency: 80, secrets: [] } as const;
/** Pages call these; the caller sees a failure and tries again. */
const called = { ...size, trigger: 'a call', maxInstances: 10, retry: 'none' } as const;
/** An event comes once, so a failure is tried again for a day. Few instances: in a burst, events wait and people do not. */
const told = (trigger: string) => ({ ...size, trigger, maxInstances: 5, retry: 'a day' }) as const;
const created = (document: string) => told(`${document} created`);
/** The next run is the retry. */
const every = (minutes: number) =>
  ({
    ...size,
    trigger: `every ${minutes} minutes, Europe/Paris`,
    timeout: 300,
    maxInstances: 1,
    retry: 'none',
  }) as const;
const seal = ['SEAL_CERTIFICATE', 'SEAL_KEY'];
const links = ['LINK_KEYS'];
const smtp = ['SMTP_PASSWORD', ...links];

/** Every function there is. A new one fails this test until its row says what it may cost. */
const functions: Readonly<Record<string, Row>> = {
  addLink: called,
  apiTokenAction: called,
  archiveAction: called,
  exchangeCode: called,
  exchangeSignIn: called,
  fileAction: called,
  grantAction: called,
  handInScopingNote: called,
  scopingNoteAction: called,
  importLaureates: called,
  // Does the work of any trigger, one at a time.
  incidentAction: { ...called, concurrency: 1, secrets: [...seal, ...smtp] },
  importProgramme: called,
  invite: called,
  inviteExpert: called,
  laureateAction: called,
  messageAction: called,
  mailPreferences: { ...called, secrets: links },
  makeDocument: called,
  makeFigures: called,
  makeStatement: called,
  missionAction: called,
  noteAction: called,
  openArchive: called,
  openFile: called,
  compareFile: called,
  personAction: called,
  registerExpert: called,
  keepRegistration: called,
  workDraft: called,
  previewWork: called,
  sayAvailability: called,
  removeLink: called,
  renewSignIn: called,
  saveSettings: called,
  publishForm: called,
  blankForm: called,
  requestCode: called,
  requestSignIn: called,
  requestUpload: called,
  erasureAction: called,
  expertAction: called,
  signOutEverywhere: called,
  staffAction: called,
  subsidyAction: called,
  // The public pages, behind the cache of Hosting.
  directory: { ...called, trigger: 'a request of public' },
  // Programs ask, each with a token of its own.
  dataApi: { ...called, trigger: 'a request of public' },
  // Mail programs ask, for whoever pressed « se désabonner ».
  unsubscribe: { ...called, trigger: 'a request of public', secrets: links },
  updateExpert: called,
  uploadState: called,
  saveTemplate: called,
  previewTemplate: called,
  view: called,
  viewAction: called,
  // Holds one whole file in memory, and waits for the antivirus.
  checkUpload: { ...created(`object of ${bucket}`), concurrency: 1, timeout: 120 },
  closeTickets: told('laureates/{laureateId}/grants/{uid} updated'),
  // Four minutes of bytes that pass through, then the next step; one may not slow the other.
  makeArchive: {
    ...created('archives/{archiveId}/steps/{stepId}'),
    ...{ concurrency: 1, timeout: 540, maxInstances: 3 },
  },
  // A PDF takes all of a processor while it is drawn.
  makeRequestedDocument: { ...created('documentRequests/{fileId}'), concurrency: 10, secrets: seal },
  // Without a picture a file is a file all the same: one try, and the sweeper's where the event was lost.
  makePreview: { ...created('previewRequests/{fileId}'), concurrency: 1, retry: 'none' },
  publishCard: created('experts/{expertId}/events/{eventId}'),
  // The outbox counts the attempts itself, and the sweeper makes them.
  // Two at once in an instance, which keeps two connections.
  sendMail: { ...created('outbox/{itemId}'), concurrency: 2, maxInstances: 20, retry: 'none', secrets: smtp },
  showBalance: created('laureates/{laureateId}/ledger/{entryId}'),
  // Metadata only: the bytes stay in the bucket.
  stripClosedTickets: { ...told('tickets/{ticketId} deleted'), concurrency: 20 },
  stripMintedTokens: { ...told(`metadata of ${bucket} updated`), concurrency: 20 },
  // Every subsidy, once a night.
  reconcileLedgers: { ...every(0), trigger: 'every day 04:30, Europe/Paris' },
  // Once a morning; each card that is due costs a commit.
  sweepCards: { ...every(0), trigger: 'every day 07:40, Europe/Paris' },
  // Once a morning; each mission that is due costs what an action does.
  sweepDeadlines: { ...every(0), trigger: 'every day 07:30, Europe/Paris' },
  // Once a morning; a commit for each person who is told.
  makeDigests: { ...every(0), trigger: 'every day 07:45, Europe/Paris' },
  // Every ledger and every journal, once a night.
  countFigures: { ...every(0), trigger: 'every day 05:00, Europe/Paris' },
  // Every ledger, on Mondays and the first of each month; two reads on the others.
  sendSummaries: { ...every(0), trigger: 'every day 07:00, Europe/Paris' },
  // What is past its time, a bounded number of each collection; a walk of all others for each erasure.
  retainData: { ...every(0), trigger: 'every day 01:30, Europe/Paris', timeout: 540 },
  // Every laureate, mission and expert, once a night: 900 reads for 600 missions.
  sweepLists: { ...every(0), trigger: 'every day 04:10, Europe/Paris', timeout: 540 },
  // Live missions, once a night.
  sweepTasks: { ...every(0), trigger: 'every day 04:00, Europe/Paris' },
  // Waits for the time-stamp authority, a day of proofs after the other.
  stampProofs: every(60),
  // Reads counts, and writes to the team when one is over its limit.
  watchHealth: every(60),
  // Does the step of an archive, when its event was lost.
  sweepArchives: { ...every(10), timeout: 540 },
  // Every company, once a night.
  sweepInterests: { ...every(0), trigger: 'every day 03:30, Europe/Paris' },
  sweepMails: { ...every(1), secrets: smtp },
  sweepPreviews: every(30),
  sweepProjections: { ...every(10), secrets: seal },
};

/** What a first deployment asks for; those without a default must be answered. */
const parameters: Readonly<Record<string, string>> = {
  ORIGIN: 'string',
  SMTP_HOST: 'string',
  SMTP_PORT: 'string, 587',
  SMTP_SECURITY: 'string, starttls',
  SMTP_USER: 'string, ',
  SMTP_PASSWORD: 'secret',
  LINK_KEYS: 'secret',
  MAIL_FROM: 'string',
  MAIL_FROM_NAME: 'string, France Tiers-Lieux',
  // What most providers take from a small account.
  MAILS_A_MINUTE: 'string, 60',
  // Without an address there is no antivirus.
  SCANNER_URL: 'string, ',
  // Without an address nothing is stamped.
  TIME_STAMP_URL: 'string, ',
  TIME_STAMP_CERTIFICATE: 'string, ',
  SEAL_CERTIFICATE: 'secret',
  SEAL_KEY: 'secret',
};

let manifest: Manifest;

beforeAll(async () => {
  manifest = await readManifest(functionsFolder, bucket);
}, 120_000);

function triggerOf({ callableTrigger, httpsTrigger, eventTrigger, scheduleTrigger }: Endpoint): string {
  if (callableTrigger) return 'a call';
  if (httpsTrigger) return `a request of ${httpsTrigger.invoker.join(', ')}`;
  if (scheduleTrigger) return `${scheduleTrigger.schedule}, ${scheduleTrigger.timeZone}`;
  switch (eventTrigger?.eventType) {
    case 'google.cloud.firestore.document.v1.created':
      return `${eventTrigger.eventFilterPathPatterns?.document} created`;
    case 'google.cloud.firestore.document.v1.deleted':
      return `${eventTrigger.eventFilterPathPatterns?.document} deleted`;
    case 'google.cloud.firestore.document.v1.updated':
      return `${eventTrigger.eventFilterPathPatterns?.document} updated`;
    case 'google.cloud.storage.object.v1.metadataUpdated':
      return `metadata of ${eventTrigger.eventFilters.bucket} updated`;
    case 'google.cloud.storage.object.v1.finalized':
      return `object of ${eventTrigger.eventFilters.bucket} created`;
    default:
      return `unknown: ${eventTrigger?.eventType}`;
  }
}

/** « every day 04:30 », « every 10 minutes ». */
function periodOf(schedule: string): number {
  const minutes = /^every (\d+) minutes$/.exec(schedule)?.[1];
  return minutes === undefined ? DAY : Number(minutes) * MINUTE;
}

function retryOf({ eventTrigger, scheduleTrigger }: Endpoint): Row['retry'] {
  return eventTrigger?.retry || scheduleTrigger?.retryConfig.retryCount ? 'a day' : 'none';
}

function rowOf(endpoint: Endpoint): Row {
  return {
    trigger: triggerOf(endpoint),
    memory: endpoint.availableMemoryMb,
    timeout: endpoint.timeoutSeconds,
    maxInstances: endpoint.maxInstances,
    concurrency: endpoint.concurrency,
    retry: retryOf(endpoint),
    secrets: endpoint.secretEnvironmentVariables.map(({ key }) => key),
  };
}

function entriesOf<Value, Mapped>(record: Readonly<Record<string, Value>>, map: (value: Value) => Mapped) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

/** What is asked for under an address of its own: the pages that a function makes. */
const pages = [
  '/',
  '/experts/*',
  '/experts/*/message',
  ...Object.values(addresses).filter((address) => address !== addresses.list),
];

/** Functions that answer at addresses of their own. */
const elsewhere: Readonly<Record<string, readonly string[]>> = { directory: pages, dataApi: [`${API_ROOT}/*`] };

const hostingSchema = z.object({
  hosting: z.object({
    rewrites: z.array(
      z.object({ source: z.string(), function: z.object({ functionId: z.string(), region: z.string() }) }),
    ),
  }),
});

describe('the functions that a deployment finds in the generated folder', () => {
  it('have the trigger, memory, timeout, instances, retries and secrets of the table, and are all in it', () => {
    expect(entriesOf(manifest.endpoints, rowOf)).toEqual(functions);
  });

  it('are followed, those that run by themselves, and taken for late only after their time', () => {
    const periods = Object.entries(manifest.endpoints).flatMap(([name, { scheduleTrigger }]) =>
      scheduleTrigger ? [[name, periodOf(scheduleTrigger.schedule)] as const] : [],
    );
    expect(periods.map(([name]) => name).sort()).toEqual(scheduleNames.toSorted());
    for (const [name, period] of periods)
      for (const followed of scheduleNames.filter((one) => one === name)) {
        const { lateAfter, keptEvery } = schedules[followed];
        expect(lateAfter, name).toBeGreaterThan(keptEvery + period);
      }
  });

  it('all live in europe-west4, beside the database', () => {
    const regions = entriesOf(manifest.endpoints, ({ region }) => region);
    expect(regions).toEqual(entriesOf(functions, () => ['europe-west4']));
  });

  it('ask a deployment for their parameters, though firebase-functions is inside the bundle', () => {
    const asked = manifest.params.map((one) => [
      one.name,
      one.default === undefined ? one.type : `${one.type}, ${one.default}`,
    ]);
    expect(Object.fromEntries(asked)).toEqual(parameters);
  });

  it('answer behind Hosting under their own name and in their own region, when and only when a page or a program calls them', async () => {
    const { hosting } = hostingSchema.parse(JSON.parse(await readFile(join(root, 'firebase.json'), 'utf8')));
    const expected = Object.entries(manifest.endpoints)
      .filter(([, { callableTrigger, httpsTrigger }]) => callableTrigger ?? httpsTrigger)
      .flatMap(([functionId, { region }]) =>
        (elsewhere[functionId] ?? [`/api/${functionId}`]).map((source) => ({
          source,
          function: { functionId, region: region[0] },
        })),
      );
    expect(hosting.rewrites.toSorted((a, b) => a.source.localeCompare(b.source))).toEqual(
      expected.sort((a, b) => a.source.localeCompare(b.source)),
    );
  });
});
