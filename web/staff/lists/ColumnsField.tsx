import { CheckboxGroup } from '../../common/field/ChoiceFields.tsx';
import { counted } from '../../common/words/typography.ts';
import type { ListAddress, ListWords } from './list-address.ts';
import './lists.css';

interface ColumnsFieldProps {
  readonly words: Pick<ListWords<object, string>, 'columns'>;
  readonly list: Pick<ListAddress<object, string>, 'hidden' | 'hide'>;
}

/** Which columns the table has besides the name of each line: those that are left out are in the address. */
export function ColumnsField({ words: { columns }, list: { hidden, hide } }: ColumnsFieldProps) {
  const names = Object.keys(columns);
  return (
    <details class="more-filters">
      <summary>
        {hidden.length === 0 ? 'Colonnes' : `Colonnes (${counted(hidden.length, 'laissée', 'laissées')} de côté)`}
      </summary>
      <div class="list-columns">
        <CheckboxGroup
          id="columns"
          label="Colonnes montrées"
          optional
          choices={Object.entries(columns).map(([value, label]) => ({ value, label }))}
          values={names.filter((name) => !hidden.includes(name))}
          onInput={(chosen) => hide(names.filter((name) => !chosen.includes(name)))}
        />
      </div>
    </details>
  );
}
