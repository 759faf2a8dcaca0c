import {
  type EditedForm,
  type EditedQuestion,
  type EditedSection,
  retitle,
  type Step,
} from '@sur-mesure/functions/domain/forms/editing';
import { LONGEST_TITLE } from '@sur-mesure/functions/domain/forms/faults';
import type { FormName } from '@sur-mesure/functions/domain/forms/form';
import { protection } from '@sur-mesure/functions/domain/forms/protected';
import { Button } from '../../common/button/Button.tsx';
import { TextField } from '../../common/field/TextField.tsx';
import { sectionField } from './form-words.ts';
import { MoveButtons } from './MoveButtons.tsx';
import { QuestionEditor } from './QuestionEditor.tsx';

interface PartEditorProps {
  readonly name: FormName;
  readonly form: EditedForm;
  readonly section: EditedSection;
  /** From 0. */
  readonly index: number;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onChange: (form: EditedForm) => void;
  readonly onMove: (step: Step) => void;
  readonly onMoveQuestion: (key: string, step: Step) => void;
  readonly onRemove: () => void;
  readonly onRemoveQuestion: (question: EditedQuestion) => void;
  readonly onAddQuestion: () => void;
}

/** One part of a form: its title, its place, its questions. */
export function PartEditor(props: PartEditorProps) {
  const { form, section, index, errorOf, onChange } = props;
  const number = index + 1;
  const last = index === form.sections.length - 1;
  return (
    <section class="stack form-part" aria-label={`Partie ${number}, ${section.title}`}>
      <TextField
        id={sectionField(section.key)}
        label={`Titre de la partie ${number}`}
        maxLength={LONGEST_TITLE}
        error={errorOf(sectionField(section.key))}
        value={section.title}
        onInput={(title) => onChange(retitle(form, section.key, title))}
      />
      <div class="row">
        <MoveButtons
          of={section.key}
          named={`la partie ${number}`}
          first={index === 0}
          last={last}
          onMove={props.onMove}
        />
        <Button tone="quiet" opens="dialog" onClick={props.onRemove}>
          Retirer la partie {number}
        </Button>
      </div>
      {section.questions.map((question, place) => (
        <QuestionEditor
          key={question.key}
          {...{ form, question, errorOf, onChange }}
          number={`${number}.${place + 1}`}
          protectedBy={question.id === null ? null : protection(props.name, question.id)}
          first={index === 0 && place === 0}
          last={last && place === section.questions.length - 1}
          onMove={(step) => props.onMoveQuestion(question.key, step)}
          onRemove={() => props.onRemoveQuestion(question)}
        />
      ))}
      <div>
        <Button onClick={props.onAddQuestion}>Ajouter une question à la partie {number}</Button>
      </div>
    </section>
  );
}
