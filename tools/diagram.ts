import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  allStates,
  liveStates,
  type MissionState,
  missionStates,
  waitingStates,
} from '../functions/src/domain/missions/states.ts';
import { takenOverStates } from '../functions/src/domain/missions/taken-over.ts';
import type { Target, Transition } from '../functions/src/domain/missions/transition.ts';
import { actionNames, transitionOf } from '../functions/src/domain/missions/transitions.ts';

/** `node tools/diagram.ts` prints the life of a mission, from the one table that knows it, into `docs/mission-states.md`. */
export const PAGE = fileURLToPath(new URL('../docs/mission-states.md', import.meta.url));

export function missionStatesPage(): string {
  return `# The life of a mission

Printed from \`functions/src/domain/missions/transitions.ts\` by \`node tools/diagram.ts\`; a test fails when this page is out of date. Words are in
[the glossary](glossary.md).

\`\`\`mermaid
${diagram().join('\n')}
\`\`\`

Actions that keep the state are in the table only. *Live* is every state before an end; *waiting* is live and not on hold.

## States

| state | shown as | whose turn |
|---|---|---|
${allStates.map((state) => `| \`${state}\` | ${missionStates[state].label} | ${missionStates[state].turn ?? '–'} |`).join('\n')}

## Actions

*Guards* judge the facts before anything is typed: the page greys a button with their reason. *Checks* judge what the action carries.
*On behalf*: staff may do it in somebody's name.

| action | by | from | to | guards | checks | effects | on behalf |
|---|---|---|---|---|---|---|---|
${actionNames.map(rowOf).join('\n')}
`;
}

type From = Transition['from'][number];

function rowOf(action: (typeof actionNames)[number]): string {
  const { label, by, from, to, guards, checks, effects, actFor } = transitionOf(action);
  const cells = [
    `\`${action}\`<br>${label}`,
    by.join(', '),
    groupsOf(from).join(', '),
    target(to),
    guards.join(', '),
    checks.join(', '),
    effects.join(', '),
    actFor ? 'yes' : '',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** States as a reader says them: all the live ones are « live ». */
function groupsOf(from: readonly From[]): string[] {
  const has = (group: readonly MissionState[]) => group.every((state) => from.includes(state));
  if (has(liveStates)) return ['*live*'];
  if (has(waitingStates)) return ['*waiting*'];
  return from.map((state) => (state === 'start' ? '–' : `\`${state}\``));
}

function target(to: Target): string {
  if (typeof to === 'string') return allStates.some((state) => state === to) ? `\`${to}\`` : (words[to] ?? to);
  if ('whenAllValidated' in to) return `\`${to.whenAllValidated}\` once all have validated`;
  if ('whenAllConfirmed' in to) return `\`${to.whenAllConfirmed}\` once all have confirmed`;
  if ('alone' in to) return `\`${to.alone}\`; \`${to.shared}\` if shared`;
  return `same; ${Object.entries(to.from)
    .map(([before, after]) => `\`${after}\` from \`${before}\``)
    .join(', ')}`;
}

const words: Partial<Record<string, string>> = {
  same: 'same',
  heldFrom: 'where it was held',
  closedFrom: 'where it was closed',
  given: 'where it stood outside',
};

/** Mermaid: the waiting states inside the live ones, so that a way out of all of them is one arrow. */
function diagram(): string[] {
  const named = (states: readonly MissionState[], indent: string) =>
    states.map((state) => `${indent}state "${missionStates[state].label}" as ${state}`);
  const ends = allStates.filter((state) => !liveStates.some((live) => live === state));
  return [
    'stateDiagram-v2',
    ...named(ends, '  '),
    '  state "live" as live {',
    '    state "waiting" as waiting {',
    ...named(waitingStates, '      '),
    '    }',
    ...named(['on_hold'], '    '),
    '  }',
    ...[...arrows()].map(([ends, actions]) => `  ${ends} : ${actions.join(', ')}`),
  ];
}

/** « from --> to » → the actions that lead there. */
function arrows(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const action of actionNames) {
    const { from, to } = transitionOf(action);
    for (const source of sources(from)) {
      for (const end of destinations(to, source)) {
        const arrow = `${source} --> ${end}`;
        found.set(arrow, [...(found.get(arrow) ?? []), action]);
      }
    }
  }
  return found;
}

function sources(from: readonly From[]): string[] {
  return groupsOf(from).map((group) => (group === '–' ? '[*]' : group.replaceAll(/[`*]/g, '')));
}

function destinations(to: Target, source: string): string[] {
  if (typeof to === 'string') {
    if (to === 'same') return [];
    if (to === 'given') return Object.keys(takenOverStates);
    if (to === 'heldFrom') return ['waiting'];
    if (to === 'closedFrom') return ['awaiting_report', 'awaiting_confirmation'];
    return [to];
  }
  if ('otherwise' in to)
    return Object.entries(to.from).flatMap(([before, after]) => (before === source ? [after] : []));
  return Object.values(to).filter((state) => state !== source);
}

if (import.meta.main) {
  writeFileSync(PAGE, missionStatesPage());
  console.log('docs/mission-states.md is up to date');
}
