import type { Figures } from '../figures/model.ts';
import { laureateStatuses } from '../laureates/laureate.ts';
import type { ListedExpert } from '../lists/experts.ts';
import { type ListedLaureate, noteStandings } from '../lists/laureates.ts';
import type { MissionPageLine } from '../lists/missions.ts';
import { missionStates } from '../missions/states.ts';
import { territoryKinds } from '../programme/territories.ts';
import { subthemeLabel, type Theme } from '../programme/theme-list.ts';
import {
  type ApiFields,
  amountIfAny,
  count,
  counts,
  dayIfAny,
  flag,
  instant,
  instantIfAny,
  text,
  texts,
  words,
} from './fields.ts';
import { balanceFields, figureFields } from './figure-fields.ts';
import type { ApiScope } from './scopes.ts';

/** What each scope is a page of. */
export interface ApiRows {
  missions: MissionPageLine;
  laureates: ListedLaureate;
  experts: ListedExpert;
  figures: Figures;
}

type Resources = { readonly [Scope in ApiScope]: ApiFields<ApiRows[Scope]> };

/**
 * What the data API gives of each row: an allow-list, never the row with things removed. No need, note, message, answer to a form or feedback, nobody's
 * name, address or telephone, no bank detail: a test walks it with rows that hold some of each.
 */
export const apiResources = (themes: () => readonly Theme[]): Resources => ({
  missions: {
    identifiant: text('Ne change jamais.', ({ id }) => id),
    etat: text('État, par son nom dans le service.', ({ state }) => state),
    etatLibelle: text('Le même, en français.', ({ state }) => missionStates[state].label),
    depuis: instant('Depuis quand elle est dans cet état.', ({ since }) => since),
    demandeeLe: instant('Quand elle a été demandée.', ({ createdAt }) => createdAt),
    valideeLe: instantIfAny('Quand le dernier de ses lauréats a validé le devis.', ({ validatedAt }) => validatedAt),
    reponseAttendueAvant: dayIfAny('Le jour avant lequel une réponse est attendue.', ({ deadline }) => deadline),
    enRetard: flag('Si ce jour est passé.', ({ late }) => late),
    debutPrevu: dayIfAny('Selon le devis.', ({ plannedStart }) => plannedStart),
    finPrevue: dayIfAny('Selon le devis.', ({ plannedEnd }) => plannedEnd),
    laureats: texts('Identifiants des lauréats qui y prennent part.', ({ laureateIds }) => laureateIds),
    laureatsNoms: texts('Leurs noms.', ({ laureateNames }) => laureateNames),
    expert: text('Identifiant de la structure experte.', ({ expertId }) => expertId),
    expertNom: text('Son nom.', ({ expertName }) => expertName),
    sousThematiques: texts('Leurs numéros.', ({ subthemes }) => subthemes),
    sousThematiquesLibelles: texts('Leurs noms.', ({ subthemes }) =>
      subthemes.map((id) => subthemeLabel(themes(), id)),
    ),
    regions: texts('Celles de ses lauréats.', (row) => row.regions),
    promotions: counts('Celles de ses lauréats.', (row) => row.promotions),
    devis: amountIfAny('Ce qui est demandé à tous ses lauréats ; rien avant un devis.', ({ devisCents }) => devisCents),
    subvention: amountIfAny('Ce que leurs subventions en gardent ou en ont réglé.', ({ subsidyCents }) => subsidyCents),
  },
  laureates: {
    identifiant: text('Ne change jamais.', ({ id }) => id),
    nom: text('De la manufacture.', ({ name }) => name),
    reference: words('Celle que l’équipe lui donne.', ({ reference }) => reference),
    siret: words('De la personne morale du moment.', ({ sirets }) => sirets.at(-1) ?? null),
    statut: text('Par son nom dans le service.', ({ status }) => status),
    statutLibelle: text('Le même, en français.', ({ status }) => laureateStatuses[status]),
    region: text('Région.', ({ region }) => region),
    departement: text('Département.', ({ department }) => department),
    territoire: text('Rural, ville ou quartier prioritaire.', ({ territory }) => territoryKinds[territory]),
    promotion: count('Numéro de la promotion.', ({ promotion }) => promotion),
    noteDeCadrage: words(
      'Où elle en est.',
      (row) => Object.values(noteStandings).find(({ isSo }) => isSo(row))?.label ?? null,
    ),
    ...balanceFields<ListedLaureate>((row) => row.balance),
  },
  experts: {
    identifiant: text('Ne change jamais ; celui de sa fiche dans l’annuaire.', ({ id }) => id),
    structure: text('Son nom.', ({ company }) => company),
    site: text('Adresse de son site ; vide si elle n’en donne pas.', ({ website }) => website),
    missionsOuvertes: flag(
      'Si une mission peut lui être demandée.',
      ({ mayBeCommissioned, stopped }) => mayBeCommissioned && !stopped,
    ),
    sousThematiques: texts('Leurs numéros.', ({ subthemes }) => subthemes),
    sousThematiquesLibelles: texts('Leurs noms.', ({ subthemes }) =>
      subthemes.map((id) => subthemeLabel(themes(), id)),
    ),
    regions: texts('Où elle intervient.', (row) => row.regions),
    confirmeeLe: instantIfAny('Quand sa fiche a été publiée, ou confirmée.', ({ confirmedAt }) => confirmedAt),
  },
  figures: figureFields,
});
