/**
 * Which programs run the three emulators that are not Node. Google's own, downloaded by firebase-tools, is the default;
 * where they are neither there nor within reach, those that gcloud installed (docs/decisions/002). Pure: the facts are
 * gathered in `machine.ts`, the choice acted upon in `prepare.ts`.
 */
export const binaryNames = ['firestore', 'storage', 'pubsub'] as const;
export type BinaryName = (typeof binaryNames)[number];

/** firebase-tools' own variables: it runs what they name instead of what it downloads. */
export const binaryVariables = {
  firestore: 'FIRESTORE_EMULATOR_BINARY_PATH',
  storage: 'STORAGE_EMULATOR_BINARY_PATH',
  pubsub: 'PUBSUB_EMULATOR_BINARY_PATH',
} as const satisfies Record<BinaryName, string>;

/** What this machine has. Paths are absolute; undefined when there is none. */
export interface MachineFacts {
  /** Set by the user through firebase-tools' variables. */
  readonly named: Partial<Record<BinaryName, string>>;
  /** Whole official downloads in firebase-tools' cache. */
  readonly downloaded: Partial<Record<BinaryName, string>>;
  /** Whether the official downloads answer. */
  readonly downloadable: boolean;
  /** Whether Firebase's own pages (the Emulator UI) are wanted and can be had. */
  readonly userInterface: boolean;
  /** Installed by gcloud. */
  readonly installed: { readonly firestoreJar?: string; readonly pubsub?: string };
  /** Whether `javac` is there: the Storage rules' stand-in is compiled on the machine that needs it. */
  readonly compiler: boolean;
}

export type BinaryChoice =
  | { readonly kind: 'official' }
  | { readonly kind: 'download' }
  | { readonly kind: 'named'; readonly path: string }
  /** gcloud's jar names no main class, so it is started through a jar that does. */
  | { readonly kind: 'firestoreJar'; readonly jar: string }
  /** Our stand-in around the rules engine that this Firestore jar contains. */
  | { readonly kind: 'standIn'; readonly engine: string }
  | { readonly kind: 'program'; readonly path: string }
  | { readonly kind: 'missing'; readonly remedy: string };

export function chooseBinary(name: BinaryName, facts: MachineFacts): BinaryChoice {
  const named = facts.named[name];
  if (named !== undefined) return { kind: 'named', path: named };
  if (facts.downloaded[name] !== undefined) return { kind: 'official' };
  if (facts.downloadable) return { kind: 'download' };
  return installedChoice[name](facts);
}

const installedChoice: Record<BinaryName, (facts: MachineFacts) => BinaryChoice> = {
  firestore: ({ installed }) =>
    installed.firestoreJar === undefined
      ? missing('cloud-firestore-emulator')
      : { kind: 'firestoreJar', jar: installed.firestoreJar },
  storage: (facts) => {
    const engine = facts.named.firestore ?? facts.downloaded.firestore ?? facts.installed.firestoreJar;
    if (engine === undefined) return missing('cloud-firestore-emulator');
    return facts.compiler
      ? { kind: 'standIn', engine }
      : {
          kind: 'missing',
          remedy:
            'Install a Java development kit: this Java has no "javac", which compiles the stand-in for Storage rules.',
        };
  },
  pubsub: ({ installed }) =>
    installed.pubsub === undefined ? missing('pubsub-emulator') : { kind: 'program', path: installed.pubsub },
};

function missing(component: string): BinaryChoice {
  const remedy = `Install it with "gcloud components install ${component}" (or "apt-get install google-cloud-cli-${component.replace('cloud-', '')}").`;
  return { kind: 'missing', remedy };
}

export type BinaryChoices = Partial<Record<BinaryName, BinaryChoice>>;

export function chooseBinaries(names: readonly BinaryName[], facts: MachineFacts): BinaryChoices {
  return Object.fromEntries(names.map((name) => [name, chooseBinary(name, facts)]));
}

/** One line that says what will run when it is not simply the official emulators; undefined when it is. */
export function announcement(choices: BinaryChoices): string | undefined {
  const kinds = new Set(Object.values(choices).map((choice) => choice.kind));
  if (kinds.has('firestoreJar') || kinds.has('standIn') || kinds.has('program')) {
    const standIn = kinds.has('standIn') ? ', Storage rules judged by our stand-in on the same rules engine' : '';
    return `The official emulators cannot be downloaded from here: using those that gcloud installed${standIn}.`;
  }
  if (kinds.has('download')) return 'Downloading the official emulators, once (about 180 MB)...';
  return undefined;
}

/** What to install, when some emulator can neither be downloaded nor found; undefined when all are there. */
export function missingMessage(choices: BinaryChoices): string | undefined {
  const lines = Object.entries(choices).flatMap(([name, choice]) =>
    choice.kind === 'missing' ? [`- ${name}: ${choice.remedy}`] : [],
  );
  if (lines.length === 0) return undefined;
  return [
    'These emulators can neither be downloaded (storage.googleapis.com does not answer) nor found on this machine:',
    ...lines,
    'Or let this machine reach storage.googleapis.com (HTTPS_PROXY is honoured), or name the files yourself:',
    `  ${Object.values(binaryVariables).join(', ')}`,
  ].join('\n');
}
