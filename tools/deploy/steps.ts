/** What one step needs to know of the deployment that it is a part of. */
export interface Deployment {
  readonly project: string;
  /** The commit that is deployed: the message of the release that Hosting keeps. */
  readonly commit: string;
  /** A preview channel; null for the site itself. */
  readonly channel: string | null;
  /** A former version of the pages to put back; null otherwise. */
  readonly version: string | null;
  /** Nobody is there to answer firebase-tools. */
  readonly unattended: boolean;
}

export interface Step {
  /** What is said while it runs. */
  readonly label: string;
  readonly command: (deployment: Deployment) => readonly string[];
  /** When it fails: what stands, and what to do. */
  readonly whenItFails: string;
  /** What a success leaves to be watched, with the command for it. */
  readonly warning?: (deployment: Deployment) => string;
}

const firebase = (...values: string[]) => ['firebase', ...values];
const quietly = ({ unattended }: Deployment) => (unattended ? ['--non-interactive'] : []);
const only = (target: string, more: (deployment: Deployment) => readonly string[] = () => []) => {
  return (deployment: Deployment) =>
    firebase(
      ...['deploy', '--only', target, '--project', deployment.project],
      ...quietly(deployment),
      ...more(deployment),
    );
};

const indexesOf = (project: string) =>
  `gcloud firestore indexes composite list '--format=table(name.basename(),state)' --project=${project}`;

/**
 * In the order of a deployment: each step works beside the older version of those that follow. A new index harms nobody, but is still being built when its
 * command ends (`warning`). Rules come before the code: a hole that they close must not wait for ten minutes of building. Pages come last, since they call the
 * functions.
 */
export const steps = {
  build: {
    label: 'Construction',
    command: () => ['node', 'tools/build/build.ts'],
    whenItFails: 'Rien n’a été déployé.',
  },
  indexes: {
    label: 'Index de Firestore',
    command: only('firestore:indexes'),
    warning: ({ project }) =>
      `Un index nouveau se construit encore quand cette étape finit ; d’ici là, ce qui le lit échoue. S’il y en a un, attendez READY avant de déployer les fonctions : ${indexesOf(project)}`,
    whenItFails: 'Le service n’a pas changé : des index en plus ne gênent personne.',
  },
  rules: {
    label: 'Règles de Firestore',
    command: only('firestore:rules'),
    whenItFails: 'Les anciennes règles sont en place, avec l’ancien code.',
  },
  storage: {
    label: 'Règles de Storage',
    command: only('storage'),
    whenItFails: 'Les anciennes règles de Storage sont en place, avec l’ancien code.',
  },
  functions: {
    label: 'Fonctions',
    // Unattended, triggers that are tried again and functions that are gone would each ask a question. Never for indexes: those of the code that
    // still runs would be deleted.
    command: only('functions', ({ unattended }) => (unattended ? ['--force'] : [])),
    whenItFails:
      'Les règles sont nouvelles ; chaque fonction est l’ancienne ou la nouvelle ; les pages sont anciennes.',
  },
  hosting: {
    label: 'Pages',
    command: only('hosting', ({ commit }) => ['--message', commit]),
    whenItFails: 'Les fonctions sont nouvelles, les pages sont anciennes : elles marchent ensemble.',
  },
  preview: {
    label: 'Aperçu des pages',
    command: (deployment) =>
      firebase(
        ...['hosting:channel:deploy', deployment.channel ?? '', '--expires', '7d', '--no-authorized-domains'],
        ...['--project', deployment.project, ...quietly(deployment)],
      ),
    whenItFails: 'Le site n’a pas changé : l’aperçu est à part.',
  },
  restore: {
    label: 'Anciennes pages',
    command: ({ project, version }) =>
      firebase('hosting:clone', `${project}@${version ?? ''}`, `${project}:live`, '--project', project),
    whenItFails: 'Les pages n’ont pas changé.',
  },
} as const satisfies Record<string, Step>;
export type StepName = keyof typeof steps;

/** What each kind of run does, in order. */
export const runs = {
  whole: ['build', 'indexes', 'rules', 'storage', 'functions', 'hosting'],
  preview: ['build', 'preview'],
  rollback: ['restore'],
} as const satisfies Record<string, readonly StepName[]>;
/** Those that `--only` may name: the build goes before any of them. */
export const choosable = runs.whole.filter((name) => name !== 'build');
