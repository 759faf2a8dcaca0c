import { isLive } from '../missions/states.ts';
import { regions } from '../programme/territories.ts';
import type { Theme } from '../programme/theme-list.ts';
import { byId } from '../summaries/facts.ts';
import type { ProgrammeMoney } from '../summaries/summary.ts';
import type { FiguresFacts } from './facts.ts';
import type { Coverage, Covered, Gap, RegionCoverage, SubthemeCoverage, ThemeCoverage } from './model.ts';

type CoverageFacts = Pick<FiguresFacts, 'laureates' | 'missions' | 'cards' | 'settings'>;

/** What an active laureate's note in force names counts as a need. */
interface Need {
  readonly region: string;
  readonly subthemes: ReadonlySet<string>;
}

/** Needs, experts and money, by theme and by region; and where a need has no expert of that theme in its region. */
export function coverageOf(facts: CoverageFacts, money: ProgrammeMoney): Coverage {
  const needs = needsOf(facts);
  return {
    themes: facts.settings.themes.map((theme) => themeCoverage(theme, facts, { needs, money })),
    regions: regions.map((region) => regionCoverage(region, facts, money)),
    gaps: gapsOf(facts, needs),
  };
}

function needsOf({ laureates }: CoverageFacts): Need[] {
  return laureates
    .filter(({ status }) => status === 'active')
    .map(({ region, note }) => ({ region, subthemes: new Set(note?.subthemes ?? []) }));
}

function themeCoverage(
  { id, label, subthemes }: Theme,
  facts: CoverageFacts,
  { needs, money }: { readonly needs: readonly Need[]; readonly money: ProgrammeMoney },
): ThemeCoverage {
  const spent = money.themes.find((row) => row.id === id)?.after;
  const ids = subthemes.map((subtheme) => subtheme.id);
  return {
    ...{ id, label },
    ...namedIn(ids, facts, needs),
    committedCents: spent?.committedCents ?? 0,
    settledCents: spent?.settledCents ?? 0,
    subthemes: subthemes.map(
      (subtheme): SubthemeCoverage => ({
        id: subtheme.id,
        label: subtheme.label,
        ...namedIn([subtheme.id], facts, needs),
      }),
    ),
  };
}

/** Who and what names one of these sub-themes. */
function namedIn(ids: readonly string[], { missions, cards }: CoverageFacts, needs: readonly Need[]) {
  const naming = missions.filter(({ subthemes }) => ids.some((id) => subthemes.includes(id)));
  return {
    laureates: needs.filter(({ subthemes }) => ids.some((id) => subthemes.has(id))).length,
    liveMissions: naming.filter(({ state }) => isLive(state)).length,
    missions: naming.length,
    experts: cards.filter(({ subthemes }) => ids.some((id) => subthemes.includes(id))).length,
  };
}

/** A mission of laureates of two regions counts in both; its money is where each share is. */
function regionCoverage(region: string, facts: CoverageFacts, money: ProgrammeMoney): RegionCoverage {
  const known = byId(facts.laureates);
  const here = facts.missions.filter(({ participants }) =>
    Object.values(participants).some(
      ({ laureateId, status }) =>
        (status === 'requested' || status === 'joined') && known.get(laureateId)?.region === region,
    ),
  );
  const spent = money.regions.find(({ label }) => label === region)?.after;
  return {
    region,
    laureates: facts.laureates.filter((laureate) => laureate.status === 'active' && laureate.region === region).length,
    liveMissions: here.filter(({ state }) => isLive(state)).length,
    missions: here.length,
    experts: facts.cards.filter((card) => card.regions.includes(region)).length,
    committedCents: spent?.committedCents ?? 0,
    settledCents: spent?.settledCents ?? 0,
  };
}

function gapsOf({ cards, settings: { themes } }: CoverageFacts, needs: readonly Need[]): Gap[] {
  return themes
    .flatMap(({ id, label, subthemes }) => {
      const names = (own: (subthemeId: string) => boolean) => subthemes.some((subtheme) => own(subtheme.id));
      const able = cards.filter((card) => names((subthemeId) => card.subthemes.includes(subthemeId)));
      const asking = needs.filter((need) => names((subthemeId) => need.subthemes.has(subthemeId)));
      return regions
        .filter((region) => !able.some((card) => card.regions.includes(region)))
        .map((region) => ({
          ...{ themeId: id, theme: label, region },
          laureates: asking.filter((need) => need.region === region).length,
        }));
    })
    .filter(({ laureates }) => laureates > 0)
    .toSorted((one, other) => other.laureates - one.laureates);
}

/** What a reader must see first of a row, in words. */
export const coverStates = {
  uncovered: 'Sans expert',
  thin: 'Un seul expert',
  covered: 'Couvert',
  unasked: 'Pas demandé',
} as const satisfies Record<string, string>;
export type CoverState = keyof typeof coverStates;

/** By what is needed now: a laureate's note, or a live mission. */
export function coverStateOf({
  laureates,
  liveMissions,
  experts,
}: Pick<Covered, 'laureates' | 'liveMissions' | 'experts'>): CoverState {
  if (laureates === 0 && liveMissions === 0) return 'unasked';
  if (experts === 0) return 'uncovered';
  return experts === 1 ? 'thin' : 'covered';
}
