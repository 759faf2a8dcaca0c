import * as z from 'zod';
import { parametersFile } from '../../deploy/parameters.ts';
import { type Check, type Finding, missing, ok, unchecked, wrong } from '../check.ts';
import { asking, gcloud, lacks, quoted } from './reading.ts';
import { backupBucket, type CloudWorld, locations, proofBucket, runner } from './world.ts';

const database = z.object({
  locationId: z.string(),
  type: z.string(),
  pointInTimeRecoveryEnablement: z.string().default(''),
  deleteProtectionState: z.string().default(''),
});
const describeDatabase = () => ['firestore', 'databases', 'describe', '--database=(default)'];
const noDatabase = (world: CloudWorld) =>
  lacks(
    'aucune base Firestore',
    world,
    ...['firestore', 'databases', 'create', `--location=${locations.firestore}`, '--type=firestore-native'],
  );
const updateDatabase = (found: string, world: CloudWorld, option: string) =>
  lacks(found, world, 'firestore', 'databases', 'update', '--database=(default)', option);

const seconds = z.coerce.number();
/** As the API says it (`--raw`): the fields of Cloud Storage’s own reference. */
const bucket = z.object({
  location: z.string(),
  versioning: z.object({ enabled: z.boolean().default(false) }).optional(),
  softDeletePolicy: z.object({ retentionDurationSeconds: seconds.default(0) }).optional(),
  retentionPolicy: z.object({ retentionPeriod: seconds, isLocked: z.boolean().default(false) }).optional(),
  cors: z
    .array(z.object({ origin: z.array(z.string()).default([]), method: z.array(z.string()).default([]) }))
    .default([]),
  lifecycle: z
    .object({
      rule: z
        .array(
          z.object({
            action: z.object({ type: z.string() }),
            condition: z.object({ daysSinceNoncurrentTime: z.number().optional(), age: z.number().optional() }),
          }),
        )
        .default([]),
    })
    .optional(),
});
type Bucket = z.infer<typeof bucket>;

const DAY_SECONDS = 86_400;
const [SOFT_DELETE_DAYS, FORMER_DAYS, PROOF_YEARS] = [30, 30, 10];
/** The longest that Firestore keeps a backup. */
const BACKUP_WEEKS = 14;
const describeBucket = (name: string) => ['storage', 'buckets', 'describe', `gs://${name}`, '--raw'];
const update = (found: string, world: CloudWorld, ...options: string[]) =>
  lacks(found, world, 'storage', 'buckets', 'update', `gs://${world.bucket}`, ...options);

function ofBucket(name: string, judge: (answer: Bucket, world: CloudWorld) => Finding): Check<CloudWorld> {
  return asking({
    name,
    question: (world) => describeBucket(world.bucket),
    shape: bucket,
    judge,
    absent: ({ project }) =>
      missing(
        'le bucket n’existe pas',
        `Console Firebase, « Storage », « Commencer », emplacement ${locations.bucket}, ou nommez-le : --bucket NOM (projet ${project}).`,
      ),
  });
}

/** A file of settings of ours, for what gcloud reads from a file. */
const setting = (name: string) => `tools/setup/settings/${name}.json`;

const EXPORT_JOB = 'export-hebdomadaire';
const exportJob = z.object({
  ...{ state: z.string(), schedule: z.string(), lastAttemptTime: z.string().optional() },
  // gRPC: 0, or nothing, is well.
  status: z.object({ code: z.number().default(0) }).default({ code: 0 }),
});

/** Where everything is, and that nothing of it can be lost by one mistake. */
export const keptChecks = {
  firestore: asking({
    name: 'Lieu de Firestore',
    question: describeDatabase,
    shape: database,
    judge: ({ locationId, type }) => {
      if (locationId === locations.firestore && type === 'FIRESTORE_NATIVE') return ok(locationId);
      return wrong(
        `${locationId} (${type})`,
        `Le lieu est définitif : créez un autre projet, avec Firestore en ${locations.firestore}, mode natif.`,
      );
    },
    absent: noDatabase,
  }),
  pointInTime: asking({
    name: 'Retour en arrière (7 j)',
    question: describeDatabase,
    shape: database,
    judge: ({ pointInTimeRecoveryEnablement }, world) =>
      pointInTimeRecoveryEnablement === 'POINT_IN_TIME_RECOVERY_ENABLED'
        ? ok('activé')
        : updateDatabase('désactivé : seule la dernière heure peut être relue', world, '--enable-pitr'),
    absent: noDatabase,
  }),
  deletion: asking({
    name: 'Suppression protégée',
    question: describeDatabase,
    shape: database,
    judge: ({ deleteProtectionState }, world) =>
      deleteProtectionState === 'DELETE_PROTECTION_ENABLED'
        ? ok('activée')
        : updateDatabase('la base se supprime d’une commande', world, '--delete-protection'),
    absent: noDatabase,
  }),
  backups: asking({
    name: 'Sauvegarde du jour',
    question: () => ['firestore', 'backups', 'schedules', 'list', '--database=(default)'],
    shape: z.array(
      z.object({ name: z.string(), dailyRecurrence: z.object({}).optional(), retention: z.string().default('0s') }),
    ),
    judge: (answer, world) => {
      const daily = answer.find(({ dailyRecurrence }) => dailyRecurrence !== undefined);
      if (daily === undefined) return mendBackups(world);
      const days = Math.floor(Number.parseFloat(daily.retention) / DAY_SECONDS);
      return days >= BACKUP_WEEKS * 7
        ? ok(`gardée ${days} jours`)
        : lacks(
            `gardée ${days} jours`,
            world,
            ...['firestore', 'backups', 'schedules', 'update', '--database=(default)'],
            ...[`--backup-schedule=${daily.name.split('/').at(-1)}`, `--retention=${BACKUP_WEEKS}w`],
          );
    },
    absent: noDatabase,
  }),
  weekly: asking({
    name: 'Export de la semaine',
    question: () => ['scheduler', 'jobs', 'describe', EXPORT_JOB, `--location=${locations.functions}`],
    shape: exportJob,
    judge: judgeExport,
    absent: mendExport,
  }),
  bucketLocation: ofBucket('Lieu des fichiers', ({ location }) =>
    location === locations.bucket
      ? ok(location)
      : wrong(location, `Le lieu est définitif : créez un autre projet, avec un bucket en ${locations.bucket}.`),
  ),
  cors: ofBucket('CORS', ({ cors }, world) => judgeCors(cors, world)),
  versioning: ofBucket('Versions des fichiers', ({ versioning }, world) =>
    versioning?.enabled === true ? ok('gardées') : update('un fichier écrasé est perdu', world, '--versioning'),
  ),
  softDelete: ofBucket('Corbeille (30 j)', ({ softDeletePolicy }, world) => {
    const days = Math.floor((softDeletePolicy?.retentionDurationSeconds ?? 0) / DAY_SECONDS);
    return days >= SOFT_DELETE_DAYS
      ? ok(`${days} jours`)
      : update(`${days} jours`, world, `--soft-delete-duration=${SOFT_DELETE_DAYS}d`);
  }),
  lifecycle: ofBucket('Fin des anciennes versions', ({ lifecycle }, world) => {
    const deleting = (lifecycle?.rule ?? []).filter(({ action }) => action.type === 'Delete');
    const mend = `--lifecycle-file=${setting('lifecycle')}`;
    // By age alone, or by anything else, what is deleted is what is in use.
    if (deleting.some(({ condition }) => condition.daysSinceNoncurrentTime === undefined))
      return wrong(
        'une règle supprime des fichiers en service',
        gcloud(world, 'storage', 'buckets', 'update', `gs://${world.bucket}`, mend),
      );
    const days = deleting.map(({ condition }) => condition.daysSinceNoncurrentTime ?? 0).toSorted((a, b) => a - b)[0];
    if (days === FORMER_DAYS) return ok(`après ${days} jours`);
    const found = days === undefined ? 'gardées sans fin, même ce qui devait être effacé' : `après ${days} jours`;
    return update(found, world, mend);
  }),
  exports: asking({
    name: 'Bucket des exports',
    question: ({ project }) => describeBucket(backupBucket(project)),
    shape: bucket,
    judge: ({ location, lifecycle }, world) => {
      if (location !== locations.bucket) return wrong(location, `Recréez-le en ${locations.bucket}.`);
      const name = `gs://${backupBucket(world.project)}`;
      const ends = lifecycle?.rule.some(({ action, condition }) => action.type === 'Delete' && condition.age);
      return ends
        ? ok(location)
        : lacks(
            'les exports y restent sans fin',
            world,
            ...['storage', 'buckets', 'update', name, `--lifecycle-file=${setting('exports-lifecycle')}`],
          );
    },
    absent: (world) => createBucket(backupBucket(world.project), world),
  }),
  proofs: asking({
    name: 'Verrou des preuves',
    question: ({ project }) => describeBucket(proofBucket(project)),
    shape: bucket,
    // Where it is first: what is locked stays there for ten years.
    judge: ({ location, retentionPolicy }, world) =>
      location === locations.bucket
        ? judgeLock(retentionPolicy, world)
        : wrong(
            location,
            retentionPolicy?.isLocked === true
              ? `Verrouillé hors de ${locations.bucket}, sans retour : copiez les preuves dans un autre projet, en ${locations.bucket}.`
              : `Ne le verrouillez pas : recréez-le en ${locations.bucket}.`,
          ),
    absent: (world) => createBucket(proofBucket(world.project), world, `--retention-period=${PROOF_YEARS}y`),
  }),
} as const satisfies Record<string, Check<CloudWorld>>;

/** On, and its last attempt answered well: an account that lost its right fails each week, and stays « ENABLED ». */
function judgeExport({ state, schedule, lastAttemptTime, status }: z.infer<typeof exportJob>, world: CloudWorld) {
  const act = (found: string, word: string) =>
    lacks(found, world, 'scheduler', 'jobs', word, EXPORT_JOB, `--location=${locations.functions}`);
  if (state !== 'ENABLED') return act(state, 'resume');
  if (lastAttemptTime === undefined) return act(`${schedule} : n’a encore jamais eu lieu`, 'run');
  const day = lastAttemptTime.slice(0, 10);
  if (status.code === 0) return ok(`${schedule}, essayé le ${day}`);
  const found = `le dernier, du ${day}, a échoué (code ${status.code})`;
  return missing(found, `${mendRight(world)} && ${act(found, 'run').advice ?? ''}`);
}

function mendBackups(world: CloudWorld): Finding {
  const schedule = ['firestore', 'backups', 'schedules', 'create', '--database=(default)'];
  return lacks('aucune', world, ...schedule, '--recurrence=daily', `--retention=${BACKUP_WEEKS}w`);
}

/** Asked by Cloud Scheduler in the name of the functions’ account, which needs the right to export. */
function mendExport(world: CloudWorld): Finding {
  const { project, number } = world;
  const create = gcloud(
    world,
    ...['scheduler', 'jobs', 'create', 'http', EXPORT_JOB, `--location=${locations.functions}`],
    ...['--schedule=0 2 * * 0', '--time-zone=Europe/Paris', '--http-method=POST'],
    `--uri=https://firestore.googleapis.com/v1/projects/${project}/databases/(default):exportDocuments`,
    `--message-body={"outputUriPrefix":"gs://${backupBucket(project)}"}`,
    `--oauth-service-account-email=${runner(number)}`,
  );
  return missing('aucun', `${mendRight(world)} && ${create}`);
}

function mendRight(world: CloudWorld): string {
  return gcloud(
    world,
    ...['projects', 'add-iam-policy-binding', world.project, `--member=serviceAccount:${runner(world.number)}`],
    ...['--role=roles/datastore.importExportAdmin', '--condition=None'],
  );
}

function createBucket(name: string, world: CloudWorld, ...options: string[]): Finding {
  return lacks(
    `${name} n’existe pas`,
    world,
    ...['storage', 'buckets', 'create', `gs://${name}`, `--location=${locations.bucket}`],
    ...['--uniform-bucket-level-access', '--public-access-prevention', ...options],
  );
}

/** Pages read files by `fetch` from the site’s own address: without CORS, no browser shows one. */
function judgeCors(cors: Bucket['cors'], world: CloudWorld): Finding {
  const origin = world.parameters?.ORIGIN;
  if (!origin)
    return unchecked('ORIGIN n’est pas connu', `Écrivez-le dans ${parametersFile(world.project)}, puis relancez.`);
  const open = cors.some((rule) => rule.origin.includes(origin) && rule.method.includes('GET'));
  const mend = `${writeCors(origin)} && ${gcloud(world, 'storage', 'buckets', 'update', `gs://${world.bucket}`, `--cors-file=${CORS_FILE}`)}`;
  if (!open) return missing(`${origin} ne peut pas lire les fichiers`, mend);
  const everybody = cors.some((rule) => rule.origin.includes('*'));
  return everybody ? wrong('toutes les adresses', `Ne laissez que ${origin} : ${mend}`) : ok(origin);
}

/** In a folder that Git ignores: an address written in a file of ours would be a change, which `npm run deploy` refuses. */
const CORS_FILE = '.local/cors.json';
function writeCors(origin: string): string {
  const rule = { origin: [origin], method: ['GET'], responseHeader: ['Content-Type'], maxAgeSeconds: 3_600 };
  return `mkdir -p .local && printf %s ${quoted(JSON.stringify([rule]))} > ${CORS_FILE}`;
}

function judgeLock(policy: Bucket['retentionPolicy'], world: CloudWorld): Finding {
  const name = `gs://${proofBucket(world.project)}`;
  const years = Math.floor((policy?.retentionPeriod ?? 0) / (365 * DAY_SECONDS));
  if (years < PROOF_YEARS)
    return lacks(`${years} ans`, world, 'storage', 'buckets', 'update', name, `--retention-period=${PROOF_YEARS}y`);
  return policy?.isLocked === true
    ? ok(`${years} ans, verrouillé`)
    : lacks(
        `${years} ans, mais la durée peut être retirée (le verrou est sans retour)`,
        world,
        ...['storage', 'buckets', 'update', name, '--lock-retention-period'],
      );
}
