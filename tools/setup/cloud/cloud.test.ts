import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parametersOfCode } from '../../deploy/parameters.ts';
import type { Check, Verdict } from '../check.ts';
import { type Answer, answerOf } from './answer.ts';
import { gcloudOf } from './gcloud.ts';
import { keptChecks } from './kept-checks.ts';
import { worldOf } from './project.ts';
import { projectChecks } from './project-checks.ts';
import { typed } from './reading.ts';
import { runningChecks } from './running-checks.ts';
import { goodAnswers, projectThat, type Question } from './testing/project.ts';
import type { CloudWorld } from './world.ts';

const running = runningChecks(parametersOfCode());
const all: Readonly<Record<string, Check<CloudWorld>>> = { ...projectChecks, ...keptChecks, ...running };
const asked = Object.entries(all).filter(([name]) => name !== 'parameters' && name !== 'domain');
const nothing = { kind: 'nothing' } as const satisfies Answer;
const denied = { kind: 'denied', why: 'ERROR: PERMISSION_DENIED' } as const satisfies Answer;
const bucket = goodAnswers['storage buckets describe gs://sur-mesure.firebasestorage.app'];
const database = goodAnswers['firestore databases describe'];
const FILES = 'storage buckets describe gs://sur-mesure.firebasestorage.app';
const exporting = goodAnswers['scheduler jobs describe'];
const [former] = bucket.lifecycle.rule;
const byAge = { action: { type: 'Delete' }, condition: { age: 90 } };
const FEDERATED = 'https://identitytoolkit.googleapis.com/admin/v2/projects/sur-mesure/defaultSupportedIdpConfigs';
const PROOFS = 'storage buckets describe gs://sur-mesure-preuves';

const judged = (name: string, changed: Parameters<typeof projectThat>[0], world: Partial<CloudWorld> = {}) =>
  all[name]?.judge({ ...projectThat(changed), ...world });

describe('A project that lacks nothing', () => {
  it.each(asked)('is well for %s', async (_name, check) => {
    expect(await check.judge(projectThat())).toMatchObject({ verdict: 'ok', advice: null });
  });
});

describe('What a project lacks is said, with the command that mends it', () => {
  const cases: readonly (readonly [string, Question, unknown, Verdict, string])[] = [
    ['billing', 'billing projects describe', { billingEnabled: false }, 'missing', 'gcloud billing projects link'],
    ['services', 'services list', [], 'missing', 'gcloud services enable firebase.googleapis.com'],
    ['storageRules', 'projects get-iam-policy', {}, 'missing', '--role=roles/firebaserules.firestoreServiceAgent'],
    ['runner', 'projects get-iam-policy', {}, 'missing', '--role=roles/datastore.user'],
    ['signing', 'iam service-accounts get-iam-policy', {}, 'missing', 'roles/iam.serviceAccountTokenCreator'],
    ['firestore', 'firestore databases describe', nothing, 'missing', 'databases create --location=eur3'],
    ['firestore', 'firestore databases describe', { ...database, locationId: 'nam5' }, 'wrong', 'définitif'],
    [
      ...(['pointInTime', 'firestore databases describe'] as const),
      ...([{ ...database, pointInTimeRecoveryEnablement: 'POINT_IN_TIME_RECOVERY_DISABLED' }, 'missing'] as const),
      '--enable-pitr',
    ],
    [
      ...(['deletion', 'firestore databases describe'] as const),
      ...([{ ...database, deleteProtectionState: 'DELETE_PROTECTION_DISABLED' }, 'missing'] as const),
      '--delete-protection',
    ],
    ['backups', 'firestore backups schedules list', [], 'missing', '--recurrence=daily --retention=14w'],
    [
      ...(['backups', 'firestore backups schedules list'] as const),
      ...([[{ name: 'a/backupSchedules/7', dailyRecurrence: {}, retention: '604800s' }], 'missing'] as const),
      '--backup-schedule=7 --retention=14w',
    ],
    ['weekly', 'scheduler jobs describe', { ...exporting, status: { code: 7 } }, 'missing', 'importExportAdmin'],
    ['weekly', 'scheduler jobs describe', { ...exporting, lastAttemptTime: undefined }, 'missing', 'jobs run'],
    ['weekly', 'scheduler jobs describe', nothing, 'missing', 'gcloud scheduler jobs create http'],
    [
      ...(['weekly', 'scheduler jobs describe', { state: 'PAUSED', schedule: '0 2 * * 0' }] as const),
      ...(['missing', 'jobs resume'] as const),
    ],
    ['bucketLocation', FILES, { ...bucket, location: 'US' }, 'wrong', 'définitif'],
    ['bucketLocation', FILES, nothing, 'missing', '--bucket'],
    ['cors', FILES, { ...bucket, cors: undefined }, 'missing', '--cors-file=.local/cors.json'],
    ['cors', FILES, { ...bucket, cors: [...bucket.cors, { origin: ['*'], method: ['GET'] }] }, 'wrong', '--cors-file'],
    ['cors', FILES, { ...bucket, cors: [] }, 'missing', '"origin":["https://surmesure.example"]'],
    ['versioning', FILES, { ...bucket, versioning: undefined }, 'missing', '--versioning'],
    [
      ...(['softDelete', FILES, { ...bucket, softDeletePolicy: { retentionDurationSeconds: '604800' } }] as const),
      ...(['missing', '--soft-delete-duration=30d'] as const),
    ],
    ['lifecycle', FILES, { ...bucket, lifecycle: undefined }, 'missing', '--lifecycle-file='],
    ['lifecycle', FILES, { ...bucket, lifecycle: { rule: [former, byAge] } }, 'wrong', '--lifecycle-file='],
    ['exports', 'storage buckets describe gs://sur-mesure-sauvegardes', nothing, 'missing', 'buckets create'],
    ['proofs', PROOFS, nothing, 'missing', '--retention-period=10y'],
    ['proofs', PROOFS, { location: 'EU', retentionPolicy: { retentionPeriod: '60' } }, 'missing', '10y'],
    [
      ...(['proofs', PROOFS, { location: 'EU', retentionPolicy: { retentionPeriod: '315360000' } }] as const),
      ...(['missing', '--lock-retention-period'] as const),
    ],
    ['proofs', PROOFS, { location: 'US', retentionPolicy: { retentionPeriod: '315360000' } }, 'wrong', 'Ne le verr'],
    [
      ...(['federated', FEDERATED, { defaultSupportedIdpConfigs: [{ name: 'a/google.com', enabled: true }] }] as const),
      ...(['wrong', 'authentication/providers'] as const),
    ],
    ['SEAL_KEY', 'secrets versions list', [], 'missing', 'functions:secrets:set SEAL_KEY'],
    ['SMTP_PASSWORD', 'secrets versions list', nothing, 'missing', 'functions:secrets:set SMTP_PASSWORD'],
    ['scanner', 'run services describe', nothing, 'missing', 'scanner/README.md'],
    ['scanner', 'run services describe', { status: { url: 'https://other.run.app' } }, 'wrong', '.env.sur-mesure'],
    ['scannerCallers', 'run services get-iam-policy', {}, 'missing', 'add-iam-policy-binding'],
    [
      ...(['scannerCallers', 'run services get-iam-policy'] as const),
      ...([{ bindings: [{ role: 'roles/run.invoker', members: ['allUsers'] }] }, 'missing'] as const),
      'remove-iam-policy-binding',
    ],
    [
      ...(['providers', 'https://identitytoolkit.googleapis.com/admin/v2/projects/sur-mesure/config'] as const),
      ...([{ signIn: { email: { enabled: true } } }, 'wrong', 'authentication/providers'] as const),
    ],
    ['budget', 'billing budgets list', [], 'missing', 'gcloud billing budgets create'],
  ];
  it.each(cases)('%s', async (name, question, answer, verdict, advice) => {
    expect(await judged(name, { [question]: answer })).toMatchObject({
      verdict,
      advice: expect.stringContaining(advice),
    });
  });

  it('is content with a right to sign that is given on the whole project', async () => {
    const whole = goodAnswers['projects get-iam-policy'].bindings;
    const signs = goodAnswers['iam service-accounts get-iam-policy'].bindings;
    const changed = { 'iam service-accounts get-iam-policy': {} };
    expect(
      await judged('signing', { ...changed, 'projects get-iam-policy': { bindings: [...whole, ...signs] } }),
    ).toMatchObject({ verdict: 'ok' });
    expect(await judged('signing', changed)).toMatchObject({ verdict: 'missing' });
  });

  it('counts no budget of another project, and one of the whole account', async () => {
    const of = (projects: string[]) => [{ budgetFilter: { projects }, thresholdRules: [{ thresholdPercent: 1 }] }];
    expect(await judged('budget', { 'billing budgets list': of(['projects/1']) })).toMatchObject({
      verdict: 'missing',
    });
    expect(await judged('budget', { 'billing budgets list': of([]) })).toMatchObject({ verdict: 'ok' });
  });

  it('says which parameter is not given', async () => {
    expect(await judged('parameters', {})).toMatchObject({ verdict: 'ok' });
    expect(await judged('parameters', {}, { parameters: { ORIGIN: 'https://x' } })).toMatchObject({
      found: 'il manque SMTP_HOST, MAIL_FROM',
    });
    expect(await judged('parameters', {}, { parameters: null })).toMatchObject({ verdict: 'missing' });
  });

  it.each([
    ['https://sur-mesure.web.app', {}, 'ok'],
    ['https://surmesure.example', { addresses: ['199.36.158.100'] }, 'ok'],
    ['https://surmesure.example', { aliases: ['sur-mesure.web.app'] }, 'ok'],
    ['https://surmesure.example', { addresses: ['192.0.2.1'] }, 'wrong'],
    ['https://surmesure.example', {}, 'missing'],
    ['surmesure', {}, 'unchecked'],
  ] as const)('says whether %s leads to the site (%j)', async (ORIGIN, found, verdict) => {
    const answers = { addresses: [], aliases: [], ...found };
    const none = async () => [];
    const lookup = {
      ...{ texts: none, exchanges: none },
      ...{ addresses: async () => answers.addresses, aliases: async () => answers.aliases },
    };
    expect(await judged('domain', {}, { parameters: { ORIGIN }, lookup })).toMatchObject({ verdict });
  });

  it('says that there is no antivirus, which is allowed', async () => {
    expect(await judged('scanner', {}, { parameters: { SCANNER_URL: '' } })).toMatchObject({ verdict: 'ok' });
  });
});

describe('What could not be read is said to be so, and is no fault of the project', () => {
  it.each(asked)('for %s', async (_name, check) => {
    const silent = { ...projectThat(), ask: async () => denied };
    expect(await check.judge(silent)).toMatchObject({ verdict: 'unchecked', found: expect.stringContaining('droit') });
  });

  it('nor what another version of gcloud would say otherwise', async () => {
    expect(await judged('backups', { 'firestore backups schedules list': 'tout va bien' })).toMatchObject({
      verdict: 'unchecked',
    });
  });

  it('nor what hangs on something that could not be read', async () => {
    expect(await judged('signing', {}, { number: null })).toMatchObject({ verdict: 'unchecked' });
  });
});

describe('How gcloud ends says what it found', () => {
  it.each([
    ['nothing', 'ERROR: (gcloud.secrets.versions.list) NOT_FOUND: Secret [projects/1/secrets/X] not found.'],
    ['nothing', 'ERROR: (gcloud.storage.buckets.describe) gs://x not found: 404.'],
    ['nothing', 'ERROR: (gcloud.run.services.describe) Cannot find service [scanner]'],
    [
      'denied',
      'ERROR: (gcloud.storage.buckets.describe) HTTPError 403: camille does not have storage.buckets.get access (or it may not exist).',
    ],
    [
      'denied',
      'ERROR: (gcloud.projects.get-iam-policy) [camille] does not have permission to access projects instance',
    ],
    [
      'disabled',
      'ERROR: (gcloud.scheduler.jobs.describe) PERMISSION_DENIED: Cloud Scheduler API has not been used in project 1 before or it is disabled.',
    ],
    ['silent', 'ERROR: (gcloud.services.list) You do not currently have an active account selected.'],
  ] as const)('%s', (kind, complaint) => {
    expect(answerOf(1, '', complaint)).toMatchObject({ kind });
  });
});

describe('gcloud, as a process', () => {
  let folder = '';
  let command = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gcloud-'));
    command = join(folder, 'gcloud');
    const script = [
      '#!/bin/sh',
      `echo "$*" >> '${folder}/asked'`,
      'case "$*" in',
      '  "projects describe sur-mesure --project=sur-mesure --format=json") echo \'{"projectNumber":"42"}\' ;;',
      '  "storage buckets describe gs://sur-mesure.appspot.com"*) echo \'{"location":"EU"}\' ;;',
      '  *) echo "ERROR: NOT_FOUND" >&2; exit 1 ;;',
      'esac',
    ];
    await writeFile(command, script.join('\n'));
    await chmod(command, 0o755);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('tells the number of the project and the bucket that Firebase made, by either of its names', async () => {
    const named = { project: 'sur-mesure', bucket: null, parameters: null, lookup: projectThat().lookup };
    expect(await worldOf({ ...named, ask: gcloudOf('sur-mesure', command) })).toMatchObject({
      ...{ number: '42', billingAccount: null, bucket: 'sur-mesure.appspot.com' },
    });
  });

  it('is not there: nothing could be read', async () => {
    expect(await gcloudOf('sur-mesure', join(folder, 'none'))(['services', 'list'])).toMatchObject({
      ...{ kind: 'silent', why: expect.stringContaining('pas installé') },
    });
  });
});

it('A command is printed as it is typed in a shell', () => {
  expect(typed(['gcloud', '--database=(default)', "--name=l'un"])).toBe(
    `gcloud '--database=(default)' '--name=l'\\''un'`,
  );
});
