import * as z from 'zod';
import { absentParameters, type Parameter, parametersFile } from '../../deploy/parameters.ts';
import { type Check, missing, ok, unchecked, wrong } from '../check.ts';
import { gives, policy } from './project-checks.ts';
import { asking, lacks, typed } from './reading.ts';
import { type CloudWorld, locations, runner } from './world.ts';

/** The addresses that Firebase Hosting gives to custom domains (A records), in use for years. */
const hostingAddresses = ['199.36.158.100'];
const ownHosts = ['.web.app', '.firebaseapp.com'];
const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).hostname : '');

const budgets = z.array(
  z.object({
    budgetFilter: z.object({ projects: z.array(z.string()).default([]) }).default({ projects: [] }),
    thresholdRules: z.array(z.object({ thresholdPercent: z.number() })).default([]),
  }),
);

/** What the code asks of a deployment, and what runs beside it. `parameters`: those that the code declares. */
export function runningChecks(parameters: readonly Parameter[]) {
  const secrets = parameters.filter(({ isSecret }) => isSecret).map(({ name }) => [name, secretCheck(name)] as const);
  return {
    parameters: parametersCheck(parameters),
    ...Object.fromEntries(secrets),
    domain: { name: 'Domaine du site', judge: judgeDomain },
    scanner: scannerCheck,
    scannerCallers,
    providers: providersCheck,
    federated: federatedCheck,
    budget: budgetCheck,
  } satisfies Record<string, Check<CloudWorld>>;
}

function parametersCheck(parameters: readonly Parameter[]): Check<CloudWorld> {
  return {
    name: 'Paramètres',
    judge: async ({ parameters: given, project }) => {
      const file = parametersFile(project);
      if (given === null) return missing(`${file} n’existe pas`, `cp .env.example ${file}, puis remplissez-le.`);
      const absent = absentParameters(parameters, given);
      return absent.length === 0 ? ok(file) : missing(`il manque ${absent.join(', ')}`, `Écrivez-les dans ${file}.`);
    },
  };
}

function secretCheck(name: string): Check<CloudWorld> {
  const mend = ({ project }: CloudWorld) =>
    missing('aucune valeur', typed(['npx', 'firebase', 'functions:secrets:set', name, '--project', project]));
  return asking({
    name: `Secret ${name}`,
    question: () => ['secrets', 'versions', 'list', name, '--filter=state=ENABLED', '--limit=1'],
    shape: z.array(z.object({ state: z.string() })),
    judge: (answer, world) => (answer.length > 0 ? ok('présent') : mend(world)),
    absent: mend,
  });
}

/** The site’s own domain leads to Hosting. One of Firebase’s needs nothing. */
async function judgeDomain({ parameters, project, lookup }: CloudWorld) {
  const host = hostOf(parameters?.ORIGIN ?? '');
  if (host === '')
    return unchecked('ORIGIN n’est pas une adresse', `Écrivez-le dans ${parametersFile(project)} : https://…`);
  if (ownHosts.some((end) => host.endsWith(end))) return ok(host);
  const [aliases, addresses] = [await lookup.aliases(host), await lookup.addresses(host)];
  const leads =
    aliases.some((name) => ownHosts.some((end) => name.endsWith(end))) ||
    addresses.some((address) => hostingAddresses.includes(address));
  const steps = `Console Firebase, « Hosting », « Ajouter un domaine personnalisé » : ${host}, puis les enregistrements qu’elle donne.`;
  if (leads) return ok(host);
  return addresses.length + aliases.length === 0
    ? missing(`${host} ne mène nulle part`, steps)
    : wrong(`${host} mène ailleurs`, steps);
}

/** Allowed, and said to whoever reads a file. */
const none = ok(
  'aucun (SCANNER_URL vide)',
  'Les fichiers sont lus sans lui, et les pages le disent. Pour en avoir un : scanner/README.md.',
);
const scannerOf = (world: CloudWorld) => world.parameters?.SCANNER_URL ?? '';
const ofScanner = (check: Check<CloudWorld>): Check<CloudWorld> => ({
  name: check.name,
  judge: async (world) => (scannerOf(world) === '' ? none : check.judge(world)),
});
const region = `--region=${locations.functions}`;
const noScanner = () => missing('le conteneur n’est pas déployé', 'Suivez scanner/README.md.');

const scannerCheck = ofScanner(
  asking({
    name: 'Antivirus',
    question: () => ['run', 'services', 'describe', 'scanner', region],
    shape: z.object({ status: z.object({ url: z.string() }) }),
    judge: ({ status }, world) =>
      status.url === scannerOf(world)
        ? ok(status.url)
        : wrong(
            `SCANNER_URL est ${scannerOf(world)}, le conteneur est à ${status.url}`,
            `Corrigez ${parametersFile(world.project)}.`,
          ),
    absent: noScanner,
  }),
);

const scannerCallers = ofScanner(
  asking({
    name: 'Accès à l’antivirus',
    question: () => ['run', 'services', 'get-iam-policy', 'scanner', region],
    shape: policy,
    judge: (answer, world) => {
      const open = answer.bindings.some(({ members }) => members.includes('allUsers'));
      const change = ['run', 'services', open ? 'remove-iam-policy-binding' : 'add-iam-policy-binding', 'scanner'];
      const role = ['--role=roles/run.invoker', region];
      if (open) return lacks('ouvert à tous', world, ...change, ...role, '--member=allUsers');
      const account = runner(world.number);
      return gives(answer, account, 'roles/run.invoker')
        ? ok('les fonctions seules')
        : lacks('fermé aux fonctions', world, ...change, ...role, `--member=serviceAccount:${account}`);
    },
    absent: noScanner,
  }),
);

const signIn = z.object({
  signIn: z
    .object({
      email: z.object({ enabled: z.boolean().default(false) }).optional(),
      phoneNumber: z.object({ enabled: z.boolean().default(false) }).optional(),
      anonymous: z.object({ enabled: z.boolean().default(false) }).optional(),
    })
    .default({}),
});
/** Asked of the API itself: no command of gcloud reads it. */
const PROVIDERS = 'https://identitytoolkit.googleapis.com/admin/v2/projects';

/** Only our own tokens sign in: a provider left on lets anybody make a user, who can do nothing, and be counted. */
const providersCheck = asking({
  name: 'Fournisseurs de connexion',
  question: ({ project }) => [`${PROVIDERS}/${project}/config`],
  shape: signIn,
  judge: ({ signIn: on }, { project }) => {
    const names = Object.entries(on).flatMap(([name, provider]) => (provider?.enabled ? [name] : []));
    return names.length === 0 ? ok('aucun') : providersOn(names, project);
  },
  absent: noAuthentication,
});

/** Google, Microsoft and the like: kept apart by the API. */
const federatedCheck = asking({
  name: 'Fournisseurs extérieurs',
  question: ({ project }) => [`${PROVIDERS}/${project}/defaultSupportedIdpConfigs`],
  shape: z.object({
    defaultSupportedIdpConfigs: z
      .array(z.object({ name: z.string(), enabled: z.boolean().default(false) }))
      .default([]),
  }),
  judge: ({ defaultSupportedIdpConfigs: all }, { project }) => {
    const names = all.filter(({ enabled }) => enabled).map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
    return names.length === 0 ? ok('aucun') : providersOn(names, project);
  },
  absent: noAuthentication,
});

function providersOn(names: readonly string[], project: string) {
  const page = `https://console.firebase.google.com/project/${project}/authentication/providers`;
  return wrong(names.join(', '), `Désactivez-les : ${page}`);
}

function noAuthentication({ project }: CloudWorld) {
  return missing(
    'Authentication n’est pas ouvert',
    `https://console.firebase.google.com/project/${project}/authentication : « Commencer », sans activer de fournisseur.`,
  );
}

const budgetCheck = asking({
  name: 'Alerte de budget',
  question: ({ billingAccount }) =>
    billingAccount === null ? null : ['billing', 'budgets', 'list', `--billing-account=${billingAccount}`],
  shape: budgets,
  judge: (answer, world) => {
    const ours = answer.find(({ budgetFilter: { projects }, thresholdRules }) => {
      const names = [`projects/${world.number}`, `projects/${world.project}`];
      return thresholdRules.length > 0 && (projects.length === 0 || projects.some((name) => names.includes(name)));
    });
    return ours
      ? ok(`${ours.thresholdRules.length} seuils`)
      : missing(
          'aucune',
          typed([
            ...['gcloud', 'billing', 'budgets', 'create', `--billing-account=${world.billingAccount ?? 'COMPTE'}`],
            ...['--display-name=Sur mesure', '--budget-amount=50EUR', `--filter-projects=projects/${world.project}`],
            ...['--threshold-rule=percent=0.5', '--threshold-rule=percent=0.9', '--threshold-rule=percent=1.0'],
          ]),
        );
  },
  absent: () => missing('le compte de facturation n’existe pas', 'Voir la ligne « Facturation ».'),
});
