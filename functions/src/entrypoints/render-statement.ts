import type { StatementContext } from '../documents/contexts.ts';
import { renderDocument } from '../documents/render.ts';
import { type StatementLine, statementKinds } from '../domain/subsidy/statement.ts';
import { totalsOf } from '../domain/subsidy/statement-csv.ts';
import type { ReadStatement } from '../store/laureates/statements.ts';
import { printedLaureate } from './printed-laureate.ts';
import type { Making, Rendered } from './render-source.ts';

/** A chain without a line: nobody has decided anything yet. */
const nothing = { sequence: 0, hash: '' } as const;

/** Joins a statement with the template that prints it. It prints what the page and the CSV say, in the same order and words. */
export function renderStatement({ statement, laureate }: ReadStatement, { origin, model, logo }: Making): Rendered {
  const { kind, at, programme, settingsVersion, waiting, holding, lines, head } = statement;
  const [remaining, ...totals] = totalsOf(statement)
    .map(([label, cents]) => ({ label, cents }))
    .toReversed();
  const title = statementKinds[kind];
  const context: StatementContext = {
    programme,
    version: 1,
    originalAddress: `${origin}/laureat?subvention=oui`,
    title,
    closing: kind === 'closing',
    laureate: printedLaureate(laureate, logo),
    atMs: at,
    settingsVersion,
    totals: totals.toReversed(),
    remaining: remaining ?? { label: '', cents: 0 },
    waiting,
    holding,
    lines: lines.map(printedLine),
    head: head ?? nothing,
  };
  const bytes = renderDocument('statement', context, { issuedAtMs: at, model });
  return { bytes, name: `${title}, ${laureate.name}.pdf`, piece: 'statement', laureateId: laureate.id };
}

function printedLine({ at, missionId, expertName, reason, ...line }: StatementLine): StatementContext['lines'][number] {
  const named = expertName === null ? (missionId ?? '') : `avec ${expertName} (${missionId})`;
  return { ...line, atMs: at, mission: named, reason: reason ?? '' };
}
