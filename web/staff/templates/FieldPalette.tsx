import { fieldKinds, formats, isFormat } from '@sur-mesure/functions/domain/templates/fields';
import { type EditableTemplateName, paletteOf } from '@sur-mesure/functions/domain/templates/templates';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { TextField } from '../../common/field/TextField.tsx';
import { type PaletteRow, paletteRows } from './template-words.ts';

interface FieldPaletteProps {
  readonly template: EditableTemplateName;
  readonly onInsert: (snippet: string) => void;
}

/** What this document can print, in words: a press inserts it where one writes. */
export function FieldPalette({ template, onInsert }: FieldPaletteProps) {
  const [words, setWords] = useState('');
  const rows = paletteRows(paletteOf(template), words);
  return (
    <details class="palette" open>
      <summary>Champs et mises en forme</summary>
      <div class="stack">
        <TextField
          id="palette-words"
          label="Chercher un champ"
          hint="Un mot suffit : montant, SIRET, devis"
          type="search"
          optional
          value={words}
          onInput={setWords}
        />
        {rows.length === 0 ? (
          <EmptyState action={<Button onClick={() => setWords('')}>Voir tous les champs</Button>}>
            Aucun champ n’a ces mots.
          </EmptyState>
        ) : (
          <ul class="palette-rows plain-list" aria-label="Champs">
            {rows.map((row) => (
              <li key={row.path}>
                <Row row={row} onInsert={onInsert} />
              </li>
            ))}
          </ul>
        )}
        <Formats />
      </div>
    </details>
  );
}

function Row({ row, onInsert }: { readonly row: PaletteRow; readonly onInsert: (snippet: string) => void }) {
  const { label, example, snippet, inside, kind } = row;
  return (
    <button type="button" class="palette-row" onClick={() => onInsert(snippet)}>
      <span>
        <span class="visually-hidden">Insérer : </span>
        {label}
      </span>
      <code>{snippet.replaceAll(/\s*\n\s*/g, ' … ').trim()}</code>
      <span class="small muted">
        {example === '' ? fieldKinds[kind].label : example}
        {inside !== null && `, dans ${inside}`}
      </span>
    </button>
  );
}

function Formats() {
  return (
    <details>
      <summary>Mises en forme</summary>
      <dl class="stack stack-tight">
        {Object.keys(formats)
          .filter(isFormat)
          .map((name) => (
            <div key={name}>
              <dt>
                <code>{`{{${name} champ}}`}</code> {formats[name].label}
              </dt>
              <dd class="small muted">{formats[name].example}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
