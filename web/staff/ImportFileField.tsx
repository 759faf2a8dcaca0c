import { FileField } from '../common/field/FileField.tsx';
import { largestBytes } from './import-file.ts';
import type { useImport } from './useImport.ts';

interface ImportFileFieldProps {
  readonly id: string;
  readonly label: string;
  readonly check: ReturnType<typeof useImport>['check'];
}

/** The table to import, as spreadsheets save it. */
export function ImportFileField({ id, label, check }: ImportFileFieldProps) {
  return (
    <FileField
      {...{ id, label }}
      hint="Depuis Excel : Enregistrer sous, « CSV UTF-8 ». Importer deux fois le même fichier ne change rien."
      endings={['csv', 'txt']}
      largestBytes={largestBytes}
      send={check}
    />
  );
}
