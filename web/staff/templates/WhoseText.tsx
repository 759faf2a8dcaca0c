import type { TemplateView } from '@sur-mesure/functions/domain/templates/views';
import { Button } from '../../common/button/Button.tsx';
import { Notice } from '../../common/notice/Notice.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { newerDraft, savedText, type TypedTemplate } from './typed-template.ts';

interface WhoseTextProps {
  readonly view: TemplateView;
  readonly typed: TypedTemplate;
  /** When the text found on this device had been kept. */
  readonly restoredFrom: number | undefined;
  readonly onTake: (typed: TypedTemplate) => void;
}

/** Whose text this is, when another one could have been expected: this device's, or somebody else's that came meanwhile. */
export function WhoseText({ view, typed, restoredFrom, onTake }: WhoseTextProps) {
  const newer = newerDraft(typed, view);
  const saved = savedText(view);
  if (newer !== null && newer.source !== typed.source) {
    return (
      <Notice tone="warning" title="Deux textes" announced>
        <div class="stack">
          <p>
            {newer.by.name} a enregistré un brouillon le <DateText instant={newer.savedAt} hour />. Le texte de cette
            page est le vôtre.
          </p>
          <div class="row">
            <Button onClick={() => onTake(saved)}>Prendre le texte enregistré</Button>
            <Button onClick={() => onTake({ ...typed, draftSavedAt: newer.savedAt })}>Garder le mien</Button>
          </div>
        </div>
      </Notice>
    );
  }
  if (restoredFrom === undefined || typed.source === saved.source) return null;
  return (
    <Notice>
      <div class="stack">
        <p>
          Votre texte du <DateText instant={restoredFrom} hour />, pas encore enregistré, a été repris.
        </p>
        <div>
          <Button onClick={() => onTake(saved)}>Revenir au texte enregistré</Button>
        </div>
      </div>
    </Notice>
  );
}
