import { type CoverState, coverStateOf, coverStates } from '@sur-mesure/functions/domain/figures/coverage';
import type { Coverage, Covered } from '@sur-mesure/functions/domain/figures/model';
import {
  type FigureTable,
  gapsTable,
  regionsTable,
  subthemesTable,
  themesTable,
} from '@sur-mesure/functions/domain/figures/tables';
import { BarChart } from '../../common/bar-chart/BarChart.tsx';
import { Notice } from '../../common/notice/Notice.tsx';
import { Pill, type PillTone } from '../../common/state-pill/StatePill.tsx';
import { FigureTableView } from './FigureTableView.tsx';
import { barsDescription, directoryAddress, listAddress, needWords, wholeBars } from './figure-words.ts';
import { MadeFigures } from './MadeFigures.tsx';

const tones = { uncovered: 'refused', thin: 'waiting', covered: 'done', unasked: 'ended' } as const satisfies Record<
  CoverState,
  PillTone
>;

/** Columns of the two tables of needs (`domain/figures/tables.ts`) that a list of the team shows. */
const [LAUREATES, EXPERTS, MISSIONS] = [2, 3, 5];

/** Needs, experts and money, theme by theme and region by region: whom the programme must look for. */
export function CoveragePage() {
  return (
    <MadeFigures>
      {({ coverage }) => (
        <>
          <Missing coverage={coverage} />
          <Needs
            {...{ id: 'themes', title: 'Par thématique', chart: 'Manufactures qui en ont besoin, par thématique' }}
            rows={coverage.themes.map((row) => ({
              ...row,
              address: directoryAddress({ thematique: row.id }),
              lists: {
                [EXPERTS]: listAddress('experts', { theme: row.id, etat: 'published' }),
                [MISSIONS]: listAddress('missions', { theme: row.id }),
              },
            }))}
            table={themesTable(coverage)}
          />
          <Subthemes coverage={coverage} />
          <Needs
            {...{ id: 'regions', title: 'Par région', chart: 'Manufactures, par région' }}
            rows={coverage.regions.map((row) => ({
              ...row,
              label: row.region,
              address: directoryAddress({ region: row.region }),
              lists: {
                [LAUREATES]: listAddress('laureats', { region: row.region, statut: 'active' }),
                [EXPERTS]: listAddress('experts', { region: row.region, etat: 'published' }),
                [MISSIONS]: listAddress('missions', { region: row.region }),
              },
            }))}
            table={regionsTable(coverage)}
          />
          <Gaps coverage={coverage} />
        </>
      )}
    </MadeFigures>
  );
}

/** What must be seen before any table. */
function Missing({ coverage: { themes, regions } }: { readonly coverage: Coverage }) {
  const without = [
    ...themes.filter((row) => coverStateOf(row) === 'uncovered').map(({ label }) => `la thématique « ${label} »`),
    ...regions.filter((row) => coverStateOf(row) === 'uncovered').map(({ region }) => `la région ${region}`),
  ];
  if (without.length === 0) {
    return (
      <Notice tone="success" title="Chaque thématique et chaque région demandée a un expert publié">
        <p>Les sous-thématiques et les besoins sans expert dans leur région sont plus bas.</p>
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title="Il manque un expert publié">
      <p>Pour {new Intl.ListFormat('fr-FR').format(without)}.</p>
    </Notice>
  );
}

interface NeedsProps {
  readonly id: string;
  readonly title: string;
  readonly chart: string;
  readonly rows: readonly (Covered & {
    readonly label: string;
    readonly address: string;
    /** The list of what a column counts, by the number of the column. */
    readonly lists: Readonly<Record<number, string>>;
  })[];
  readonly table: FigureTable;
}

function Needs({ id, title, chart, rows, table }: NeedsProps) {
  const asked = rows
    .filter(({ laureates }) => laureates > 0)
    .map(({ label, laureates, experts }) => ({ label, size: laureates, value: needWords({ laureates, experts }) }));
  return (
    <section class="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {asked.length > 0 && (
        <BarChart id={`chart-${id}`} title={chart} description={barsDescription(asked)} rows={wholeBars(asked)} />
      )}
      <FigureTableView
        table={table}
        worded={[1]}
        shown={({ row, column, text }) => {
          if (column === 0) return <a href={rows[row]?.address ?? '/'}>{text}</a>;
          if (column === 1) return <Cover state={stateOf(rows[row])} />;
          const list = text === '0' ? undefined : rows[row]?.lists[column];
          return list === undefined ? text : <a href={list}>{text}</a>;
        }}
      />
    </section>
  );
}

/** Those that are asked for and lack an expert stand first: the others are a press away. */
function Subthemes({ coverage: { themes } }: { readonly coverage: Coverage }) {
  const urgent = themes
    .map((theme) => ({ ...theme, subthemes: theme.subthemes.filter((row) => isScarce(coverStateOf(row))) }))
    .filter(({ subthemes }) => subthemes.length > 0);
  const others = themes.map((theme) => ({
    ...theme,
    subthemes: theme.subthemes.filter((row) => !isScarce(coverStateOf(row))),
  }));
  const shownOf = (listed: Coverage['themes']) => {
    const rows = listed.flatMap(({ subthemes }) => subthemes);
    return ({ row, column, text }: { row: number; column: number; text: string }) => {
      if (column === 0) return <a href={directoryAddress({ thematique: rows[row]?.id ?? '' })}>{text}</a>;
      return column === 2 ? <Cover state={stateOf(rows[row])} /> : text;
    };
  };
  return (
    <section class="stack" aria-labelledby="subthemes-title">
      <h2 id="subthemes-title">Sous-thématiques sans expert, ou avec un seul</h2>
      <FigureTableView
        table={{
          ...subthemesTable({ themes: urgent }),
          id: 'sous-thematiques-a-couvrir',
          title: 'Sous-thématiques à couvrir',
        }}
        worded={[1, 2]}
        shown={shownOf(urgent)}
        empty="Chaque sous-thématique demandée a deux experts publiés ou plus."
      />
      <details>
        <summary>Les autres sous-thématiques</summary>
        <FigureTableView
          table={{ ...subthemesTable({ themes: others }), title: 'Autres sous-thématiques' }}
          worded={[1, 2]}
          shown={shownOf(others)}
          empty="Il n’y en a pas d’autre."
        />
      </details>
    </section>
  );
}

function Gaps({ coverage }: { readonly coverage: Coverage }) {
  return (
    <section class="stack" aria-labelledby="gaps-title">
      <h2 id="gaps-title">Besoins sans expert dans leur région</h2>
      <p>
        Ces manufactures ont écrit ce besoin dans leur note de cadrage, et aucun expert publié n’a les deux à la fois.
      </p>
      <FigureTableView
        table={gapsTable(coverage)}
        worded={[1]}
        first={15}
        shown={({ row, column, text }) => {
          const gap = coverage.gaps[row];
          return column === 0 && gap !== undefined ? (
            <a href={directoryAddress({ thematique: gap.themeId })}>{text}</a>
          ) : (
            text
          );
        }}
        empty="Chaque besoin écrit dans une note de cadrage a un expert publié dans sa région."
      />
    </section>
  );
}

function Cover({ state }: { readonly state: CoverState }) {
  return <Pill tone={tones[state]}>{coverStates[state]}</Pill>;
}

function isScarce(state: CoverState): boolean {
  return state === 'uncovered' || state === 'thin';
}

function stateOf(row: Parameters<typeof coverStateOf>[0] | undefined): CoverState {
  return row === undefined ? 'unasked' : coverStateOf(row);
}
