import { dossierPieces, pieces } from '@sur-mesure/functions/domain/dossiers/pieces';
import type { LaureateChoice } from '@sur-mesure/functions/domain/lists/laureates';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { SelectField } from '../../common/field/ChoiceFields.tsx';
import { SearchedSelectField } from '../../common/field/SearchedSelectField.tsx';
import { counted, fileSize } from '../../common/words/typography.ts';
import { type BulkLine, isReady, lineFault, matchWords } from './bulk.ts';

interface MatchesProps {
  readonly lines: readonly BulkLine[];
  readonly laureates: readonly LaureateChoice[];
  readonly nameOf: (laureateId: string) => string;
  readonly onChange: (lines: readonly BulkLine[]) => void;
  readonly onSend: () => void;
}

/** Who each file is for and how it was found: what asks for a person first, the rest to look over. */
export function Matches({ lines, laureates, nameOf, onChange, onSend }: MatchesProps) {
  const ready = lines.filter(isReady);
  const others = lines.filter((line) => !isReady(line));
  const change = (changed: BulkLine) => onChange(lines.map((line) => (line.path === changed.path ? changed : line)));
  const shown = { laureates, nameOf, onChange: change };
  const bytes = ready.reduce((sum, { file }) => sum + file.size, 0);
  return (
    <>
      <div role="status">
        <p class="lead">
          {counted(ready.length, 'fichier')} à déposer ({fileSize(bytes)}), {counted(others.length, 'fichier')} de côté.
        </p>
      </div>
      {ready.length > 0 && (
        <div>
          <Button tone="primary" onClick={onSend}>
            Déposer {counted(ready.length, 'fichier')}
          </Button>
        </div>
      )}
      {others.length > 0 && (
        <section class="stack" aria-labelledby="aside-title">
          <h2 id="aside-title">De côté</h2>
          <Lines lines={others} {...shown} />
        </section>
      )}
      {ready.length > 0 && (
        <section class="stack" aria-labelledby="ready-title">
          <h2 id="ready-title">À déposer</h2>
          <Lines lines={ready} {...shown} />
        </section>
      )}
    </>
  );
}

interface LinesProps extends Pick<MatchesProps, 'lines' | 'laureates' | 'nameOf'> {
  readonly onChange: (line: BulkLine) => void;
}

function Lines({ lines, ...shown }: LinesProps) {
  return (
    <ul class="bulk">
      {lines.map((line) => (
        <li key={line.path} class="bulk-line">
          <Line line={line} {...shown} />
        </li>
      ))}
    </ul>
  );
}

interface LineProps extends Omit<LinesProps, 'lines'> {
  readonly line: BulkLine;
}

function Line({ line, laureates, nameOf, onChange }: LineProps) {
  const [changing, setChanging] = useState(false);
  const fault = lineFault(line);
  const matched = line.match.found === 'laureate' && line.match.laureateId === line.laureateId;
  return (
    <>
      <div class="bulk-words">
        <p class="bulk-path">{line.path}</p>
        {line.laureateId !== null && (
          <p>
            {nameOf(line.laureateId)} · {pieces[line.piece].label}
          </p>
        )}
        <p class="small muted">
          {line.laureateId === null || matched ? matchWords(line.match, nameOf) : 'Rattaché à la main'}
        </p>
        {fault !== undefined && <p class="field-error">{fault}</p>}
      </div>
      {changing ? (
        <Place line={line} laureates={laureates} onChange={onChange} />
      ) : (
        <Button tone="quiet" onClick={() => setChanging(true)}>
          {line.laureateId === null ? 'Rattacher' : 'Changer'}
          <span class="visually-hidden"> {line.path}</span>
        </Button>
      )}
    </>
  );
}

const NOWHERE = 'nowhere';

/** By hand: only for the lines one opens, because all the names on each line would make a heavy page. */
function Place({ line, laureates, onChange }: Omit<LineProps, 'nameOf'>) {
  return (
    <div class="bulk-place">
      <SearchedSelectField
        id={`laureate-${line.path}`}
        label="Manufacture"
        choices={[
          { value: NOWHERE, label: 'Ne pas déposer' },
          ...laureates.map(({ laureateId, name }) => ({ value: laureateId, label: name })),
        ]}
        value={line.laureateId ?? NOWHERE}
        onInput={(chosen) => onChange({ ...line, laureateId: chosen === NOWHERE ? null : chosen })}
      />
      <SelectField
        id={`piece-${line.path}`}
        label="Pièce"
        choices={dossierPieces.map((value) => ({ value, label: pieces[value].label }))}
        value={dossierPieces.find((piece) => piece === line.piece)}
        onInput={(piece) => onChange({ ...line, piece })}
      />
    </div>
  );
}
