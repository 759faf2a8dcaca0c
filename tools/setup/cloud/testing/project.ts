import { lookupAt } from '../../lookup.ts';
import type { Answer } from '../answer.ts';
import { services } from '../project-checks.ts';
import { type CloudWorld, runner, storageAgent } from '../world.ts';

const number = '123456789012';
const sa = (account: string) => `serviceAccount:${account}`;

/**
 * What `gcloud` says of a project that lacks nothing, in the shapes that the references of the APIs give: not recorded from a live project, which
 * this was written without. A question is named by the beginning of its command.
 */
export const goodAnswers = {
  'billing projects describe': { billingAccountName: 'billingAccounts/0A0A0A-0B0B0B-0C0C0C', billingEnabled: true },
  'projects describe': { projectId: 'sur-mesure', projectNumber: number, lifecycleState: 'ACTIVE' },
  'services list': services.map((name) => ({
    config: { name },
    name: `projects/${number}/services/${name}`,
    state: 'ENABLED',
  })),
  'projects get-iam-policy': {
    bindings: [
      { role: 'roles/firebaserules.firestoreServiceAgent', members: [sa(storageAgent(number))] },
      { role: 'roles/editor', members: [sa(runner(number)), 'user:camille@surmesure.example'] },
    ],
    etag: 'BwYx',
    version: 1,
  },
  'iam service-accounts get-iam-policy': {
    bindings: [{ role: 'roles/iam.serviceAccountTokenCreator', members: [sa(runner(number))] }],
  },
  'firestore databases describe': {
    name: 'projects/sur-mesure/databases/(default)',
    locationId: 'eur3',
    type: 'FIRESTORE_NATIVE',
    concurrencyMode: 'PESSIMISTIC',
    versionRetentionPeriod: '604800s',
    pointInTimeRecoveryEnablement: 'POINT_IN_TIME_RECOVERY_ENABLED',
    deleteProtectionState: 'DELETE_PROTECTION_ENABLED',
  },
  'firestore backups schedules list': [
    { name: 'projects/sur-mesure/databases/(default)/backupSchedules/1', dailyRecurrence: {}, retention: '8467200s' },
  ],
  'scheduler jobs describe': {
    name: 'export-hebdomadaire',
    schedule: '0 2 * * 0',
    state: 'ENABLED',
    ...{ lastAttemptTime: '2026-11-29T01:00:00.1Z', status: {} },
  },
  'storage buckets describe gs://sur-mesure.firebasestorage.app': {
    kind: 'storage#bucket',
    location: 'EU',
    locationType: 'multi-region',
    versioning: { enabled: true },
    softDeletePolicy: { retentionDurationSeconds: '2592000', effectiveTime: '2026-01-01T00:00:00Z' },
    cors: [{ origin: ['https://surmesure.example'], method: ['GET'], maxAgeSeconds: 3600 }],
    lifecycle: { rule: [{ action: { type: 'Delete' }, condition: { daysSinceNoncurrentTime: 30 } }] },
  },
  'storage buckets describe gs://sur-mesure-sauvegardes': {
    location: 'EU',
    lifecycle: { rule: [{ action: { type: 'Delete' }, condition: { age: 90 } }] },
  },
  'storage buckets describe gs://sur-mesure-preuves': {
    location: 'EU',
    retentionPolicy: { retentionPeriod: '315360000', isLocked: true, effectiveTime: '2026-01-01T00:00:00Z' },
  },
  'secrets versions list': [{ name: `projects/${number}/secrets/X/versions/1`, state: 'ENABLED' }],
  'run services describe': { status: { url: 'https://scanner-abc-ez.a.run.app' } },
  'run services get-iam-policy': { bindings: [{ role: 'roles/run.invoker', members: [sa(runner(number))] }] },
  'https://identitytoolkit.googleapis.com/admin/v2/projects/sur-mesure/config': {
    signIn: { allowDuplicateEmails: false, email: { enabled: false, passwordRequired: true } },
  },
  'https://identitytoolkit.googleapis.com/admin/v2/projects/sur-mesure/defaultSupportedIdpConfigs': {
    defaultSupportedIdpConfigs: [{ name: `projects/${number}/defaultSupportedIdpConfigs/google.com`, enabled: false }],
  },
  'billing budgets list': [
    {
      budgetFilter: { projects: [`projects/${number}`], calendarPeriod: 'MONTH' },
      amount: { specifiedAmount: { currencyCode: 'EUR', units: '50' } },
      thresholdRules: [{ thresholdPercent: 0.5 }, { thresholdPercent: 0.9 }],
    },
  ],
} as const satisfies Record<string, unknown>;
export type Question = keyof typeof goodAnswers;

/** A project that answers as said, and well for the rest. */
export function projectThat(changed: Partial<Record<Question, unknown>> = {}): CloudWorld {
  const answers: Readonly<Record<string, unknown>> = { ...goodAnswers, ...changed };
  return {
    ...{ project: 'sur-mesure', number, billingAccount: '0A0A0A-0B0B0B-0C0C0C' },
    bucket: 'sur-mesure.firebasestorage.app',
    parameters: {
      ORIGIN: 'https://surmesure.example',
      SMTP_HOST: 'smtp.relais.example',
      MAIL_FROM: 'surmesure@surmesure.example',
      SCANNER_URL: 'https://scanner-abc-ez.a.run.app',
    },
    ask: async (question) => {
      const line = question.join(' ');
      const key = Object.keys(answers).find((start) => line.startsWith(start));
      if (key === undefined) throw new Error(`no answer to: ${line}`);
      const value = answers[key];
      return isAnswer(value) ? value : { kind: 'said', value };
    },
    lookup: lookupAt('127.0.0.1:9'),
  };
}

const kinds = ['said', 'nothing', 'denied', 'disabled', 'silent'];

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'kind' in value && kinds.includes(String(value.kind));
}
