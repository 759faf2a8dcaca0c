import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { roleLabels } from '../functions/src/domain/actor.ts';
import { archiveStates } from '../functions/src/domain/archives/archive.ts';
import { exceptionKinds } from '../functions/src/domain/archives/exceptions.ts';
import { pieces } from '../functions/src/domain/dossiers/pieces.ts';
import { expertDecisions } from '../functions/src/domain/experts/decisions.ts';
import { expertStates } from '../functions/src/domain/experts/profile.ts';
import { builtInForms } from '../functions/src/domain/forms/built-in.ts';
import { healthFacts } from '../functions/src/domain/health/facts.ts';
import { schedules } from '../functions/src/domain/health/schedules.ts';
import { laureateActions } from '../functions/src/domain/laureates/actions.ts';
import { laureateStatuses } from '../functions/src/domain/laureates/laureate.ts';
import { missingPieces, sendBackReasons } from '../functions/src/domain/missions/actions.ts';
import { missionStates } from '../functions/src/domain/missions/states.ts';
import { transitions } from '../functions/src/domain/missions/transitions.ts';
import { erasureStates } from '../functions/src/domain/my-data/request.ts';
import { territoryKinds } from '../functions/src/domain/programme/territories.ts';
import { scopingNoteActions } from '../functions/src/domain/scoping-notes/actions.ts';
import { priorities, recommendationSources } from '../functions/src/domain/scoping-notes/note.ts';
import { taskKinds } from '../functions/src/domain/staff/tasks.ts';
import { adjustmentStates } from '../functions/src/domain/subsidy/adjustment.ts';
import { invoiceStatuses } from '../functions/src/domain/subsidy/invoice.ts';
import { adjustmentKinds, ledgerEntryLabels } from '../functions/src/domain/subsidy/ledger.ts';
import { shareStatuses } from '../functions/src/domain/subsidy/share.ts';
import { editableTemplates } from '../functions/src/domain/templates/templates.ts';
import { templateStates } from '../functions/src/domain/templates/versions.ts';

/** Section of the glossary → the table in code whose words it gives: identifier → French, or a row with a French label. */
const tables: Record<string, Readonly<Record<string, string | { label: string } | { title: string }>>> = {
  Roles: roleLabels,
  'States of a mission': missionStates,
  Actions: transitions,
  'Reasons to send back': sendBackReasons,
  'What a mission is closed without': missingPieces,
  Pieces: pieces,
  Forms: builtInForms,
  'Lines of the subsidy': ledgerEntryLabels,
  'Kinds of adjustment': adjustmentKinds,
  'States of an adjustment': adjustmentStates,
  'States of a share': shareStatuses,
  'States of an invoice': invoiceStatuses,
  'States of a laureate': laureateStatuses,
  'Actions on a laureate': laureateActions,
  'States of an expert': expertStates,
  'Decisions on an expert': expertDecisions,
  'Priorities of a need': priorities,
  'Decisions on a scoping note': scopingNoteActions,
  'Sources of a recommendation': recommendationSources,
  Territories: territoryKinds,
  'States of an archive': archiveStates,
  'States of an erasure': erasureStates,
  'Kinds of exception': exceptionKinds,
  Templates: editableTemplates,
  'States of a template': templateStates,
  'What waits for staff': taskKinds,
  'What is watched': healthFacts,
  'What runs by itself': schedules,
};

/** Words that are no row of a table; the design names them, and the code uses them as they are here. */
const WORDS = 'Words';

const glossary = readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8');

/** Section → its rows: French, identifier, meaning. */
const sections = new Map(
  glossary
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.split('\n');
      const rows = lines.filter((line) => line.startsWith('| ') && line.includes('`'));
      return [
        title.trim(),
        rows.map((line) =>
          line
            .split('|')
            .slice(1, 4)
            .map((cell) => cell.trim()),
        ),
      ] as const;
    }),
);

function french(entry: string | { label: string } | { title: string }): string {
  if (typeof entry === 'string') return entry;
  return 'label' in entry ? entry.label : entry.title;
}

describe('The glossary', () => {
  it.each(Object.entries(tables))('gives the words of %s as the code has them, no more and no less', (title, table) => {
    const expected = Object.entries(table).map(([identifier, entry]) => [french(entry), `\`${identifier}\``]);
    const found = (sections.get(title) ?? []).map(([label, identifier]) => [label, identifier]);
    expect(found).toEqual(expected);
  });

  it('has no other section, and a meaning for every word', () => {
    expect([...sections.keys()]).toEqual([WORDS, ...Object.keys(tables)]);
    for (const row of [...sections.values()].flat()) expect(row[2], row.join(' ')).toMatch(/\S{2}/);
  });

  it('gives each word of the programme once', () => {
    const words = (sections.get(WORDS) ?? []).map(([, identifier]) => identifier);
    expect(new Set(words).size).toBe(words.length);
    expect(words.length).toBeGreaterThan(20);
  });
});
