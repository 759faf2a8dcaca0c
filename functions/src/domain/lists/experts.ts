import type { Day, Instant } from '../calendar.ts';
import { type Expert, type ExpertState, expertStates } from '../experts/profile.ts';
import { themeIdOf } from '../programme/theme-list.ts';
import { type Page, type PageAsked, pageOf, type SortValue } from './page.ts';
import { folded, hasWords, isNumberOf } from './words.ts';

/** An expert's company as the list of the programme keeps it. */
export interface ListedExpert {
  readonly id: string;
  readonly company: string;
  readonly siret: string;
  readonly state: ExpertState;
  readonly published: boolean;
  readonly mayBeCommissioned: boolean;
  readonly contact: Expert['contact'];
  readonly publishes: Pick<Expert['publishes'], 'email' | 'phone'>;
  readonly website: string;
  readonly subthemes: readonly string[];
  readonly regions: readonly string[];
  readonly submittedAt: Instant;
  readonly reviewedAt: Instant | null;
  readonly confirmedAt: Instant | null;
  readonly confirmBy: Day | null;
  /** Whether it has an interest in a laureate that nobody lifted: no mission can be asked of it. */
  readonly stopped: boolean;
}

/** What the list of the programme keeps of an expert. */
export function listedExpert(expert: Expert): ListedExpert {
  const { id, company, siret, state, published, mayBeCommissioned, contact, website } = expert;
  const { subthemes, regions, submittedAt, review, confirmation, confirmBy, interests, interestsLifted } = expert;
  const { email, phone } = expert.publishes;
  return {
    ...{ id, company, siret, state, published, mayBeCommissioned, contact, website, subthemes, regions, submittedAt },
    publishes: { email, phone },
    reviewedAt: review?.at ?? null,
    confirmedAt: confirmation?.at ?? null,
    confirmBy: confirmBy ?? null,
    stopped: interests.length > 0 && interestsLifted === null,
  };
}

/** As whoever observes finds and takes it away: of its contact, what the directory shows to everybody. */
export function observedExpert(expert: ListedExpert): ListedExpert {
  const { contact, published, publishes } = expert;
  const email = published && publishes.email ? contact.email : '';
  const phone = published && publishes.phone ? contact.phone : '';
  return { ...expert, contact: { ...contact, email, phone } };
}

export interface ExpertFilters {
  readonly words: string;
  readonly state: ExpertState | null;
  readonly theme: string | null;
  readonly region: string | null;
  /** Only those of whom a mission may be asked. */
  readonly open: boolean;
}

export const noExpertFilter: ExpertFilters = { words: '', state: null, theme: null, region: null, open: false };

const states = Object.keys(expertStates);

export const expertSorts = {
  /** No page offers it: an export is read so, since an id never moves. */
  id: { label: 'Identifiant', valueOf: ({ id }) => id },
  company: { label: 'Structure', valueOf: ({ company }) => folded(company) },
  state: { label: 'État', valueOf: ({ state }) => states.indexOf(state) },
  submittedAt: { label: 'Inscrite le', valueOf: ({ submittedAt }) => submittedAt },
  confirmedAt: { label: 'Confirmée le', valueOf: ({ confirmedAt }) => confirmedAt },
} as const satisfies Record<string, { label: string; valueOf: (expert: ListedExpert) => SortValue }>;
export type ExpertSort = keyof typeof expertSorts;

/** What the team reads of the experts. */
export interface ExpertsView {
  readonly page: Page<ListedExpert>;
  /** How many there are in each state, under the other filters. */
  readonly counts: readonly { readonly state: ExpertState; readonly count: number }[];
}

/** A page of those that the filters find, and how many there would be in each state. */
export function expertsPage(
  experts: readonly ListedExpert[],
  filters: ExpertFilters,
  asked: PageAsked<ExpertSort>,
): ExpertsView {
  const inAnyState = experts.filter((expert) => matches(expert, { ...filters, state: null }));
  const found = inAnyState.filter(({ state }) => filters.state === null || state === filters.state);
  return {
    page: pageOf(found, expertSorts[asked.sort].valueOf, asked),
    counts: expertStateNames.map((state) => ({
      state,
      count: inAnyState.filter((expert) => expert.state === state).length,
    })),
  };
}

const expertStateNames = states.filter((name): name is ExpertState => Object.hasOwn(expertStates, name));

function matches(expert: ListedExpert, { words, state, theme, region, open }: ExpertFilters): boolean {
  return (
    (state === null || expert.state === state) &&
    (theme === null || expert.subthemes.some((subtheme) => themeIdOf(subtheme) === theme)) &&
    (region === null || expert.regions.includes(region)) &&
    (!open || (expert.mayBeCommissioned && !expert.stopped)) &&
    (hasWords(wordsOf(expert), words) || isNumberOf([expert.siret], words))
  );
}

function wordsOf({ company, contact, regions }: ListedExpert): string {
  return [company, contact.name, contact.email, ...regions].join(' ');
}
