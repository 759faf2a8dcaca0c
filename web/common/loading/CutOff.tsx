import { useLayoutEffect } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { isCut, onBackAlone } from '../network/network.ts';
import { Notice } from '../notice/Notice.tsx';

interface CutOffProps {
  readonly title: string;
  /** What is not lost, a sentence. */
  readonly kept: string;
  /** Whether nothing else is on the page: it then comes back by itself. */
  readonly whole?: boolean;
}

/**
 * Code that the network did not bring. Browsers may answer a second import of the same code by the failure of the first, so what mends it is to load the
 * page again; by itself only where nothing else is on it and no sending waits, and once the network came back: code that is no longer there would be
 * asked for without end.
 */
export function CutOff({ title, kept, whole = false }: CutOffProps) {
  const comesBack = whole && isCut();
  // In the task that shows it: the network may be back before the next one.
  useLayoutEffect(() => (comesBack ? onBackAlone(reload) : undefined), [comesBack]);
  return (
    <Notice tone="error" title={title} announced>
      <p>
        La connexion a été coupée. {kept}
        {comesBack && ' La page s’affichera d’elle-même au retour de la connexion.'}
      </p>
      <Button onClick={reload}>Recharger la page</Button>
    </Notice>
  );
}

const reload = () => location.reload();
