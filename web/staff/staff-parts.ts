import type { ComponentType } from 'preact';
import type { Address } from '../common/page/address.ts';
import type { Visit } from '../common/page/SignedInPage.tsx';

export interface StaffPartProps {
  readonly visit: Visit;
  readonly address: Address;
}

interface StaffPart {
  /** By which the address names it (`?vue=`); the first has none. */
  readonly word: string | null;
  /** Of its link. */
  readonly label: string;
  readonly title: string;
  /** What is done a few times a year stands under another part: on a phone the header keeps two lines. */
  readonly under?: string;
  readonly load: () => Promise<ComponentType<StaffPartProps>>;
}

/** The parts of the team's page: its links, its titles, and the code of each, which comes when it is opened. A new one is a line. */
export const staffParts = [
  {
    ...{ word: null, label: 'À traiter', title: 'Ce qui nous attend' },
    load: () => import('./parts/ToDoPart.tsx').then(({ ToDoPart }) => ToDoPart),
  },
  {
    ...{ word: 'laureats', label: 'Lauréats', title: 'Lauréats' },
    load: () => import('./parts/LaureatesPart.tsx').then(({ LaureatesPart }) => LaureatesPart),
  },
  {
    ...{ word: 'experts', label: 'Experts', title: 'Experts' },
    load: () => import('./parts/ExpertsPart.tsx').then(({ ExpertsPart }) => ExpertsPart),
  },
  {
    ...{ word: 'missions', label: 'Missions', title: 'Missions' },
    load: () => import('./parts/MissionsPart.tsx').then(({ MissionsPart }) => MissionsPart),
  },
  {
    ...{ word: 'etats', label: 'Tableau par état', title: 'Missions, tableau par état', under: 'missions' },
    load: () => import('./parts/StatesPart.tsx').then(({ StatesPart }) => StatesPart),
  },
  {
    ...{ word: 'exports', label: 'Exporter', title: 'Exporter', under: 'missions' },
    load: () => import('./parts/ExportsPart.tsx').then(({ ExportsPart }) => ExportsPart),
  },
  {
    ...{ word: 'syntheses', label: 'Synthèses', title: 'Synthèses', under: 'missions' },
    load: () => import('./parts/SummariesPart.tsx').then(({ SummariesPart }) => SummariesPart),
  },
  {
    ...{ word: 'statistiques', label: 'Statistiques', title: 'Statistiques', under: 'missions' },
    load: () => import('./parts/FiguresPart.tsx').then(({ FiguresPart }) => FiguresPart),
  },
  {
    ...{ word: 'couverture', label: 'Couverture', title: 'Couverture des besoins', under: 'missions' },
    load: () => import('./figures/CoveragePage.tsx').then(({ CoveragePage }) => CoveragePage),
  },
  {
    ...{ word: 'equipe', label: 'Équipe', title: 'L’équipe du programme' },
    load: () => import('./parts/TeamPart.tsx').then(({ TeamPart }) => TeamPart),
  },
  {
    ...{ word: 'effacements', label: 'Effacements', title: 'Demandes d’effacement', under: 'equipe' },
    load: () => import('./erasures/Erasures.tsx').then(({ Erasures }) => Erasures),
  },
  {
    ...{ word: 'incidents', label: 'Incidents', title: 'Incidents techniques' },
    load: () => import('./incidents/Incidents.tsx').then(({ Incidents }) => Incidents),
  },
  {
    ...{ word: 'sante', label: 'Santé du service', title: 'Santé du service', under: 'incidents' },
    load: () => import('./health/Health.tsx').then(({ Health }) => Health),
  },
  {
    ...{ word: 'import', label: 'Importer', title: 'Importer' },
    load: () => import('./parts/ImportPart.tsx').then(({ ImportPart }) => ImportPart),
  },
  {
    ...{ word: 'depot', label: 'Déposer des dossiers', title: 'Déposer des dossiers', under: 'import' },
    load: () => import('./parts/BulkPart.tsx').then(({ BulkPart }) => BulkPart),
  },
  {
    ...{ word: 'reglages', label: 'Réglages', title: 'Réglages' },
    load: () => import('./parts/SettingsPart.tsx').then(({ SettingsPart }) => SettingsPart),
  },
  {
    ...{ word: 'thematiques', label: 'Thématiques', title: 'Thématiques', under: 'reglages' },
    load: () => import('./themes/ThemesPage.tsx').then(({ ThemesPage }) => ThemesPage),
  },
  {
    ...{ word: 'formulaires', label: 'Formulaires', title: 'Formulaires', under: 'reglages' },
    load: () => import('./parts/FormsPart.tsx').then(({ FormsPart }) => FormsPart),
  },
  {
    ...{ word: 'modeles', label: 'Modèles des documents', title: 'Modèles des documents', under: 'reglages' },
    load: () => import('./parts/TemplatesPart.tsx').then(({ TemplatesPart }) => TemplatesPart),
  },
  {
    ...{ word: 'jetons', label: 'Accès aux données', title: 'Accès aux données', under: 'reglages' },
    load: () => import('./tokens/TokensPage.tsx').then(({ TokensPage }) => TokensPage),
  },
] as const satisfies readonly StaffPart[];
export type StaffView = (typeof staffParts)[number]['word'];

/** The part that the address names; the first one when it names none of them. */
export function staffPartIn(parameters: URLSearchParams): (typeof staffParts)[number] {
  return staffParts.find(({ word }) => word === parameters.get('vue')) ?? staffParts[0];
}
