import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { Button } from '../common/button/Button.tsx';
import { RefusalNotice } from '../common/notice/Notice.tsx';
import type { Choosing, Place } from './usePreferences.ts';

interface SavedProps {
  readonly place: Place;
  readonly choosing: Choosing;
  /** What takes the focus when the button that had it is gone. */
  readonly returnTo: string;
}

/** What became of the last change, beside where it was made. Aloud it is said once for the page (`SavedAloud`). */
export function Saved({ place, choosing: { told, undo }, returnTo }: SavedProps) {
  if (told === undefined || told.place !== place) return null;
  if (isRefusal(told.outcome)) return <RefusalNotice refusal={told.outcome} />;
  const takeBack = () => {
    undo();
    document.getElementById(returnTo)?.focus();
  };
  return (
    <div class="row mail-saved">
      <p>{wordsOf(told.outcome, told.isUndo)}</p>
      {told.outcome === 'saved' && !told.isUndo && (
        <Button tone="quiet" onClick={takeBack}>
          Annuler
        </Button>
      )}
    </div>
  );
}

/** Always in the page, so that screen readers hear what changes in it. */
export function SavedAloud({ choosing: { told } }: { readonly choosing: Choosing }) {
  const said = told?.outcome === 'saved' ? wordsOf('saved', told.isUndo) : '';
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}

function wordsOf(outcome: 'saving' | 'saved', isUndo: boolean): string {
  if (outcome === 'saving') return 'Enregistrement…';
  return isUndo ? 'Le choix précédent est remis.' : 'C’est enregistré.';
}
