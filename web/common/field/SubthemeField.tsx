import { type Theme, themesFor } from '@sur-mesure/functions/domain/programme/theme-list';
import { useThemes } from '../themes/themes.ts';
import { counted } from '../words/typography.ts';
import { OptionRow } from './ChoiceFields.tsx';
import { type FieldProps, GroupFrame } from './FieldFrame.tsx';
import './subtheme-field.css';

interface SubthemeFieldProps extends FieldProps {
  readonly values: readonly string[];
  readonly onInput: (values: readonly string[]) => void;
}

/**
 * The sub-themes that the programme offers under their themes, folded: the eye reads 12 lines, and each says how many of its own are ticked. One that
 * is offered no more stays where it was ticked.
 */
export function SubthemeField(props: SubthemeFieldProps) {
  const { id, values, onInput } = props;
  const themes = themesFor(useThemes(), values);
  const order = themes.flatMap((theme) => theme.subthemes.map((subtheme) => subtheme.id));
  const change = (changed: string, checked: boolean) =>
    onInput(order.filter((subtheme) => (subtheme === changed ? checked : values.includes(subtheme))));
  return (
    <GroupFrame field={props}>
      <div class="themes">
        {themes.map((theme) => (
          <ThemeChoices key={theme.id} group={id} theme={theme} values={values} onChange={change} />
        ))}
      </div>
    </GroupFrame>
  );
}

interface ThemeChoicesProps {
  readonly group: string;
  readonly theme: Theme;
  readonly values: readonly string[];
  readonly onChange: (subtheme: string, checked: boolean) => void;
}

function ThemeChoices({ group, theme, values, onChange }: ThemeChoicesProps) {
  const ticked = theme.subthemes.filter((subtheme) => values.includes(subtheme.id)).length;
  return (
    <details class="theme">
      <summary>
        {theme.label}
        {ticked > 0 && <strong class="theme-count"> · {counted(ticked, 'choisie')}</strong>}
      </summary>
      {theme.subthemes.map(({ id, label, detail }) => (
        <OptionRow
          key={id}
          group={group}
          kind="checkbox"
          choice={{ value: id, label, ...(detail === undefined ? {} : { hint: detail }) }}
          checked={values.includes(id)}
          onInput={(checked) => onChange(id, checked)}
        />
      ))}
    </details>
  );
}
