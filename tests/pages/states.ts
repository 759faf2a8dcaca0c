import { allStates, type MissionState } from '../../functions/src/domain/missions/states.ts';
import {
  decisionSteps,
  expertTasks,
  expertViews,
  exportWords,
  figureParts,
  laureateParts,
  laureateWords,
  type Parameters,
  pageNames,
  registrationSteps,
  staffWords,
} from './known-views.ts';

/** Somebody whose browser opens a page. */
export interface Somebody {
  readonly uid: string;
  readonly name: string;
}

export interface CastMission {
  readonly id: string;
  readonly laureate: Somebody;
  readonly expert: Somebody;
}

/** Who is looked for in the demonstration, to look at pages as they do. */
export interface Cast {
  readonly staff: Somebody;
  readonly observer: Somebody;
  readonly missionIn: (state: MissionState) => CastMission;
  /** With an amendment to answer. */
  readonly amending: CastMission;
  /** Awaiting a decision on a version that corrects another. */
  readonly corrected: CastMission;
  /** Laureates and experts to whom nothing happened yet. */
  readonly newLaureate: Somebody;
  readonly newExpert: Somebody;
  readonly laureateId: string;
  readonly expertId: string;
  /** Of a summary that is kept. */
  readonly period: string;
}

export const widths = [360, 768, 1280] as const;
export type Width = (typeof widths)[number];
export type Theme = 'light' | 'dark';

/** A button that is pressed first, once these fields are typed (by their id), and what then comes. */
interface Pressed {
  readonly typed: Readonly<Record<string, string>>;
  readonly button: string;
  readonly shows: string;
}

/** One page as one person sees it. Width and theme take turns; nothing may be wider than the window. */
export interface PageState {
  readonly name: string;
  readonly path: string;
  readonly reader: Somebody | null;
  readonly width: Width;
  readonly theme: Theme;
  readonly pressed?: Pressed | undefined;
}

type Place = Pick<PageState, 'name' | 'path' | 'reader' | 'pressed'>;

const address = (path: string, parameters: Parameters = {}) => {
  const search = new URLSearchParams(parameters).toString();
  return search === '' ? path : `${path}?${search}`;
};

export function parametersOf(path: string): string[] {
  const { searchParams, hash } = new URL(path, 'https://surmesure.example');
  return [...searchParams.keys(), ...new URLSearchParams(hash.slice(1)).keys()];
}

/** A page that is built and is not here makes the list fail: say how it is looked at. Those of the directory are made by a function. */
const places: Readonly<Record<string, (cast: Cast) => Place[]>> = {
  annuaire: directoryPlaces,
  connexion: ({ newLaureate }) => [
    { name: 'sign-in', path: '/connexion', reader: null },
    { name: 'sign-in, on the way to a page', path: address('/connexion', { suite: '/laureat' }), reader: null },
    { name: 'sign-in, from a mail', path: '/connexion#jeton=abc', reader: null },
    { name: 'sign-out everywhere', path: address('/connexion', { partout: 'oui' }), reader: newLaureate },
  ],
  inscription: registrationPlaces,
  verification: () => [{ name: 'verification', path: '/verification', reader: null }],
  preferences: ({ newExpert, staff }) => [
    { name: 'preferences of an expert', path: '/preferences', reader: newExpert },
    { name: 'preferences of the team', path: '/preferences', reader: staff },
    { name: 'preferences, by a spent link', path: '/preferences#jeton=abc', reader: null },
  ],
  decision: decisionPlaces,
  laureat: laureatePlaces,
  expert: expertPlaces,
  equipe: staffPlaces,
  accessibilite: () => [{ name: 'accessibility', path: '/accessibilite', reader: null }],
  'mes-donnees': ({ newExpert, staff }) => [
    { name: 'own data of an expert', path: '/mes-donnees', reader: newExpert },
    { name: 'own data of the team', path: '/mes-donnees', reader: staff },
  ],
  'donnees-personnelles': () => [{ name: 'personal data', path: '/donnees-personnelles', reader: null }],
  'mentions-legales': () => [{ name: 'legal notice', path: '/mentions-legales', reader: null }],
  aide: () => [{ name: 'help', path: '/aide', reader: null }],
  'aide-laureat': () => [{ name: 'help for laureates', path: '/aide-laureat', reader: null }],
  'aide-expert': () => [{ name: 'help for experts', path: '/aide-expert', reader: null }],
  'aide-equipe': () => [{ name: 'help for the team', path: '/aide-equipe', reader: null }],
  '404': () => [{ name: 'not found', path: '/nulle-part', reader: null }],
  galerie: () => [
    { name: 'gallery of the pieces', path: '/galerie', reader: null },
    { name: 'gallery of the pieces, again', path: '/galerie?encore=oui', reader: null },
  ],
};

function directoryPlaces({ expertId }: Cast): Place[] {
  const place = (name: string, path: string, parameters: Parameters = {}): Place => ({
    ...{ name: `directory${name}`, path: address(path, parameters), reader: null },
  });
  const card = `/experts/${expertId}`;
  return [
    place('', '/'),
    place(', nothing found', '/', { mots: 'introuvable' }),
    place(', searched', '/', { thematique: '4.2', territoire: 'bretagne' }),
    place(', past its last page', '/', { page: '9' }),
    place(', in the page of somebody else', '/annuaire/integre'),
    place(', an expert', card),
    {
      ...place(', a message to correct', card),
      pressed: {
        // What the browser itself lets go.
        typed: { nom: 'Awa Diop', courriel: 'awa@exemple', message: 'Bref.' },
        ...{ button: 'Envoyer le message', shows: '2 points à corriger' },
      },
    },
    place(', a message that left', `${card}/message`, { envoye: 'oui' }),
    place(', nobody', '/experts/personne'),
  ];
}

function registrationPlaces(): Place[] {
  const place = (name: string, parameters: Parameters = {}): Place => ({
    ...{ name: `registration${name}`, path: address('/inscription', parameters), reader: null },
  });
  return [
    place(''),
    { ...place(', to correct'), pressed: { typed: {}, button: 'Continuer', shows: 'Écrivez votre nom.' } },
    ...registrationSteps().map((etape) => place(`, ${etape}`, { etape })),
    place(', no such step', { etape: 'nulle-part' }),
  ];
}

function decisionPlaces({ missionIn, corrected }: Cast): Place[] {
  const { id, laureate } = missionIn('awaiting_validation');
  const closed = missionIn('closed');
  return [
    ...decisionSteps().map((etape) => ({
      name: `decision, ${etape}`,
      path: address('/decision', { mission: id, etape }),
      reader: laureate,
    })),
    {
      name: 'decision, a corrected version',
      path: address('/decision', { mission: corrected.id }),
      reader: corrected.laureate,
    },
    {
      name: 'decision, nothing to decide',
      path: address('/decision', { mission: closed.id }),
      reader: closed.laureate,
    },
    { name: 'decision, no mission named', path: '/decision', reader: laureate },
  ];
}

function laureatePlaces({ missionIn, amending, newLaureate, expertId }: Cast): Place[] {
  const { laureate } = missionIn('awaiting_validation');
  const ended = missionIn('ended_early');
  const inBoth = (name: string, parameters: Parameters = {}): Place[] => [
    { name: `laureate, ${name}`, path: address('/laureat', parameters), reader: laureate },
    { name: `new laureate, ${name}`, path: address('/laureat', parameters), reader: newLaureate },
  ];
  return [
    ...inBoth('home'),
    ...laureateWords().flatMap((word) => inBoth(word, { [word]: 'oui' })),
    ...allStates.map((state) => ({
      name: `laureate, mission ${state}`,
      path: address('/laureat', { mission: missionIn(state).id }),
      reader: missionIn(state).laureate,
    })),
    {
      name: 'laureate, amendment to answer',
      path: address('/laureat', { mission: amending.id }),
      reader: amending.laureate,
    },
    {
      name: 'laureate, request to an expert found',
      path: address('/laureat', { demande: 'oui', expert: expertId, 'sous-thematique': '4.2' }),
      reader: laureate,
    },
    {
      name: 'laureate, request that follows',
      path: address('/laureat', { demande: 'oui', suite: ended.id }),
      reader: ended.laureate,
    },
  ];
}

/** In which state of a mission each form of an expert is open. */
const taskStates: Readonly<Record<string, MissionState>> = {
  submitDiagnostic: 'awaiting_diagnostic',
  submitReport: 'awaiting_report',
  resplit: 'awaiting_validation',
  proposeAmendment: 'awaiting_report',
  depositInvoice: 'closed',
};

function expertPlaces({ missionIn, newExpert }: Cast): Place[] {
  const { expert } = missionIn('awaiting_diagnostic');
  const tasks = [...expertTasks()].map(([action, etape]) => {
    const state = taskStates[action];
    if (state === undefined) throw new Error(`Say in which state of a mission an expert may ${action}.`);
    const { id, expert: reader } = missionIn(state);
    return { name: `expert, ${etape}`, path: address('/expert', { mission: id, etape }), reader };
  });
  return [
    { name: 'expert, home', path: '/expert', reader: expert },
    { name: 'new expert, home', path: '/expert', reader: newExpert },
    ...expertViews().map((view) => ({
      name: `expert, ${Object.keys(view)} ${Object.values(view)}`,
      path: address('/expert', view),
      reader: expert,
    })),
    ...['domaines', 'fiche'].map((etape) => ({
      name: `expert, registration to change, ${etape}`,
      path: address('/expert', { inscription: 'oui', etape }),
      reader: expert,
    })),
    ...tasks,
    ...allStates.map((state) => ({
      name: `expert, mission ${state}`,
      path: address('/expert', { mission: missionIn(state).id }),
      reader: missionIn(state).expert,
    })),
  ];
}

function staffPlaces({ missionIn, staff, observer, laureateId, expertId, period }: Cast): Place[] {
  const place = (name: string, parameters: Parameters = {}, reader = staff): Place => ({
    ...{ name: `${reader === staff ? 'staff' : 'observer'}, ${name}`, path: address('/equipe', parameters), reader },
  });
  return [
    place('home'),
    place('home', {}, observer),
    ...staffWords().map((vue) => place(vue, { vue })),
    ...['missions', 'laureats', 'experts', 'couverture'].map((vue) => place(vue, { vue }, observer)),
    ...['missions', 'laureats', 'experts'].map((vue) => place(`${vue}, none found`, { vue, mots: 'introuvable' })),
    place('missions, by an address of before', { vue: 'missions', etat: 'nulle-part', sans: 'devis' }),
    place('missions, by the view of somebody', { vue: 'missions', retard: 'oui', tri: 'echeance', gardee: 'ailleurs' }),
    place('missions by state, none found', { vue: 'etats', mots: 'introuvable' }),
    place('missions by state', { vue: 'etats' }, observer),
    ...figureParts().map((partie) => place(`statistics, ${partie}`, { vue: 'statistiques', partie })),
    ...exportWords().map((quoi) => place(`exports, ${quoi}`, { vue: 'exports', quoi })),
    ...laureateParts().map((partie) => place(`laureate, ${partie}`, { laureat: laureateId, partie })),
    place('expert', { expert: expertId }),
    place('a template', { vue: 'modeles', modele: 'diagnostic' }),
    place('a form', { vue: 'formulaires', formulaire: 'registration' }),
    place('a summary', { vue: 'syntheses', periode: period }),
    ...allStates.map((state) => place(`mission ${state}`, { mission: missionIn(state).id })),
  ];
}

/** Everything that is looked at, each in one width and theme in turn, so that pages with several states are seen in all. */
export function statesOf(cast: Cast): PageState[] {
  const unknown = pageNames().filter((page) => !(page in places));
  if (unknown.length > 0) throw new Error(`Say in tests/pages/states.ts how these pages are looked at: ${unknown}.`);
  return Object.values(places).flatMap((placesOf) =>
    placesOf(cast).map((place, index) => ({ ...place, ...turn(index) })),
  );
}

/** Phones first: it is where pages break. */
const turns = [
  { width: 360, theme: 'light' },
  { width: 1280, theme: 'dark' },
  { width: 1280, theme: 'light' },
  { width: 360, theme: 'dark' },
] as const satisfies readonly Pick<PageState, 'width' | 'theme'>[];

function turn(index: number): Pick<PageState, 'width' | 'theme'> {
  return turns[index % turns.length] ?? turns[0];
}
