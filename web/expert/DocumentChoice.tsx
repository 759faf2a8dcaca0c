import type { PieceKind } from '@sur-mesure/functions/domain/dossiers/pieces';
import type { Form } from '@sur-mesure/functions/domain/forms/form';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { RadioField } from '../common/field/ChoiceFields.tsx';
import { BlankForm } from '../common/form/BlankForm.tsx';
import { FormQuestions } from '../common/form/FormQuestions.tsx';
import type { FieldError } from '../common/notice/Notice.tsx';
import { PdfField } from './PdfField.tsx';
import type { TypedDocument } from './submission.ts';

interface DocumentChoiceProps {
  readonly view: MissionView;
  readonly piece: Extract<PieceKind, 'diagnostic' | 'report'>;
  readonly form: Form;
  readonly value: TypedDocument;
  readonly errors: readonly FieldError[];
  readonly onInput: (value: TypedDocument) => void;
}

const ways = [
  { value: 'form', label: 'Le remplir en ligne', hint: 'Le PDF est mis en page pour vous.' },
  { value: 'file', label: 'Déposer mon propre PDF' },
] as const;

/** A document of the programme: filled on line, or the expert's own PDF. */
export function DocumentChoice({ view, piece, form, value, errors, onInput }: DocumentChoiceProps) {
  return (
    <>
      <RadioField
        id={`${piece}-way`}
        label="Comment le remettez-vous ?"
        choices={ways}
        value={value.way}
        onInput={(way) => onInput({ ...value, way })}
      />
      {value.way === 'form' ? (
        <FormQuestions
          form={form}
          answers={value.answers}
          errors={errors.map(({ fieldId, message }) => ({ questionId: fieldId, message }))}
          onInput={(answers) => onInput({ ...value, answers })}
        />
      ) : (
        <>
          <BlankForm form={piece}>
            <p>
              Vous préférez écrire chez vous ? Voici les mêmes questions dans un document à remplir, puis à exporter en
              PDF.
            </p>
          </BlankForm>
          <PdfField
            id={`${piece}-file`}
            label={form.title}
            view={view}
            piece={piece}
            file={value.file}
            error={errors.find(({ fieldId }) => fieldId === `${piece}-file`)?.message}
            onInput={(file) => onInput({ ...value, file })}
          />
        </>
      )}
    </>
  );
}
