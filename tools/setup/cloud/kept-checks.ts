import * as z from 'zod';
import { type Check, type Finding, missing, ok, unchecked, wrong } from '../check.ts';
import { asking, gcloud, lacks } from './reading.ts';
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
    shape: z.array(z.object({ dailyRecurrence: z.object({}).optional(), retention: z.string().default('') })),
    judge: (answer, world) => {
      const daily = answer.find(({ dailyRecurrence }) => dailyRecurrence !== undefined);
      return daily === undefined
        ? mendBackups(world)
        : ok(`gardée ${Math.round(Number.parseFloat(daily.retention) / DAY_SECONDS)} jours`);
    },
    absent: noDatabase,
  }),
  weekly: asking({
    name: 'Export de la semaine',
    question: () => ['scheduler', 'jobs', 'describe', EXPORT_JOB, `--location=${locations.functions}`],
    shape: z.object({ state: z.string(), schedule: z.string() }),
    judge: ({ state, schedule }, world) =>
      state === 'ENABLED'
        ? ok(schedule)
        : lacks(state, world, 'scheduler', 'jobs', 'resume', EXPORT_JOB, `--location=${locations.functions}`),
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
    const rule = lifecycle?.rule.find(
      ({ action, condition }) => action.type === 'Delete' && condition.daysSinceNoncurrentTime !== undefined,
    );
    const days = rule?.condition.daysSinceNoncurrentTime;
    if (days === FORMER_DAYS) return ok(`après ${days} jours`);
    const found = days === undefined ? 'gardées sans fin, même ce qui devait être effacé' : `après ${days} jours`;
    return update(found, world, `--lifecycle-file=${setting('lifecycle')}`);
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
    judge: ({ retentionPolicy }, world) => judgeLock(retentionPolicy, world),
    absent: (world) => createBucket(proofBucket(world.project), world, `--retention-period=${PROOF_YEARS}y`),
  }),
} as const satisfies Record<string, Check<CloudWorld>>;

const EXPORT_JOB = 'export-hebdomadaire';

function mendBackups(world: CloudWorld): Finding {
  const schedule = ['firestore', 'backups', 'schedules', 'create', '--database=(default)'];
  return lacks('aucune', world, ...schedule, '--recurrence=daily', '--retention=14w');
}

/** Asked by Cloud Scheduler in the name of the functions’ account, which needs the right to export. */
function mendExport(world: CloudWorld): Finding {
  const { project, number } = world;
  const grant = gcloud(
    world,
    ...['projects', 'add-iam-policy-binding', project, `--member=serviceAccount:${runner(number)}`],
    ...['--role=roles/datastore.importExportAdmin', '--condition=None'],
  );
  const create = gcloud(
    world,
    ...['scheduler', 'jobs', 'create', 'http', EXPORT_JOB, `--location=${locations.functions}`],
    ...['--schedule=0 2 * * 0', '--time-zone=Europe/Paris', '--http-method=POST'],
    `--uri=https://firestore.googleapis.com/v1/projects/${project}/databases/(default):exportDocuments`,
    `--message-body={"outputUriPrefix":"gs://${backupBucket(project)}"}`,
    `--oauth-service-account-email=${runner(number)}`,
  );
  return missing('aucun', `${grant} && ${create}`);
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
  if (!origin) return unchecked('ORIGIN n’est pas connu', `Écrivez-le dans .env.${world.project}, puis relancez.`);
  const open = cors.some((rule) => rule.origin.includes(origin) && rule.method.includes('GET'));
  if (!open)
    return missing(
      `${origin} ne peut pas lire les fichiers`,
      `Dans ${setting('cors')}, écrivez cette adresse, puis : ${gcloud(world, 'storage', 'buckets', 'update', `gs://${world.bucket}`, `--cors-file=${setting('cors')}`)}`,
    );
  const everybody = cors.some((rule) => rule.origin.includes('*'));
  return everybody
    ? wrong('toutes les adresses', `Ne laissez que ${origin} (--cors-file=${setting('cors')}).`)
    : ok(origin);
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
