import {
  addQuestion,
  addSection,
  type EditedForm,
  type EditedSection,
  moveQuestion,
  moveSection,
  placeWords,
  removeQuestion,
  removeSection,
  type Step,
} from '@sur-mesure/functions/domain/forms/editing';
import type { FormName } from '@sur-mesure/functions/domain/forms/form';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { ConfirmRemoval, type Removal } from './ConfirmRemoval.tsx';
import { labelField, PARTS_FIELD, sectionField } from './form-words.ts';
import { moveId } from './MoveButtons.tsx';
import { PartEditor } from './PartEditor.tsx';

interface SectionsEditorProps {
  readonly name: FormName;
  readonly form: EditedForm;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onChange: (form: EditedForm) => void;
}

/** The parts of a form and their questions, moved by buttons; what moves is said, and keeps the focus. */
export function SectionsEditor(props: SectionsEditorProps) {
  const { name, form, errorOf, onChange } = props;
  const [removal, setRemoval] = useState<Removal>();
  const { said, move, movePart, add, remove } = useMoves(props);
  return (
    <div id={PARTS_FIELD} class="stack stack-loose" tabIndex={-1}>
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {form.sections.map((section, index) => (
        <PartEditor
          key={section.key}
          {...{ name, form, section, index, errorOf, onChange }}
          onMove={(step) => movePart(section, step)}
          onMoveQuestion={move}
          onRemove={() => setRemoval({ kind: 'section', section })}
          onRemoveQuestion={(question) => setRemoval({ kind: 'question', question })}
          onAddQuestion={() => add(addQuestion(form, section.key), labelField(`new-${form.added + 1}`))}
        />
      ))}
      <div>
        <Button onClick={() => add(addSection(form), sectionField(`new-${form.added + 1}`))}>Ajouter une partie</Button>
      </div>
      <ConfirmRemoval
        removal={removal}
        onConfirm={() => {
          if (removal !== undefined) remove(removal);
          setRemoval(undefined);
        }}
        onCancel={() => setRemoval(undefined)}
      />
    </div>
  );
}

/** What is done to the parts, with what is said of it to whoever does not see it, and where the focus goes: a thing that moves would lose it. */
function useMoves({ form, onChange }: SectionsEditorProps) {
  const [said, say] = useState('');
  const [focused, focus] = useState<string>();
  useEffect(() => {
    if (focused === undefined) return;
    document.getElementById(focused)?.focus();
    focus(undefined);
  }, [form, focused]);
  const done = (next: EditedForm, words: string, field: string) => {
    onChange(next);
    say(words);
    focus(field);
  };
  return {
    said,
    move: (key: string, step: Step) => {
      const next = moveQuestion(form, key, step);
      if (next !== null) done(next, `Déplacée : ${placeWords(next, key)}.`, moveId(key, step));
    },
    movePart: ({ key, title }: EditedSection, step: Step) => {
      const next = moveSection(form, key, step);
      if (next === null) return;
      const place = next.sections.findIndex((one) => one.key === key) + 1;
      done(next, `Partie « ${title} » déplacée : ${place} sur ${next.sections.length}.`, moveId(key, step));
    },
    add: (next: EditedForm, field: string) => done(next, '', field),
    remove: (removal: Removal) =>
      done(
        removal.kind === 'question'
          ? removeQuestion(form, removal.question.key)
          : removeSection(form, removal.section.key),
        removal.kind === 'question' ? 'Question retirée.' : 'Partie retirée.',
        PARTS_FIELD,
      ),
  };
}
