import { type ImportKind, importKinds, isImportKind } from '@sur-mesure/functions/domain/imports/kinds';
import { useState } from 'preact/hooks';
import { RadioField } from '../common/field/ChoiceFields.tsx';
import { Later } from '../common/loading/Later.tsx';
import { Import } from './Import.tsx';

/** A few times in the life of a programme. */
const loadProgramme = () => import('./ProgrammeImport.tsx');

const choices = Object.keys(importKinds)
  .filter(isImportKind)
  .map((value, index) => ({
    value,
    label: `${index + 1}. ${importKinds[value].label}`,
    hint: importKinds[value].first,
  }));

/** The kinds of files, in the order in which each rests on the ones before it. */
export function Imports() {
  const [kind, setKind] = useState<ImportKind>('laureates');
  return (
    <>
      <RadioField
        id="import-kind"
        label="Que voulez-vous importer ?"
        choices={choices}
        value={kind}
        onInput={setKind}
      />
      {kind === 'laureates' ? (
        <Import />
      ) : (
        <Later load={loadProgramme}>{({ ProgrammeImport }) => <ProgrammeImport key={kind} kind={kind} />}</Later>
      )}
    </>
  );
}
