import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { figuresOf } from '../../functions/src/domain/figures/figures.ts';
import { delaySteps, type Figures as ProgrammeFigures } from '../../functions/src/domain/figures/model.ts';
import { missionStates } from '../../functions/src/domain/missions/states.ts';
import { readFiguresFacts } from '../../functions/src/store/figures/reading.ts';
import { type Bar, barChart } from './charts.ts';
import { brokenOf, type Verdict } from './checking.ts';
import { faultNames, faults } from './faults.ts';
import type { Lived } from './invariants-of-life.ts';
import type { Killed } from './kill.ts';
import { toldOf } from './over-http.ts';

/** What a report tells. */
interface Told {
  readonly lived: Lived;
  /** Null when nothing was played over HTTP. */
  readonly sample: Killed | null;
  readonly verdicts: readonly Verdict[];
  /** How long it took, and the sample over HTTP: all that the seed does not decide. */
  readonly livedMs: number;
  readonly checkedMs: number;
}

/** Most counter-examples of one invariant that a report quotes. */
const QUOTED = 20;

/** Writes `report.md` and its charts in `folder`. Answers the path of the report. */
export async function writeReport(folder: string, told: Told): Promise<string> {
  const { lived } = told;
  const figures = figuresOf(await readFiguresFacts(lived.firestore, lived.now));
  await mkdir(folder, { recursive: true });
  for (const [name, { title, bars, shown }] of Object.entries(chartsOf(lived, figures)))
    await writeFile(join(folder, `${name}.svg`), barChart(title, bars, shown));
  const file = join(folder, 'report.md');
  await writeFile(file, markdown(told, figures));
  return file;
}

const euros = (cents: number) => `${Math.round(cents / 100).toLocaleString('en-GB')} EUR`;
const counted = <Item>(items: readonly Item[], nameOf: (item: Item) => string): Bar[] =>
  [...Map.groupBy(items, nameOf)]
    .map(([label, { length: value }]) => ({ label, value }))
    .sort((one, other) => other.value - one.value || one.label.localeCompare(other.label));

interface Chart {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly shown?: (value: number) => string;
}

function chartsOf({ life, truth }: Lived, figures: ProgrammeFigures): Record<string, Chart> {
  const { after } = figures.money.total;
  return {
    states: {
      title: 'Missions by the state they ended in',
      bars: figures.states.map(({ state, missions }) => ({ label: missionStates[state].label, value: missions })),
    },
    money: {
      title: 'Money, when the last day is over',
      shown: euros,
      bars: [
        { label: 'awarded', value: after.awardedCents },
        { label: 'engaged', value: after.committedCents },
        { label: 'settled', value: after.settledCents },
        { label: 'paid', value: after.paidCents },
        { label: 'left', value: after.remainingCents },
      ],
    },
    mails: { title: 'Mails received, by month', bars: byMonth(life.received.map(({ at }) => at)) },
    documents: { title: 'PDFs made, by kind', bars: counted(truth.requests, ({ document }) => document.kind) },
    faults: {
      title: 'Faults injected',
      bars: faultNames.map((name) => ({ label: faults[name].label, value: life.faults.injected(name) })),
    },
  };
}

function byMonth(instants: readonly number[]): Bar[] {
  return counted(instants, (at) => new Date(at).toISOString().slice(0, 7)).sort((one, other) =>
    one.label.localeCompare(other.label),
  );
}

function markdown({ lived, sample, verdicts, livedMs, checkedMs }: Told, figures: ProgrammeFigures): string {
  const { life } = lived;
  const { laureates, experts, missions, days, seed } = life.figures;
  const broken = brokenOf(verdicts);
  return [
    `# A programme of ${laureates} laureates, ${experts} experts and ${missions} missions over ${days} days`,
    `Seed ${seed}. **${broken.length === 0 ? 'Every invariant holds.' : `Broken invariants: ${broken.length}.`}**`,
    ...invariantsPart(verdicts, broken),
    ...missionsPart(lived),
    '## Delays',
    table(
      ['In working days', 'Stays', 'Half are under', 'Nine in ten are under'],
      figures.delays.map(({ step, stays, median, ninth }) => [delaySteps[step], stays, median, ninth]),
    ),
    '## Money',
    chart('money'),
    ...mailsPart(lived),
    '## PDFs',
    chart('documents'),
    '## Faults',
    table(
      ['What went wrong', 'Times', 'What made up for it'],
      faultNames.map((name) => [faults[name].label, life.faults.injected(name), faults[name].heals]),
    ),
    ...(sample === null
      ? []
      : [
          '## Over HTTP',
          toldOf(sample)
            .map((line) => `- ${line}`)
            .join('\n'),
        ]),
    '## Durations',
    `Lived in ${Math.round(livedMs / 1_000)} s, checked in ${Math.round(checkedMs / 1_000)} s.`,
    '',
  ].join('\n\n');
}

const chart = (name: string) => `![](${name}.svg)`;

function invariantsPart(verdicts: readonly Verdict[], broken: readonly Verdict[]): string[] {
  const rows = verdicts.map(({ name, counterExamples: { length } }) => [name, length === 0 ? 'none' : length]);
  return [
    '## Invariants',
    table(['What must hold', 'Counter-examples'], rows),
    ...broken.map(({ name, counterExamples }) =>
      [`### ${name}`, ...counterExamples.slice(0, QUOTED).map((one) => `- \`${one}\``)].join('\n'),
    ),
  ];
}

function missionsPart({ life, truth }: Lived): string[] {
  const lines = [...truth.events.values()].flat();
  const ofClock = lines.filter(({ by }) => by.kind === 'system').length;
  const late = ['Steps that came when they could no longer be taken:', table(['Step', 'Times'], sorted(life.refusals))];
  return [
    '## Missions',
    `Steps done by people: ${life.done}. Lines of journals: ${lines.length}, of which the clock wrote ${ofClock}.`,
    chart('states'),
    ...(life.refusals.size === 0 ? [] : late),
  ];
}

function mailsPart({ life: { queued, received } }: Lived): string[] {
  const again = received.length - new Set(received.map(({ messageId }) => messageId)).size;
  const rows = counted(queued, ({ state }) => state).map(({ label, value }) => [label, value]);
  return [
    '## Mails',
    table(['How they ended', 'Mails'], rows),
    `Received: ${received.length}, of which ${again} again, folded by their Message-ID.`,
    chart('mails'),
  ];
}

function sorted(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([one], [other]) => one.localeCompare(other));
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
