import type { Day } from '@sur-mesure/functions/domain/calendar';
import type { ActionName } from '@sur-mesure/functions/domain/missions/actions';
import { pendingParticipants } from '@sur-mesure/functions/domain/missions/awaited';
import type { Availability } from '@sur-mesure/functions/domain/missions/decide';
import { followers, type Participant, type Submission } from '@sur-mesure/functions/domain/missions/mission';
import { type MissionState, missionStates } from '@sur-mesure/functions/domain/missions/states';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { of } from '../words/typography.ts';

/** On whose page the mission is shown. */
export type Reader = 'laureate' | 'expert' | 'staff';

/** What a mission asks of the person whose turn it is, the most pressing first. Other actions are choices: nobody waits for them. */
const asked = {
  join: 'Dites si votre manufacture prend part à cette mission.',
  declareNoInterest: 'Déclarez n’avoir aucun intérêt dans la manufacture : son dossier s’ouvre alors à vous.',
  accept: 'Lisez le dossier, puis acceptez ou déclinez la mission.',
  submitDiagnostic: 'Envoyez le diagnostic préalable et le devis.',
  validateAmendment: 'L’expert propose un avenant : validez-le ou refusez-le.',
  validate: 'Lisez le diagnostic et le devis, puis décidez.',
  submitReport: 'Envoyez le rapport dès que la mission est terminée.',
  confirmService: 'Lisez le rapport, puis confirmez le service ou renvoyez le rapport.',
  resume: 'La mission est suspendue : décidez de la suite.',
  giveFeedback: 'Donnez votre avis sur cette mission : seule l’équipe France Tiers-Lieux le lit.',
} as const satisfies Partial<Record<ActionName, string>>;

export type AskedAction = keyof typeof asked;
const askedActions: readonly ActionName[] = Object.keys(asked).filter(isAsked);

function isAsked(action: string): action is AskedAction {
  return Object.hasOwn(asked, action);
}

/** What is awaited, for those who wait. */
const awaited = {
  awaiting_expert: 'La réponse à la demande de mission est attendue.',
  awaiting_diagnostic: 'Le diagnostic préalable et le devis sont attendus.',
  awaiting_validation: 'La décision sur le diagnostic et le devis est attendue.',
  awaiting_correction: 'Une nouvelle version du diagnostic ou du devis est attendue.',
  awaiting_report: 'La mission est en cours : le rapport est attendu à la fin.',
  awaiting_confirmation: 'Le rapport est remis : la confirmation du service est attendue.',
  on_hold: 'La mission est suspendue : l’équipe France Tiers-Lieux décide de la suite avec les personnes concernées.',
  closed: 'La mission est terminée : rien n’est attendu.',
  ended_early: 'La mission s’est arrêtée avant son terme : rien n’est attendu.',
  declined: 'L’expert a décliné la demande : un autre expert peut être demandé.',
  refused: 'Le diagnostic et le devis ont été refusés : un autre expert peut être demandé.',
  cancelled: 'La mission est annulée : rien n’est attendu.',
  expired: 'La demande est restée sans réponse : un autre expert peut être demandé.',
} as const satisfies Record<MissionState, string>;

export interface MissionTurn {
  readonly whose: string;
  readonly yours: boolean;
  readonly sentence: string;
  /** What is asked of the reader now: the one primary button. */
  readonly action: AskedAction | undefined;
}

/** Whose turn it is, said to one reader. The buttons of the server decide, so that the page never promises what the table refuses. */
export function turnOf(view: Pick<MissionView, 'mission' | 'laureateId' | 'actions'>, reader: Reader): MissionTurn {
  const action = nextAction(view.actions, followers(view.mission).length > 0);
  if (action !== undefined) return { whose: 'À vous', yours: true, sentence: asked[action], action };
  const { label, turn } = missionStates[view.mission.state];
  const sentence = awaited[view.mission.state];
  if (turn === null) return { whose: label, yours: false, sentence, action };
  if (turn !== reader) return { whose: `Au tour ${nameOf(view, turn)}`, yours: false, sentence, action };
  return ownSide(view, reader, sentence);
}

/**
 * The first asked action that this person may take now. A declaration is awaited of the first person of a company only: once one `followed`, it
 * is a colleague's choice.
 */
export function nextAction(actions: readonly Availability[], followed = false): AskedAction | undefined {
  return askedActions
    .filter(isAsked)
    .filter((name) => name !== 'declareNoInterest' || !followed)
    .find((name) => actions.some(({ action, refusal }) => action === name && refusal === null));
}

/** The turn is on the reader's side, and yet this person can do nothing: blocked for a reason, or the turn of somebody else there. */
function ownSide(view: Pick<MissionView, 'mission' | 'laureateId' | 'actions'>, reader: Reader, sentence: string) {
  const pending = pendingParticipants(view.mission);
  const mine = reader !== 'laureate' || pending.some(({ laureateId }) => laureateId === view.laureateId);
  if (!mine) return { whose: `Au tour ${listOf(pending)}`, yours: false, sentence, action: undefined };
  const blocked = view.actions.find(({ action }) => isAsked(action) && action !== 'giveFeedback')?.refusal;
  if (blocked) return { whose: 'À vous, mais pas encore', yours: false, sentence: blocked.message, action: undefined };
  const whose =
    reader === 'laureate' ? 'Au tour d’une personne signataire de votre manufacture' : 'Au tour de votre équipe';
  return { whose, yours: false, sentence, action: undefined };
}

function nameOf(view: Pick<MissionView, 'mission'>, turn: 'expert' | 'laureate' | 'staff'): string {
  const names = {
    expert: () => of(view.mission.expert.name),
    laureate: () => listOf(pendingParticipants(view.mission)),
    staff: () => 'de l’équipe France Tiers-Lieux',
  };
  return names[turn]();
}

const list = new Intl.ListFormat('fr-FR', { type: 'conjunction' });

function listOf(participants: readonly Participant[]): string {
  return list.format(participants.map(({ name }) => of(name)));
}

interface NextDate {
  readonly label: string;
  readonly day: Day;
}

/** The dates that matter in a state: before when an answer is expected, and the one that what was handed in names. */
export function nextDates({ mission, expectedBefore }: Pick<MissionView, 'mission' | 'expectedBefore'>): NextDate[] {
  const { state, submission } = mission;
  const handedIn = submission === null ? undefined : dates[state]?.(submission);
  const expected = expectedBefore === null ? [] : [{ label: expectations[state] ?? answer, day: expectedBefore }];
  return [...expected, ...(handedIn === undefined ? [] : [handedIn])];
}

const answer = 'Réponse attendue avant le';
const sending = 'Envoi attendu avant le';
const expectations: Partial<Record<MissionState, string>> = {
  awaiting_diagnostic: sending,
  awaiting_correction: sending,
  awaiting_report: sending,
};

const dates: Partial<Record<MissionState, (submission: Submission) => NextDate>> = {
  awaiting_validation: ({ devis }) => ({ label: 'Le devis est valable jusqu’au', day: devis.validUntil }),
  awaiting_report: ({ plannedEnd }) => ({ label: 'Fin prévue le', day: plannedEnd }),
};
