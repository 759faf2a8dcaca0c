import type { ItemAnswer } from '@sur-mesure/functions/domain/staff/actions';
import { Button } from '../common/button/Button.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { verdictOf } from './task-words.ts';

interface SelectionAnswerProps {
  readonly items: readonly ItemAnswer[];
  readonly nameOf: (id: string) => string;
  /** Takes back what was done, where that can be. */
  readonly onUndo?: (() => void) | undefined;
}

/** What became of each item of a selection: nothing that was refused is passed over. */
export function SelectionAnswer({ items, nameOf, onUndo }: SelectionAnswerProps) {
  const { tone, sentence, refused } = verdictOf(items, nameOf);
  return (
    <Notice tone={tone} announced>
      <div class="stack stack-tight">
        <p>{sentence}</p>
        {refused.length > 0 && (
          <ul class="notice-list">
            {refused.map(({ name, message }) => (
              <li key={name}>
                {name} : {message}
              </li>
            ))}
          </ul>
        )}
        {onUndo !== undefined && (
          <div>
            <Button tone="quiet" onClick={onUndo}>
              Annuler
            </Button>
          </div>
        )}
      </div>
    </Notice>
  );
}
