import type { Answers, Form } from '@sur-mesure/functions/domain/forms/form';
import type { SubthemeNeeds } from '@sur-mesure/functions/domain/scoping-notes/note';
import { subthemeLabel } from '../themes/themes.ts';
import { Money } from '../words/Money.tsx';
import { priorityWords } from './note-words.ts';

interface NoteReadingProps {
  /** In the order in which they are to be read. */
  readonly subthemes: readonly string[];
  /** With the form they were given in; null when the note was deposited as a PDF. */
  readonly answered: { readonly form: Form; readonly answers: Answers } | null;
  readonly needs: SubthemeNeeds;
}

/** A scoping note as one reads it: its needs by sub-theme, what comes first first, then the general answers. */
export function NoteReading({ subthemes, answered, needs }: NoteReadingProps) {
  return (
    <div class="stack">
      {subthemes.map((id) => (
        <Need key={id} id={id} need={needs[id]} />
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

function Need({ id, need }: { readonly id: string; readonly need: SubthemeNeeds[string] | undefined }) {
  return (
    <div class="stack stack-tight">
      <h4>{subthemeLabel(id)}</h4>
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
