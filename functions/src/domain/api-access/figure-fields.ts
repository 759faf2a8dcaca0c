import { type DelayRow, delaySteps, type Figures, type MonthRow, type StateRow } from '../figures/model.ts';
import { missionStates } from '../missions/states.ts';
import type { Balance } from '../subsidy/ledger.ts';
import type { GroupRow, ThemeRow } from '../summaries/summary.ts';
import { type ApiFields, amount, count, instant, rows, text } from './fields.ts';

/** Where a subsidy stands, of whatever row has one. */
export function balanceFields<Row>(of: (row: Row) => Balance): ApiFields<Row> {
  return {
    attribue: amount('Subvention attribuée.', (row) => of(row).awardedCents),
    engage: amount('Engagée par des devis validés, pas encore réglée.', (row) => of(row).committedCents),
    regle: amount('Réglée : les services sont confirmés.', (row) => of(row).settledCents),
    paye: amount('Payée aux experts, d’après les paiements notés.', (row) => of(row).paidCents),
    reste: amount('Ce qui reste à engager.', (row) => of(row).remainingCents),
  };
}

const states: ApiFields<StateRow> = {
  etat: text('État, par son nom dans le service.', ({ state }) => state),
  etatLibelle: text('Le même, en français.', ({ state }) => missionStates[state].label),
  missions: count('Combien.', ({ missions }) => missions),
};

const months: ApiFields<MonthRow> = {
  mois: text('Année et mois, de Paris.', ({ month }) => month),
  demandes: count('Missions demandées.', ({ requests }) => requests),
  validations: count('Devis validés par le dernier de leurs lauréats.', ({ validations }) => validations),
  rapports: count('Rapports remis.', ({ reports }) => reports),
};

const delays: ApiFields<DelayRow> = {
  etape: text('Étape.', ({ step }) => delaySteps[step]),
  moitie: count('La moitié des fois, au plus.', ({ median }) => median),
  neufSurDix: count('Neuf fois sur dix, au plus.', ({ ninth }) => ninth),
  mesures: count('Combien de fois.', ({ stays }) => stays),
};

const regions: ApiFields<GroupRow> = {
  region: text('Région.', ({ label }) => label),
  manufactures: count('Combien.', ({ laureates }) => laureates),
  ...balanceFields<GroupRow>(({ after }) => after),
};

const themes: ApiFields<ThemeRow> = {
  numero: text('Numéro.', ({ id }) => id),
  thematique: text('Nom.', ({ label }) => label),
  missions: count('Celles dont l’argent est ici, en tout ou en partie.', ({ missions }) => missions),
  engage: amount('Engagé.', ({ after }) => after.committedCents),
  regle: amount('Réglé.', ({ after }) => after.settledCents),
  paye: amount('Payé.', ({ after }) => after.paidCents),
};

/** Of the figures, all but the answers to the feedback: in groups or not, they are read on the page alone. */
export const figureFields: ApiFields<Figures> = {
  faitsLe: instant('Quand ces chiffres ont été faits.', ({ at }) => at),
  subvention: rows(
    'En tout, sur une seule ligne.',
    balanceFields<Balance>((total) => total),
    ({ money }) => [money.total.after],
  ),
  etats: rows('Où en sont les missions.', states, (figures) => figures.states),
  mois: rows('Mois par mois.', months, (figures) => figures.months),
  delais: rows('En jours ouvrés, de ce qui est fini.', delays, (figures) => figures.delays),
  regions: rows('Région par région.', regions, ({ money }) => money.regions),
  thematiques: rows('Thématique par thématique.', themes, ({ money }) => money.themes),
};
