import { grantActions } from '@sur-mesure/functions/domain/access/grant-actions';
import type { AccessGrant, Opening } from '@sur-mesure/functions/domain/access/views';
import { dayOf } from '@sur-mesure/functions/domain/calendar';
import type { GrantAction } from '@sur-mesure/functions/domain/people/people';
import type { FieldError } from '../notice/Notice.tsx';
import type { PillTone } from '../state-pill/StatePill.tsx';
import { dayInFull } from '../words/dates.ts';
import { counted, of } from '../words/typography.ts';

export const grantStates = {
  open: { label: 'Peut lire le dossier', tone: 'running' },
  ended: { label: 'Accès terminé', tone: 'ended' },
  cut: { label: 'Accès coupé par l’équipe', tone: 'refused' },
} as const satisfies Record<AccessGrant['state'], { readonly label: string; readonly tone: PillTone }>;

/** Until when somebody reads, or since when no more. */
export function untilWords({ state, until }: Pick<AccessGrant, 'state' | 'until'>): string | undefined {
  if (state === 'cut') return undefined;
  if (until === null) return state === 'open' ? 'Tant que la mission dure' : undefined;
  return state === 'open' ? `Jusqu’au ${dayInFull(dayOf(until))}` : `Depuis le ${dayInFull(dayOf(until))}`;
}

/** « 3 ouvertures, la dernière mardi 4 mars 2025 ». */
export function openingsWords({ openings, lastOpenedAt }: Pick<AccessGrant, 'openings' | 'lastOpenedAt'>): string {
  if (openings === 0 || lastOpenedAt === null) return 'N’a encore ouvert aucun document';
  const last = dayInFull(dayOf(lastOpenedAt));
  return openings === 1 ? `Une ouverture, ${last}` : `${counted(openings, 'ouverture')}, la dernière ${last}`;
}

const readers = {
  laureate: 'votre manufacture',
  expert: 'expert',
  staff: 'équipe France Tiers-Lieux',
  observer: 'observation',
} as const satisfies Record<Opening['kind'], string>;

/** « Marc Petit (expert) a ouvert « devis.pdf » ». Staff read « manufacture » where its own people read « votre manufacture ». */
export function openingSentence({ name, kind, as, fileName }: Opening, forStaff: boolean): string {
  const reader = forStaff && kind === 'laureate' ? 'manufacture' : readers[kind];
  return `${name} (${reader}) a ${as === 'file' ? 'ouvert' : 'vu l’aperçu de'} « ${fileName} ».`;
}

export type GrantActionName = GrantAction['action'];
const grantActionNames = ['extend', 'restore', 'cut'] as const satisfies readonly GrantActionName[];
export type AskedOfGrant = 'mission' | 'until' | 'reason';

interface GrantWords {
  /** The button, and the one that confirms. */
  readonly label: string;
  readonly title: (name: string) => string;
  readonly tone: 'primary' | 'danger';
  readonly asks: readonly AskedOfGrant[];
  readonly follows: (name: string) => readonly string[];
}

/** Beside the domain's table of actions, which says when each may be done: its words, what it asks, what follows. */
export const grantWords = {
  extend: {
    label: 'Prolonger l’accès',
    title: (name) => `Prolonger l’accès ${of(name)}`,
    tone: 'primary',
    asks: ['mission', 'until', 'reason'],
    follows: (name) => [`${name} lit ce dossier jusqu’à la fin du jour choisi. La manufacture le voit sur sa page.`],
  },
  restore: {
    label: 'Rétablir l’accès',
    title: (name) => `Rétablir l’accès ${of(name)} ?`,
    tone: 'primary',
    asks: ['reason'],
    follows: (name) => [`${name} lit de nouveau ce dossier, aussi longtemps que ses missions l’ouvrent.`],
  },
  cut: {
    label: 'Couper l’accès',
    title: (name) => `Couper l’accès ${of(name)} à ce dossier ?`,
    tone: 'danger',
    asks: ['reason'],
    follows: (name) => [
      `${name} ne peut plus ouvrir aucune pièce de ce dossier, dès maintenant, même d’une page déjà ouverte.`,
      'Ses propres dépôts et ses missions lui restent lisibles. Les autres dossiers ne changent pas.',
      'La coupure dure tant que vous ne rétablissez pas l’accès.',
    ],
  },
} as const satisfies Record<GrantActionName, GrantWords>;

/** Those that have an end to put off: the others last as long as the mission. */
export function missionsToExtend({ missions }: Pick<AccessGrant, 'missions'>): AccessGrant['missions'] {
  return missions.filter(({ until }) => until !== null);
}

/** Which of them make sense now. */
export function grantActionsFor({ state, missions }: Pick<AccessGrant, 'state' | 'missions'>): GrantActionName[] {
  const ends = missionsToExtend({ missions }).length > 0;
  return grantActionNames.filter((action) => {
    const from: readonly AccessGrant['state'][] = grantActions[action].from;
    return from.includes(state) && (action !== 'extend' || ends);
  });
}

export interface TypedGrant {
  readonly missionId: string;
  readonly until: string;
  readonly reason: string;
}

const builders = {
  extend: ({ missionId, until, reason }) => ({ action: 'extend', missionId, until, reason: reason.trim() }),
  restore: ({ reason }) => ({ action: 'restore', reason: reason.trim() }),
  cut: ({ reason }) => ({ action: 'cut', reason: reason.trim() }),
} as const satisfies Record<GrantActionName, (typed: TypedGrant) => GrantAction>;

export function grantActionOf(action: GrantActionName, typed: TypedGrant): GrantAction {
  return builders[action](typed);
}

const rules = {
  mission: {
    fieldId: 'grant-mission',
    isMissing: ({ missionId }) => missionId === '',
    message: 'Choisissez la mission.',
  },
  until: { fieldId: 'grant-until', isMissing: ({ until }) => until === '', message: 'Choisissez le dernier jour.' },
  reason: {
    fieldId: 'grant-reason',
    isMissing: ({ reason }) => reason.trim() === '',
    message: 'Dites pourquoi en une phrase : le journal la garde.',
  },
} as const satisfies Record<AskedOfGrant, FieldError & { readonly isMissing: (typed: TypedGrant) => boolean }>;

export function grantErrors(action: GrantActionName, typed: TypedGrant): FieldError[] {
  return grantWords[action].asks
    .map((asked) => rules[asked])
    .filter(({ isMissing }) => isMissing(typed))
    .map(({ fieldId, message }) => ({ fieldId, message }));
}
