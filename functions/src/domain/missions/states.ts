/** States are named by what is awaited: each answers « à qui le tour ? ». The word always goes with the tone, so that colour is never alone. */
export const missionStates = {
  awaiting_expert: { label: 'En attente de la réponse de l’expert', turn: 'expert', tone: 'waiting' },
  awaiting_diagnostic: { label: 'En attente du diagnostic et du devis', turn: 'expert', tone: 'waiting' },
  awaiting_validation: { label: 'En attente de la validation du lauréat', turn: 'laureate', tone: 'waiting' },
  awaiting_correction: { label: 'En attente d’une correction', turn: 'expert', tone: 'waiting' },
  awaiting_report: { label: 'Mission en cours, rapport attendu', turn: 'expert', tone: 'running' },
  awaiting_confirmation: { label: 'En attente de la confirmation du service', turn: 'laureate', tone: 'waiting' },
  on_hold: { label: 'Suspendue', turn: 'staff', tone: 'stopped' },
  closed: { label: 'Terminée', turn: null, tone: 'done' },
  ended_early: { label: 'Arrêtée avant son terme', turn: null, tone: 'ended' },
  declined: { label: 'Déclinée par l’expert', turn: null, tone: 'ended' },
  refused: { label: 'Refusée par le lauréat', turn: null, tone: 'ended' },
  cancelled: { label: 'Annulée', turn: null, tone: 'ended' },
  expired: { label: 'Sans réponse, close', turn: null, tone: 'ended' },
} as const satisfies Record<string, { label: string; turn: 'expert' | 'laureate' | 'staff' | null; tone: string }>;

export type MissionState = keyof typeof missionStates;
export type Turn = (typeof missionStates)[MissionState]['turn'];

export const allStates = [
  'awaiting_expert',
  'awaiting_diagnostic',
  'awaiting_validation',
  'awaiting_correction',
  'awaiting_report',
  'awaiting_confirmation',
  'on_hold',
  'closed',
  'ended_early',
  'declined',
  'refused',
  'cancelled',
  'expired',
] as const satisfies readonly MissionState[];

/** States in which somebody's turn runs; a mission on hold is live too. */
export const waitingStates = [
  'awaiting_expert',
  'awaiting_diagnostic',
  'awaiting_validation',
  'awaiting_correction',
  'awaiting_report',
  'awaiting_confirmation',
] as const satisfies readonly MissionState[];
export const liveStates = [...waitingStates, 'on_hold'] as const;

export type WaitingState = (typeof waitingStates)[number];
export type LiveState = (typeof liveStates)[number];

export function isWaiting(state: MissionState): state is WaitingState {
  return waitingStates.some((waiting) => waiting === state);
}

export function isLive(state: MissionState): state is LiveState {
  return liveStates.some((live) => live === state);
}
