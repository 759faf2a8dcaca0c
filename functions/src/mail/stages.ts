import { type Day, formatDay } from '../domain/calendar.ts';
import { type MissionState, missionStates } from '../domain/missions/states.ts';
import type { MailFacts } from '../domain/notifications/mails.ts';
import { french } from './french.ts';

/** Each state as any reader may read it, and what it asks of the side whose turn it is. */
const stages = {
  awaiting_expert: {
    label: 'réponse de l’expert attendue',
    asks: french`Déclarez n’avoir aucun intérêt dans la manufacture, lisez son dossier, puis acceptez ou déclinez la mission.`,
  },
  awaiting_diagnostic: {
    label: 'diagnostic et devis attendus',
    asks: french`Envoyez le diagnostic et le devis.`,
  },
  awaiting_validation: {
    label: 'validation attendue',
    asks: french`Lisez le diagnostic et le devis : une personne signataire les valide, les renvoie pour correction ou les refuse.`,
  },
  awaiting_correction: {
    label: 'correction attendue',
    asks: french`Corrigez le diagnostic ou le devis, puis envoyez la nouvelle version.`,
  },
  awaiting_report: {
    label: 'mission en cours, rapport attendu',
    asks: french`Envoyez le rapport dès que la mission est terminée.`,
  },
  awaiting_confirmation: {
    label: 'confirmation du service attendue',
    asks: french`Lisez le rapport : une personne signataire confirme le service ou renvoie le rapport.`,
  },
  on_hold: { label: 'mission suspendue', asks: french`Décidez de la suite de la mission.` },
  closed: { label: 'mission terminée', asks: null },
  ended_early: { label: 'mission arrêtée avant son terme', asks: null },
  declined: { label: 'mission déclinée', asks: null },
  refused: { label: 'diagnostic et devis refusés', asks: null },
  cancelled: { label: 'mission annulée', asks: null },
  expired: { label: 'mission close sans réponse', asks: null },
} as const satisfies Record<MissionState, { label: string; asks: string | null }>;

const nothing = french`Rien n’est attendu de vous.`;

/** « validation attendue »; empty when the mail is not about a mission. */
export function awaited({ state }: MailFacts): string {
  return isMissionState(state) ? stages[state].label : '';
}

/** What the state of the mission asks of this reader, or who else it waits for. */
export function expectation(facts: MailFacts): string {
  const { state, reader } = facts;
  if (!isMissionState(state)) return nothing;
  const { turn } = missionStates[state];
  const { asks } = stages[state];
  if (turn === null || asks === null) return nothing;
  if (turn === reader) return facts.expectedBefore ? french`${asks} ${before(facts.expectedBefore)}` : asks;
  const others = { expert: facts.expertName, laureate: facts.laureateName, staff: 'l’équipe France Tiers-Lieux' };
  return french`Rien n’est attendu de vous pour le moment : la suite revient à ${others[turn]}.`;
}

function before(day: Day): string {
  return french`Votre réponse est attendue avant le ${formatDay(day)}.`;
}

function isMissionState(state: MailFacts['state']): state is MissionState {
  return state !== null && state in missionStates;
}
