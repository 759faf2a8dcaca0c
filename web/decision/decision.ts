import { type Day, formatDay } from '@sur-mesure/functions/domain/calendar';
import type { SendBackReason } from '@sur-mesure/functions/domain/missions/actions';
import type { Availability } from '@sur-mesure/functions/domain/missions/decide';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { isExpired } from '@sur-mesure/functions/domain/subsidy/share';

/** The three ways to decide, in the order of the page; `step` is the word of the address (`?etape=valider`). */
export const choices = {
  validate: {
    step: 'valider',
    title: 'Valider',
    consequence: 'La mission peut commencer. La subvention est engagée aussitôt.',
    past: 'Le diagnostic et le devis sont validés',
  },
  sendBack: {
    step: 'renvoyer',
    title: 'Renvoyer pour correction',
    consequence: 'L’expert lit vos remarques et prépare une nouvelle version. Rien n’est débité.',
    past: 'Le diagnostic et le devis sont renvoyés pour correction',
  },
  refuse: {
    step: 'refuser',
    title: 'Refuser',
    consequence: 'La mission s’arrête ici et votre dossier se referme. Rien n’est débité.',
    past: 'Le diagnostic et le devis sont refusés',
  },
} as const;

export type Choice = keyof typeof choices;

const choiceNames = ['validate', 'sendBack', 'refuse'] as const satisfies readonly Choice[];

export interface AvailableChoice {
  readonly choice: Choice;
  /** Why it can't be taken now; null when it can. */
  readonly refusal: Availability['refusal'];
}

/** The choices this person has, as the server says; none for a contributor, or in another state. */
export function availableChoices(actions: readonly Availability[]): AvailableChoice[] {
  return choiceNames.flatMap((choice) => {
    const found = actions.find(({ action }) => action === choice);
    return found === undefined ? [] : [{ choice, refusal: found.refusal }];
  });
}

/** Whether a choice waits only for a document that is being printed: a few seconds, that the page waits for by itself. */
export function awaitsDocuments(available: readonly AvailableChoice[]): boolean {
  return available.some(({ refusal }) => refusal?.code === 'documents-not-ready');
}

export type Step = 'read' | 'choose' | Choice;

/** The step that an address names, when it can be taken; reading otherwise. */
export function stepOf(word: string | null, available: readonly AvailableChoice[]): Step {
  const live = available.filter(({ refusal }) => refusal === null);
  const named = live.find(({ choice }) => choices[choice].step === word);
  if (named !== undefined) return named.choice;
  return word === 'decider' && live.length > 0 ? 'choose' : 'read';
}

/**
 * Whether a devis waits for a decision at all, whoever reads. The one state from which it is validated, by its name: the first screen does not load the
 * transition table, and a test compares both.
 */
export function awaitsDecision({ mission }: Pick<MissionView, 'mission'>): boolean {
  return mission.state === 'awaiting_validation';
}

/** What a return says by itself when the devis is past its date; undefined otherwise. */
export function newVersionAsked(
  { mission }: Pick<MissionView, 'mission'>,
  day: Day,
): { readonly reasons: readonly SendBackReason[]; readonly reason: string } | undefined {
  const devis = awaitsDecision({ mission }) ? mission.submission?.devis : undefined;
  if (devis === undefined || !isExpired(devis, day)) return undefined;
  return {
    reasons: ['expired'],
    reason: `Votre devis était valable jusqu’au ${formatDay(devis.validUntil)}. Merci d’en envoyer une nouvelle version, à jour.`,
  };
}

/** The parameters of a step's address, from those of any other: reading is the page without a step. */
export function parametersOf(parameters: URLSearchParams, step: string): URLSearchParams {
  const next = new URLSearchParams(parameters);
  if (step === 'lire') next.delete('etape');
  else next.set('etape', step);
  return next;
}

/** What a confirmation is about: words typed and a box ticked for one version say nothing of another. */
export function confirmationKey({ mission }: Pick<MissionView, 'mission'>, choice: Choice): string {
  return `${choice} ${mission.submission?.version ?? 0}`;
}
