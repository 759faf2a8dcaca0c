import { dayOf, formatDay } from '../domain/calendar.ts';
import type { StoredFile } from '../domain/dossiers/pieces.ts';
import type { Proof } from '../domain/missions/outcome.ts';

interface Step {
  readonly atMs: number;
  readonly label: string;
}

/** How the person was recognised, step by step; of a record that does not say, the sign-in alone. */
export function authenticationSteps({ signedInAt, authentication }: Proof): Step[] {
  if (authentication === undefined)
    return [{ atMs: signedInAt, label: 'Connexion par un lien ou un code à usage unique, envoyé à cette adresse' }];
  const { by, askedAt, sentAt, usedAt } = authentication;
  const [asked, sent, used] = authenticationWords[by](authentication);
  return [
    ...(askedAt === null ? [] : [{ atMs: askedAt, label: asked }]),
    ...(sentAt === null ? [] : [{ atMs: sentAt, label: sent }]),
    { atMs: usedAt, label: used },
  ];
}

const authenticationWords = {
  code: ({ wrongCodes }) => [
    'Code à six chiffres demandé',
    'Code envoyé à cette adresse',
    wrongCodes === 0
      ? 'Code accepté au premier essai'
      : `Code accepté, après ${wrongCodes} essai${wrongCodes > 1 ? 's' : ''} refusé${wrongCodes > 1 ? 's' : ''}`,
  ],
  link: () => [
    'Lien de connexion demandé',
    'Lien à usage unique envoyé à cette adresse',
    'Connexion par ce lien, qui ne sert qu’une fois',
  ],
} as const satisfies Record<
  NonNullable<Proof['authentication']>['by'],
  (authentication: NonNullable<Proof['authentication']>) => readonly [string, string, string]
>;

/** What the person opened before deciding; of the picture of a first page, nothing: a page shows it by itself. */
export function openingSteps({ opened = [], person }: Proof, files: readonly StoredFile[]): Step[] {
  return opened.flatMap(({ fileId, as, firstAt }) => {
    const file = as === 'file' && files.find(({ id }) => id === fileId);
    return file ? [{ atMs: firstAt, label: `Document ouvert : ${file.name} (${person.name})` }] : [];
  });
}

/** « , rôle donné par Camille Roux le lundi 2 mars 2026 », or nothing. */
export function roleGivenWords({ person: { roleGiven } }: Proof): string {
  return roleGiven === undefined ? '' : `, rôle donné par ${roleGiven.byName} le ${formatDay(dayOf(roleGiven.at))}`;
}
