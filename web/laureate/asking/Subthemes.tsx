import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import { CheckboxGroup } from '../../common/field/ChoiceFields.tsx';
import { SubthemeField } from '../../common/field/SubthemeField.tsx';
import { Notice } from '../../common/notice/Notice.tsx';
import { subthemeLabel } from '../../common/themes/themes.ts';

interface SubthemesProps {
  readonly note: LaureateHome['note'];
  readonly values: readonly string[];
  readonly error: string | undefined;
  readonly onInput: (subthemes: readonly string[]) => void;
}

/** Those of the scoping note at once; the others folded, with a warning: allowed, and said to the team. */
export function Subthemes({ note, values, error, onInput }: SubthemesProps) {
  const named = note?.subthemes ?? [];
  const outside = values.filter((id) => !named.includes(id));
  return (
    <>
      <CheckboxGroup
        id="subthemes"
        label="Sous-thématiques de votre note de cadrage"
        error={error}
        choices={named.map((id) => ({ value: id, label: subthemeLabel(id) }))}
        values={values.filter((id) => named.includes(id))}
        onInput={(chosen) => onInput([...chosen, ...outside])}
      />
      <details class="more" open={outside.length > 0}>
        <summary>D’autres sous-thématiques</summary>
        <SubthemeField
          id="all-subthemes"
          label="Toutes les sous-thématiques"
          optional
          values={values}
          onInput={onInput}
        />
      </details>
      {outside.length > 0 && (
        <Notice tone="warning" title="Hors de votre note de cadrage">
          <p>
            {outside.map((id) => subthemeLabel(id)).join(', ')}. Vous pouvez demander la mission quand même : l’équipe
            France Tiers-Lieux le verra, et vous pouvez réviser votre note.
          </p>
        </Notice>
      )}
    </>
  );
}
