import {
  addQuestion,
  addSection,
  type EditedForm,
  type EditedQuestion,
  type EditedSection,
  moveQuestion,
  moveSection,
  placeWords,
  removeQuestion,
  removeSection,
  retitle,
  type Step,
} from '@sur-mesure/functions/domain/forms/editing';
import { LONGEST_TITLE } from '@sur-mesure/functions/domain/forms/faults';
import type { FormName } from '@sur-mesure/functions/domain/forms/form';
import { protection } from '@sur-mesure/functions/domain/forms/protected';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { TextField } from '../../common/field/TextField.tsx';
import { labelField, PARTS_FIELD, sectionField } from './form-words.ts';
import { MoveButtons, moveId } from './MoveButtons.tsx';
import { oldAnswersStay } from './PublishReview.tsx';
import { QuestionEditor } from './QuestionEditor.tsx';

interface SectionsEditorProps {
  readonly name: FormName;
  readonly form: EditedForm;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onChange: (form: EditedForm) => void;
}

/** Something that is about to be removed. */
type Removal =
  | { readonly kind: 'question'; readonly question: EditedQuestion }
  | { readonly kind: 'section'; readonly section: EditedSection };

/** The parts of a form and their questions, moved by buttons; what moves is said, and keeps the focus. */
export function SectionsEditor({ name, form, errorOf, onChange }: SectionsEditorProps) {
  const [removal, setRemoval] = useState<Removal>();
  const { said, say, focus } = useSaid(form);
  const moveOne = (key: string, step: Step) => {
    const next = moveQuestion(form, key, step);
    if (next === null) return;
    onChange(next);
    say(`Déplacée : ${placeWords(next, key)}.`);
    focus(moveId(key, step));
  };
  const movePart = (section: EditedSection, step: Step) => {
    const next = moveSection(form, section.key, step);
    if (next === null) return;
    onChange(next);
    const place = next.sections.findIndex(({ key }) => key === section.key) + 1;
    say(`Partie « ${section.title} » déplacée : ${place} sur ${next.sections.length}.`);
    focus(moveId(section.key, step));
  };
  const add = (next: EditedForm, field: string) => {
    onChange(next);
    focus(field);
  };
  const remove = () => {
    if (removal === undefined) return;
    onChange(
      removal.kind === 'question'
        ? removeQuestion(form, removal.question.key)
        : removeSection(form, removal.section.key),
    );
    setRemoval(undefined);
    say('Retirée.');
    focus(PARTS_FIELD);
  };
  return (
    <div id={PARTS_FIELD} class="stack stack-loose" tabIndex={-1}>
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {form.sections.map((section, index) => (
        <section key={section.key} class="stack form-part" aria-label={`Partie ${index + 1}, ${section.title}`}>
          <TextField
            id={sectionField(section.key)}
            label={`Titre de la partie ${index + 1}`}
            maxLength={LONGEST_TITLE}
            error={errorOf(sectionField(section.key))}
            value={section.title}
            onInput={(title) => onChange(retitle(form, section.key, title))}
          />
          <div class="row">
            <MoveButtons
              of={section.key}
              named={`la partie ${index + 1}`}
              first={index === 0}
              last={index === form.sections.length - 1}
              onMove={(step) => movePart(section, step)}
            />
            <Button tone="quiet" onClick={() => setRemoval({ kind: 'section', section })}>
              Retirer la partie {index + 1}
            </Button>
          </div>
          {section.questions.map((question, place) => (
            <QuestionEditor
              key={question.key}
              {...{ form, question, errorOf, onChange }}
              number={`${index + 1}.${place + 1}`}
              protectedBy={question.id === null ? null : protection(name, question.id)}
              first={index === 0 && place === 0}
              last={index === form.sections.length - 1 && place === section.questions.length - 1}
              onMove={(step) => moveOne(question.key, step)}
              onRemove={() => setRemoval({ kind: 'question', question })}
            />
          ))}
          <div>
            <Button onClick={() => add(addQuestion(form, section.key), labelField(`new-${form.added + 1}`))}>
              Ajouter une question à la partie {index + 1}
            </Button>
          </div>
        </section>
      ))}
      <div>
        <Button onClick={() => add(addSection(form), sectionField(`new-${form.added + 1}`))}>Ajouter une partie</Button>
      </div>
      <ConfirmRemoval removal={removal} onConfirm={remove} onCancel={() => setRemoval(undefined)} />
    </div>
  );
}

/** What was just done, said to whoever does not see it; and the focus, which a thing that moves would lose. */
function useSaid(form: EditedForm) {
  const [said, say] = useState('');
  const [focused, focus] = useState<string>();
  useEffect(() => {
    if (focused === undefined) return;
    document.getElementById(focused)?.focus();
    focus(undefined);
  }, [form, focused]);
  return { said, say, focus };
}

interface ConfirmRemovalProps {
  readonly removal: Removal | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function ConfirmRemoval({ removal, onConfirm, onCancel }: ConfirmRemovalProps) {
  const isPart = removal?.kind === 'section';
  return (
    <Dialog
      open={removal !== undefined}
      title={isPart ? 'Retirer cette partie et ses questions ?' : 'Retirer cette question ?'}
      confirmLabel={isPart ? 'Retirer la partie' : 'Retirer la question'}
      tone="danger"
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>
        « {removal?.kind === 'section' ? removal.section.title : removal?.question.label} » disparaîtra de la prochaine
        version, une fois celle-ci publiée.
      </p>
      <p>{oldAnswersStay}</p>
    </Dialog>
  );
}
