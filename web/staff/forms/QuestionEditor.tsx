import {
  changeQuestion,
  type EditedForm,
  type EditedQuestion,
  kindsFor,
  type Step,
} from '@sur-mesure/functions/domain/forms/editing';
import { LONGEST_HELP, LONGEST_LABEL } from '@sur-mesure/functions/domain/forms/faults';
import type { QuestionKind } from '@sur-mesure/functions/domain/forms/form';
import { Button } from '../../common/button/Button.tsx';
import { CheckboxField, SelectField } from '../../common/field/ChoiceFields.tsx';
import { TextAreaField, TextField } from '../../common/field/TextField.tsx';
import { choicesField, labelField } from './form-words.ts';
import { MoveButtons } from './MoveButtons.tsx';

interface QuestionEditorProps {
  readonly form: EditedForm;
  readonly question: EditedQuestion;
  /** « 1.2 » */
  readonly number: string;
  /** Why it can't be removed; null when it may. */
  readonly protectedBy: string | null;
  readonly first: boolean;
  readonly last: boolean;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onChange: (form: EditedForm) => void;
  readonly onMove: (step: Step) => void;
  readonly onRemove: () => void;
}

const kinds = {
  long: 'Un texte libre',
  text: 'Une ligne',
  choice: 'Un choix dans une liste',
} as const satisfies Record<QuestionKind, string>;

/** One question: what it asks, how it is answered, where it stands. */
export function QuestionEditor(props: QuestionEditorProps) {
  const { form, question, number, protectedBy, errorOf, onChange, onMove, onRemove } = props;
  const { key, label, help, kind, choices, required } = question;
  const change = (changed: Parameters<typeof changeQuestion>[2]) => onChange(changeQuestion(form, key, changed));
  const offered = kindsFor(question);
  return (
    <fieldset class="stack card">
      <legend class="field-label">Question {number}</legend>
      <TextField
        id={labelField(key)}
        label="Libellé"
        maxLength={LONGEST_LABEL}
        error={errorOf(labelField(key))}
        value={label}
        onInput={(typed) => change({ label: typed })}
      />
      <TextAreaField
        id={`help-${key}`}
        label="Aide, sous le libellé"
        optional
        rows={2}
        maxLength={LONGEST_HELP}
        value={help}
        onInput={(typed) => change({ help: typed })}
      />
      {offered.length > 1 && (
        <SelectField
          id={`kind-${key}`}
          label="On y répond par"
          choices={offered.map((value) => ({ value, label: kinds[value] }))}
          value={kind}
          onInput={(chosen) => change({ kind: chosen })}
        />
      )}
      {kind === 'choice' && (
        <TextAreaField
          id={choicesField(key)}
          label="Réponses possibles"
          hint="Une par ligne. Une réponse déjà donnée se lit toujours telle qu’elle était."
          rows={4}
          error={errorOf(choicesField(key))}
          value={choices.join('\n')}
          onInput={(typed) => change({ choices: typed.split('\n') })}
        />
      )}
      <CheckboxField
        id={`required-${key}`}
        label="La réponse est obligatoire"
        checked={required}
        onInput={(checked) => change({ required: checked })}
      />
      <div class="row">
        <MoveButtons of={key} named={`la question ${number}`} first={props.first} last={props.last} onMove={onMove} />
        <Button
          id={`remove-${key}`}
          tone="quiet"
          unavailable={protectedBy === null ? undefined : `Elle reste : ${protectedBy}.`}
          opens="dialog"
          onClick={onRemove}
        >
          Retirer<span class="visually-hidden"> la question {number}</span>
        </Button>
      </div>
    </fieldset>
  );
}
