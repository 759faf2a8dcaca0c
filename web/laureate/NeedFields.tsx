import { LONGEST_NEED, type Priority, priorities } from '@sur-mesure/functions/domain/scoping-notes/note';
import { AmountField } from '../common/field/AmountField.tsx';
import { SelectField } from '../common/field/ChoiceFields.tsx';
import { TextAreaField } from '../common/field/TextField.tsx';
import { subthemeLabel } from '../common/themes/themes.ts';
import { emptyNeed, type NeedDraft, type NoteDraft } from './note-draft.ts';

interface NeedFieldsProps {
  readonly note: NoteDraft;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onInput: (needs: NonNullable<NoteDraft['needs']>) => void;
}

const choices = [
  { value: '1', label: `1 · ${priorities[1]}` },
  { value: '2', label: `2 · ${priorities[2]}` },
  { value: '3', label: `3 · ${priorities[3]}` },
] as const;
const priorityOf: Readonly<Record<(typeof choices)[number]['value'], Priority>> = { '1': 1, '2': 2, '3': 3 };

/** For each sub-theme ticked: the need, its place among the others, what is expected of it, and a budget when there is a guess. */
export function NeedFields({ note: { subthemes, needs = {} }, errorOf, onInput }: NeedFieldsProps) {
  return (
    <>
      {subthemes.map((id) => {
        const need = needs[id] ?? emptyNeed;
        return (
          <NeedOf
            key={id}
            {...{ id, need, errorOf }}
            onInput={(part) => onInput({ ...needs, [id]: { ...need, ...part } })}
          />
        );
      })}
    </>
  );
}

interface NeedOfProps {
  readonly id: string;
  readonly need: NeedDraft;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onInput: (part: Partial<NeedDraft>) => void;
}

function NeedOf({ id, need, errorOf, onInput }: NeedOfProps) {
  const field = (name: string) => ({ id: `${name}-${id}`, error: errorOf(`${name}-${id}`) });
  const chosen = choices.find(({ value }) => priorityOf[value] === need.priority)?.value;
  return (
    <fieldset class="stack card">
      <legend class="field-label">{subthemeLabel(id)}</legend>
      <TextAreaField
        {...field('need')}
        label="Votre besoin"
        rows={3}
        maxLength={LONGEST_NEED}
        value={need.need}
        onInput={(typed) => onInput({ need: typed })}
      />
      <SelectField
        {...field('priority')}
        label="Priorité"
        choices={choices}
        value={chosen}
        onInput={(value) => onInput({ priority: priorityOf[value] })}
      />
      <TextAreaField
        {...field('expected')}
        label="Le résultat que vous attendez"
        rows={2}
        maxLength={LONGEST_NEED}
        value={need.expected}
        onInput={(expected) => onInput({ expected })}
      />
      <AmountField
        {...field('budget')}
        label="Budget estimé, toutes taxes comprises"
        optional
        cents={need.estimatedCents ?? undefined}
        onInput={(cents) => onInput({ estimatedCents: cents ?? null })}
      />
    </fieldset>
  );
}
