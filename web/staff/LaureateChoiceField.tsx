import type { LaureateChoice } from '@sur-mesure/functions/domain/lists/laureates';
import type { FieldProps } from '../common/field/FieldFrame.tsx';
import { SearchedSelectField } from '../common/field/SearchedSelectField.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';

interface LaureateChoiceFieldProps extends FieldProps {
  readonly mayBeChosen: (laureate: LaureateChoice) => boolean;
  readonly value: string | undefined;
  readonly onInput: (laureateId: string) => void;
}

/** One laureate among all of the programme; their names come when the field is shown. */
export function LaureateChoiceField({ mayBeChosen, value, onInput, ...field }: LaureateChoiceFieldProps) {
  const loading = useView({ name: 'laureateChoices' });
  return (
    <Loaded loading={loading} lines={2}>
      {({ laureates }) => (
        <SearchedSelectField
          {...field}
          choices={laureates.filter(mayBeChosen).map(({ laureateId, name }) => ({ value: laureateId, label: name }))}
          value={value}
          onInput={onInput}
        />
      )}
    </Loaded>
  );
}
