import { addDays, type Day, dayOf } from '../../functions/src/domain/calendar.ts';
import type { ActionName, Command, DevisInput } from '../../functions/src/domain/missions/actions.ts';
import type { Facts } from '../../functions/src/domain/missions/facts.ts';
import { activeParticipants } from '../../functions/src/domain/missions/mission.ts';
import { snoozeChoices } from '../../functions/src/domain/missions/reminding.ts';
import { sum } from '../../functions/src/domain/money.ts';
import { balanceOf } from '../../functions/src/domain/subsidy/ledger.ts';
import { inForce, proposedSplit, type Share } from '../../functions/src/domain/subsidy/share.ts';
import { keepFile } from '../../functions/src/store/files/stored-files.ts';
import { depositInvoice, recordPayment } from './invoices.ts';
import { printDevis } from './printing.ts';
import type { PlannedMission } from './programme.ts';
import { at, idOf } from './random.ts';
import { type Subject, subjectOf } from './subjects.ts';
import type { SeatedExpert, SeatedLaureate, World } from './world.ts';
import { diagnosticAnswers, feedbackAnswers, reportAnswers } from './writings.ts';

/** One step about to be taken: what is planned, and what the store knows. */
export interface Turn {
  readonly world: World;
  readonly mission: PlannedMission;
  readonly facts: Facts;
  readonly laureates: readonly SeatedLaureate[];
  readonly expert: SeatedExpert;
  readonly subject: Subject;
}

const nothing = { shareCents: 0, fundedCents: 0 };

type Build = (turn: Turn) => Command | Promise<Command>;

/** What each person sends at each step; the actions that no road of the demonstration takes are left out. */
const builds: Partial<Record<ActionName, Build>> = {
  request: ({ mission, expert, laureates }) => ({
    action: 'request',
    input: {
      expertId: expert.id,
      subthemes: [mission.subtheme],
      need: mission.need,
      needId: null,
      shareWith: laureates.slice(1).map(({ id }) => id),
    },
  }),
  join: () => ({ action: 'join', input: {} }),
  declareNoInterest: () => ({ action: 'declareNoInterest', input: { declares: true } }),
  accept: () => ({ action: 'accept', input: {} }),
  decline: () => ({
    action: 'decline',
    input: { reason: 'Notre calendrier est plein jusqu’à l’été. Nous vous recommandons de demander à un confrère.' },
  }),
  passDeadline: () => ({ action: 'passDeadline', input: {} }),
  expire: () => ({ action: 'expire', input: {} }),
  remind: () => ({ action: 'remind', input: {} }),
  snoozeReminders: ({ facts }) => ({ action: 'snoozeReminders', input: { until: farthestOffered(facts) } }),
  submitDiagnostic: async (turn) => {
    const { facts, mission, laureates, subject } = turn;
    const day = dayOf(facts.now);
    const again = facts.mission?.versions !== 0;
    const devis = await depositDevis(turn, again ? -0.5 : 0);
    const answers = diagnosticAnswers(subject, { laureate: at(laureates, 0).name, need: mission.need, again });
    return {
      action: 'submitDiagnostic',
      input: {
        diagnostic: { kind: 'form', answers },
        devis,
        plannedStart: addDays(day, 14),
        plannedEnd: addDays(day, 80),
        split: evenSplit(facts, devis.amounts.includingVatCents),
      },
    };
  },
  validate: ({ facts }) => {
    const submission = facts.mission?.submission;
    return {
      action: 'validate',
      input: {
        version: submission?.version ?? 0,
        diagnosticSha256: facts.files[submission?.diagnostic.fileId ?? '']?.sha256 ?? '',
        devisSha256: facts.files[submission?.devis.fileId ?? '']?.sha256 ?? '',
        ...proposedSplit(ownShare(facts) ?? nothing, remaining(facts)),
        consent: true,
      },
    };
  },
  sendBack: ({ facts }) => ({
    action: 'sendBack',
    input: {
      version: facts.mission?.submission?.version ?? 0,
      reasons: ['amount'],
      reason: 'La dernière demi-journée peut se faire en visioconférence : merci de revoir le devis.',
    },
  }),
  refuse: ({ facts }) => ({
    action: 'refuse',
    input: {
      version: facts.mission?.submission?.version ?? 0,
      reason: 'Le conseil préfère attendre la fin des travaux avant d’engager cette mission.',
    },
  }),
  contest: () => ({
    action: 'contest',
    input: { reason: 'La trésorière n’avait pas été consultée : nous demandons à revoir le périmètre.' },
  }),
  hold: () => ({
    action: 'hold',
    input: { reason: 'Un incendie a touché l’atelier : la mission reprendra après l’expertise.' },
  }),
  submitReport: ({ facts, mission, subject }) => ({
    action: 'submitReport',
    input: {
      document: { kind: 'form', answers: reportAnswers(subject, mission.billed < 1) },
      finals: finals(facts, mission.billed),
    },
  }),
  sendBackReport: () => ({
    action: 'sendBackReport',
    input: { reason: 'Le tableau de suivi annoncé dans les livrables manque.' },
  }),
  confirmService: ({ facts }) => ({
    action: 'confirmService',
    input: { finalCents: ownShare(facts)?.finalCents ?? 0, reportNumber: facts.mission?.report?.number ?? 0 },
  }),
  giveFeedback: ({ mission }) => ({
    action: 'giveFeedback',
    input: { answers: feedbackAnswers(mission.laureates[0] ?? 0) },
  }),
  depositInvoice,
  recordPayment,
  proposeAmendment: async (turn) => {
    const devis = await depositDevis(turn, 1);
    return {
      action: 'proposeAmendment',
      input: {
        reason: 'Une journée de plus, demandée par le conseil, pour former l’équipe.',
        devis,
        split: evenSplit(turn.facts, devis.amounts.includingVatCents),
      },
    };
  },
  validateAmendment: ({ facts }) => {
    const share = ownShare(facts);
    return {
      action: 'validateAmendment',
      input: {
        number: facts.mission?.openAmendment?.number ?? 0,
        ...proposedSplit(share?.amendment ?? nothing, remaining(facts) + (share?.subsidyCents ?? 0)),
      },
    };
  },
  arbitrate: ({ facts }) => ({
    action: 'arbitrate',
    input: {
      reason: 'Entretien avec les deux parties : les trois quarts du travail sont faits et utiles.',
      finals: finals(facts, 0.75),
    },
  }),
  closeWithout: ({ facts }) => ({
    action: 'closeWithout',
    input: {
      missing: 'confirmation',
      reason: 'La signataire a quitté la structure ; le service a été confirmé au téléphone.',
      finals: finals(facts, 1),
    },
  }),
  endEarly: ({ facts }) => ({
    action: 'endEarly',
    input: {
      reason: 'Le projet immobilier est abandonné : la mission s’arrête à mi-chemin.',
      finals: finals(facts, 0.5),
    },
  }),
  withdraw: () => ({
    action: 'withdraw',
    input: { reason: 'Notre consultante est en arrêt long ; nous ne pouvons pas la remplacer.', finals: {} },
  }),
  declareConflict: () => ({
    action: 'declareConflict',
    input: { reason: 'Une associée vient d’entrer au conseil de la structure.', finals: {} },
  }),
  cancel: () => ({
    action: 'cancel',
    input: { reason: 'Nous avons trouvé la compétence parmi nos résidents.' },
  }),
};

export async function commandFor(action: ActionName, turn: Omit<Turn, 'subject'>): Promise<Command> {
  const build = builds[action];
  if (!build) throw new Error(`nobody of the demonstration knows how to ${action}`);
  return build({ ...turn, subject: subjectOf(turn.mission.subtheme) });
}

async function depositDevis(turn: Turn, moreDays: number): Promise<DevisInput> {
  const { world, mission, facts, laureates, expert, subject } = turn;
  const buyer = at(laureates, 0);
  const step = facts.mission?.events ?? 0;
  const number = `${dayOf(facts.now).slice(0, 4)}-${mission.id.slice(0, 4).toUpperCase()}${step}`;
  const { bytes, validUntil, amounts } = printDevis({
    ...{ number, at: facts.now, subject, expert },
    price: { ...mission.price, days: mission.price.days + moreDays },
    buyer: { name: buyer.name, siret: buyer.siret, address: `${buyer.department}, ${buyer.region}` },
  });
  const { firestore, bucket, keep = keepFile } = world.stage;
  const file = await keep(
    firestore,
    bucket,
    {
      ...{ id: idOf(mission.id, 'devis', step), piece: 'devis', laureateId: null, missionId: mission.id },
      ...{ ownerUid: expert.uid, name: `Devis ${number}.pdf`, contentType: 'application/pdf', createdAt: facts.now },
    },
    bytes,
  );
  return { fileId: file.id, number, validUntil, issuer: null, amounts };
}

/** The last of the days that the page offers in one press. */
function farthestOffered({ mission, settings, now }: Facts): Day {
  const day = mission && snoozeChoices(mission, settings, dayOf(now)).at(-1);
  if (!day) throw new Error('no reminder of this mission can be put off');
  return day;
}

function activeIds({ mission }: Facts): string[] {
  return mission ? activeParticipants(mission).map(({ laureateId }) => laureateId) : [];
}

function ownShare(facts: Facts): Share | undefined {
  return facts.shares[facts.laureateId ?? ''];
}

function remaining(facts: Facts): number {
  return balanceOf(facts.laureates[facts.laureateId ?? '']?.entries ?? []).remainingCents;
}

/** Everybody pays the same; the first takes the odd cents. */
function evenSplit(facts: Facts, totalCents: number): Record<string, number> {
  const [first = '', ...others] = activeIds(facts);
  const each = Math.floor(totalCents / (others.length + 1));
  const parts = Object.fromEntries(others.map((id) => [id, each]));
  return { [first]: totalCents - sum(Object.values(parts)), ...parts };
}

/** Each engaged share, or `billed` of it, in whole euros. */
function finals(facts: Facts, billed: number): Record<string, number> {
  const open = activeIds(facts).flatMap((id) => facts.shares[id] ?? []);
  return Object.fromEntries(
    open
      .filter(({ status }) => status === 'committed')
      .map((share) => {
        const { shareCents } = inForce(share);
        return [share.laureateId, billed < 1 ? Math.floor((shareCents * billed) / 100) * 100 : shareCents];
      }),
  );
}
