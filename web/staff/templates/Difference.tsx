import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { counted } from '../../common/words/typography.ts';
import { changedLines, type DiffRow } from './line-diff.ts';

const marks = {
  same: { sign: ' ', word: '' },
  added: { sign: '+', word: 'Ajouté : ' },
  removed: { sign: '−', word: 'Retiré : ' },
} as const;

/** What changes from a text to another, line by line. */
export function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  const rows = changedLines(before, after);
  if (rows.every(({ kind }) => kind === 'same' || kind === 'skipped')) {
    return <EmptyState>Les deux textes sont les mêmes.</EmptyState>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <ol class="difference" tabIndex={0} aria-label="Ce qui change, ligne à ligne">
      {rows.map((row, index) => (
        <li key={`${index} ${row.kind}`} class={`difference-${row.kind}`}>
          <Row row={row} />
        </li>
      ))}
    </ol>
  );
}

function Row({ row }: { readonly row: DiffRow }) {
  if (row.kind === 'skipped')
    return <span class="muted">{counted(row.count, 'ligne inchangée', 'lignes inchangées')}</span>;
  const { sign, word } = marks[row.kind];
  return (
    <>
      <span class="difference-number">{row.line}</span>
      <span aria-hidden="true">{sign}</span>
      {word !== '' && <span class="visually-hidden">{word}</span>}
      <code>{row.text}</code>
    </>
  );
}
