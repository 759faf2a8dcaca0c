import type { Instant } from '@sur-mesure/functions/domain/calendar';
import type { Answers, Form } from '@sur-mesure/functions/domain/forms/form';
import type { SubthemeNeeds } from '@sur-mesure/functions/domain/scoping-notes/note';
import { subthemeLabel } from '../themes/themes.ts';
import { Money } from '../words/Money.tsx';
import { priorityWords } from './note-words.ts';

interface NoteReadingProps {
  /** When it was handed in: its needs keep the words of that day. */
  readonly at: Instant;
  /** In the order in which they are to be read. */
  readonly subthemes: readonly string[];
  /** With the form they were given in; null when the note was deposited as a PDF. */
  readonly answered: { readonly form: Form; readonly answers: Answers } | null;
  readonly needs: SubthemeNeeds;
}

/** A scoping note as one reads it: its needs by sub-theme, what comes first first, then the general answers. */
export function NoteReading({ at, subthemes, answered, needs }: NoteReadingProps) {
  return (
    <div class="stack">
      {subthemes.map((id) => (
        <Need key={id} {...{ id, at }} need={needs[id]} />
      ))}
      {answered === null ? (
        <p class="muted">Le texte de la note est dans le PDF, parmi les documents.</p>
      ) : (
        answered.form.sections.flatMap(({ questions }) =>
          questions.map(({ id, label }) => (
            <div key={id} class="stack stack-tight">
              <h4>{label}</h4>
              <p class="typed-text">{answered.answers[id] || 'Sans réponse.'}</p>
            </div>
          )),
        )
      )}
    </div>
  );
}

interface NeedProps {
  readonly id: string;
  readonly at: Instant;
  readonly need: SubthemeNeeds[string] | undefined;
}

function Need({ id, at, need }: NeedProps) {
  return (
    <div class="stack stack-tight">
      <h4>{subthemeLabel(id, at)}</h4>
      {need !== undefined && (
        <>
          <p class="small muted">
            {priorityWords(need.priority)}
            {need.estimatedCents !== null && (
              <>
                {' '}
                · budget estimé : <Money cents={need.estimatedCents} />
              </>
            )}
          </p>
          <p class="typed-text">{need.need}</p>
          <p>
            <strong>Résultat attendu :</strong> <span class="typed-text">{need.expected}</span>
          </p>
        </>
      )}
    </div>
  );
}
