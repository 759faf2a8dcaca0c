import * as z from 'zod';
import { type Check, missing, ok } from '../check.ts';
import { asking, gcloud, lacks, typed } from './reading.ts';
import { type CloudWorld, runner, storageAgent } from './world.ts';

/** What the functions, their triggers and their schedules, the rules and the deployment itself call. */
export const services = [
  ...['firebase', 'firebaserules', 'firebasehosting', 'firebasestorage', 'firestore', 'storage'],
  ...['cloudfunctions', 'run', 'eventarc', 'pubsub', 'cloudscheduler', 'cloudbuild', 'artifactregistry'],
  ...['secretmanager', 'identitytoolkit', 'iamcredentials', 'logging'],
  // What these checks themselves ask.
  ...['cloudresourcemanager', 'cloudbilling', 'billingbudgets', 'iam'],
].map((name) => `${name}.googleapis.com`);

const enabled = z.array(z.object({ config: z.object({ name: z.string() }) }));
export const policy = z.object({
  bindings: z.array(z.object({ role: z.string(), members: z.array(z.string()).default([]) })).default([]),
});

/** Whether a policy gives one of the roles to a service account. */
export function gives({ bindings }: z.infer<typeof policy>, account: string, ...roles: readonly string[]): boolean {
  return bindings.some(({ role, members }) => roles.includes(role) && members.includes(`serviceAccount:${account}`));
}

/** What the functions do with the account that runs them. The editor of a project may do all of it but sign. */
const runnerRoles = [
  ...['roles/datastore.user', 'roles/storage.objectAdmin', 'roles/firebaseauth.admin'],
  ...['roles/eventarc.eventReceiver', 'roles/run.invoker'],
];
const allOfThem = ['roles/editor', 'roles/owner'];
const SIGNS = 'roles/iam.serviceAccountTokenCreator';
const READS_FOR_RULES = 'roles/firebaserules.firestoreServiceAgent';

const grant = (account: string, role: string, { project }: CloudWorld) => [
  ...['projects', 'add-iam-policy-binding', project],
  ...[`--member=serviceAccount:${account}`, `--role=${role}`, '--condition=None'],
];
const policyOfProject = ({ project, number }: CloudWorld) =>
  number === null ? null : ['projects', 'get-iam-policy', project];
const noProject = ({ project }: CloudWorld) => missing(`le projet ${project} n’existe pas`, 'Vérifiez son nom.');

const onAccount = ({ number }: CloudWorld) =>
  number === null ? null : ['iam', 'service-accounts', 'get-iam-policy', runner(number)];

/** Given on the account itself, which is what is advised, or on the whole project, which does as well. */
function signing(question: (world: CloudWorld) => readonly string[] | null): Check<CloudWorld> {
  return asking({
    ...{ name: 'signBlob', question, shape: policy },
    judge: (answer, world) =>
      gives(answer, runner(world.number), SIGNS)
        ? ok('les fonctions signent les connexions')
        : mendSigning('personne ne pourrait se connecter', world),
    absent: (world) => mendSigning('le compte des fonctions n’existe pas encore : activez les services', world),
  });
}

/** The project itself: paid for, its services on, its accounts allowed. */
export const projectChecks = {
  billing: asking({
    name: 'Facturation',
    question: ({ project }) => ['billing', 'projects', 'describe', project],
    shape: z.object({ billingEnabled: z.boolean().default(false), billingAccountName: z.string().default('') }),
    judge: ({ billingEnabled, billingAccountName }, world) =>
      billingEnabled
        ? ok(billingAccountName)
        : missing(
            'aucun compte de facturation : ni fonctions ni planifications (offre Blaze)',
            typed(['gcloud', 'billing', 'projects', 'link', world.project, '--billing-account=COMPTE']),
          ),
    absent: noProject,
  }),
  services: asking({
    name: 'Services',
    question: () => ['services', 'list', '--enabled'],
    shape: enabled,
    judge: (answer, world) => {
      const on = new Set(answer.map(({ config }) => config.name));
      const off = services.filter((name) => !on.has(name));
      return off.length === 0
        ? ok(`${services.length} activés`)
        : lacks(`${off.length} à activer`, world, 'services', 'enable', ...off);
    },
    absent: noProject,
  }),
  storageRules: asking({
    name: 'Règles de Storage',
    question: policyOfProject,
    shape: policy,
    judge: (answer, world) =>
      gives(answer, storageAgent(world.number), READS_FOR_RULES)
        ? ok('elles lisent Firestore')
        : lacks(
            'elles ne peuvent pas lire Firestore : aucun document ne s’ouvrirait',
            world,
            ...grant(storageAgent(world.number), READS_FOR_RULES, world),
          ),
    absent: noProject,
  }),
  runner: asking({
    name: 'Rôles des fonctions',
    question: policyOfProject,
    shape: policy,
    judge: (answer, world) => {
      const account = runner(world.number);
      if (gives(answer, account, ...allOfThem)) return ok('éditeur du projet');
      const absent = runnerRoles.filter((role) => !gives(answer, account, role));
      return absent.length === 0
        ? ok(`${runnerRoles.length} rôles`)
        : missing(
            `il manque ${absent.join(', ')}`,
            absent.map((role) => gcloud(world, ...grant(account, role, world))).join(' && '),
          );
    },
    absent: noProject,
  }),
  signing: {
    name: 'Signature (signBlob)',
    judge: async (world) => {
      const onItself = await signing(onAccount).judge(world);
      if (onItself.verdict !== 'missing') return onItself;
      const onProject = await signing(policyOfProject).judge(world);
      return onProject.verdict === 'ok' ? onProject : onItself;
    },
  },
} as const satisfies Record<string, Check<CloudWorld>>;

function mendSigning(found: string, world: CloudWorld) {
  const account = runner(world.number);
  return lacks(
    found,
    world,
    ...['iam', 'service-accounts', 'add-iam-policy-binding', account],
    ...[`--member=serviceAccount:${account}`, `--role=${SIGNS}`],
  );
}
