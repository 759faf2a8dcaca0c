import { dayOf, formatDay } from '../calendar.ts';
import { subthemeLabel } from '../programme/theme-list.ts';
import { amountWarnings } from '../subsidy/devis-warnings.ts';
import { readWarning } from '../subsidy/read-amounts.ts';
import { type Devis, type DevisAmounts, isExpired } from '../subsidy/share.ts';
import type { Facts } from './facts.ts';
import type { Mission } from './mission.ts';

export interface WarningsAsked {
  readonly mission: Mission;
  readonly facts: Pick<Facts, 'actor' | 'now' | 'submitted' | 'amendment' | 'settings'>;
  /** False for a laureate that shares the devis: it is told that amounts differ, not which. */
  readonly seesAmounts: boolean;
  /** Totals read in the text of a file (`readAmounts`). */
  readonly readIn: (fileId: string) => readonly number[] | undefined;
}

/** What both sides should know before the decision; nothing here forbids it. */
export function missionWarnings(asked: WarningsAsked): string[] {
  return [...outsideNote(asked), ...expiry(asked), ...proposals(asked).flatMap((one) => amounts(asked, one))];
}

function outsideNote({ mission, facts }: WarningsAsked): string[] {
  const labels = mission.outsideNote.map((id) => subthemeLabel(facts.settings.themes, id, mission.createdAt));
  return labels.length === 0 ? [] : [`Hors de la note de cadrage : ${labels.join(', ')}.`];
}

type Side = 'laureate' | 'expert' | 'other';

const expired: Record<Side, (day: string) => string> = {
  laureate: (day) =>
    `Le devis était valable jusqu’au ${day} : demandez une nouvelle version à l’expert, ou validez en connaissance de cause.`,
  expert: (day) =>
    `Votre devis était valable jusqu’au ${day} : retirez cet envoi et déposez une version à jour. La manufacture peut aussi le valider en connaissance de cause.`,
  other: (day) =>
    `Le devis était valable jusqu’au ${day} : la manufacture peut demander une nouvelle version, ou valider en connaissance de cause.`,
};

function expiry({ mission, facts }: WarningsAsked): string[] {
  const devis = awaitedDevis(mission);
  if (devis === null || !isExpired(devis, dayOf(facts.now))) return [];
  return [expired[sideOf(facts)](formatDay(devis.validUntil))];
}

function sideOf({ actor }: Pick<Facts, 'actor'>): Side {
  return actor.kind === 'laureate' || actor.kind === 'expert' ? actor.kind : 'other';
}

/** The devis that waits for a decision: that of the diagnostic, or of an amendment. */
function awaitedDevis(mission: Mission): Devis | null {
  if (mission.state === 'awaiting_validation') return mission.submission.devis;
  return mission.openAmendment?.devis ?? null;
}

interface Proposal {
  readonly amounts: DevisAmounts;
  readonly fileId: string;
}

function proposals({ mission, facts }: WarningsAsked): Proposal[] {
  const devis = awaitedDevis(mission);
  const found = mission.state === 'awaiting_validation' ? facts.submitted?.amounts : facts.amendment?.amounts;
  return devis && found ? [{ amounts: found, fileId: devis.fileId }] : [];
}

function amounts({ seesAmounts, readIn }: WarningsAsked, { amounts: typed, fileId }: Proposal): string[] {
  const read = readWarning(readIn(fileId), typed.includingVatCents);
  const told = [...amountWarnings(typed), ...(read === null ? [] : [read])];
  return seesAmounts || told.length === 0 ? told : [differing];
}

const differing =
  'Des montants du devis ne concordent pas entre eux, ou pas avec le PDF : l’expert et l’équipe France Tiers-Lieux en voient le détail. Votre part, elle, est celle qui s’affiche ici.';
