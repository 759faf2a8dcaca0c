import type { LaureateChoice } from '@sur-mesure/functions/domain/lists/laureates';
import { useState } from 'preact/hooks';
import { DropZone } from '../../common/field/DropZone.tsx';
import { FileChoice } from '../../common/field/FileChoice.tsx';
import { type BulkLine, bulkLines } from './bulk.ts';
import { Matches } from './Matches.tsx';
import { Sending } from './Sending.tsx';
import '../../common/field/field.css';
import './bulk.css';

/** Whole folders into the dossiers: first who each file is for, then the sending, then what became of each. */
export function BulkUpload({ laureates }: { readonly laureates: readonly LaureateChoice[] }) {
  const [lines, setLines] = useState<readonly BulkLine[]>([]);
  const [sent, setSent] = useState<readonly BulkLine[]>();
  const add = (files: readonly File[]) => {
    setSent(undefined);
    setLines(bulkLines(files, laureates));
  };
  const nameOf = (laureateId: string) => laureates.find((one) => one.laureateId === laureateId)?.name ?? laureateId;
  return (
    <>
      <p class="lead">
        Choisissez le dossier où sont rangés les documents des manufactures. Chacun est rattaché par le SIRET, la
        référence ou le nom que porte son chemin ; rien n’est envoyé avant votre accord.
      </p>
      <DropZone onFiles={add}>
        <div class="row">
          <FileChoice id="bulk-folder" label="Choisir un dossier" folder onFiles={add} />
          <FileChoice id="bulk-files" label="Choisir des fichiers" several onFiles={add} />
        </div>
        <p class="field-hint">
          Un envoi interrompu reprend où il en était : choisissez à nouveau le même dossier, ce qui est déjà déposé
          n’est pas envoyé deux fois.
        </p>
      </DropZone>
      {sent !== undefined ? (
        <Sending lines={sent} nameOf={nameOf} />
      ) : (
        lines.length > 0 && (
          <Matches
            lines={lines}
            laureates={laureates}
            nameOf={nameOf}
            onChange={setLines}
            onSend={() => setSent(lines)}
          />
        )
      )}
    </>
  );
}
