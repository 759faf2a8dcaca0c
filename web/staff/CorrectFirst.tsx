import { Button } from '../common/button/Button.tsx';

interface CorrectFirstProps {
  readonly busy: boolean;
  /** Undefined when the other rows are none. */
  readonly onWriteOthers: (() => void) | undefined;
}

/** Of a file with rows in error: corrected and chosen again, or imported without them. */
export function CorrectFirst({ busy, onWriteOthers }: CorrectFirstProps) {
  return (
    <>
      <p>Corrigez le fichier, puis choisissez-le à nouveau. Rien n’est enregistré pour le moment.</p>
      {onWriteOthers !== undefined && (
        <div>
          <Button busy={busy} onClick={onWriteOthers}>
            Importer sans les lignes en erreur
          </Button>
        </div>
      )}
    </>
  );
}
