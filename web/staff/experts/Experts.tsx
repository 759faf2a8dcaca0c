import { expertStates } from '@sur-mesure/functions/domain/experts/profile';
import { type ExpertsView, expertSorts, noExpertFilter } from '@sur-mesure/functions/domain/lists/experts';
import { Button, ButtonLink } from '../../common/button/Button.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { CheckboxField } from '../../common/field/ChoiceFields.tsx';
import { ColumnsField } from '../lists/ColumnsField.tsx';
import { ListSelect } from '../lists/ListSelect.tsx';
import { OrderField } from '../lists/OrderField.tsx';
import { Found, Pager } from '../lists/Pager.tsx';
import { RegionSelect, ThemeSelect } from '../lists/ProgrammeSelects.tsx';
import { regionChoices } from '../lists/programme-choices.ts';
import { WordsField } from '../lists/WordsField.tsx';
import { ExpertsTable } from './ExpertsTable.tsx';
import { type ExpertList, expertWords } from './expert-address.ts';

interface ExpertsProps {
  readonly shown: ExpertsView;
  readonly list: ExpertList;
  readonly turning: boolean;
}

/** Every company that registered, whatever became of it, a page at a time. */
export function Experts({ shown, list, turning }: ExpertsProps) {
  const { page } = shown;
  const isFiltered = JSON.stringify(list.filters) !== JSON.stringify(noExpertFilter);
  if (page.total === 0 && !isFiltered) {
    return (
      <EmptyState action={<ButtonLink href="/equipe?vue=import">Importer des experts</ButtonLink>}>
        Aucun expert n’est encore inscrit.
      </EmptyState>
    );
  }
  return (
    <>
      <Filters shown={shown} list={list} />
      <Found count={page.total} noun="expert" turning={turning} />
      {page.total === 0 ? (
        <EmptyState action={<Button onClick={list.clear}>Effacer les critères</Button>}>
          Aucun expert ne répond à ces critères.
        </EmptyState>
      ) : (
        <ExpertsTable experts={page.rows} list={list} turning={turning} />
      )}
      <Pager label="Experts" page={page} hrefOf={list.hrefOf} />
    </>
  );
}

function Filters({ shown, list }: Omit<ExpertsProps, 'turning'>) {
  const { filters, filter, page } = list;
  const { words, state, theme, region, open } = filters;
  const states = shown.counts.map((one) => ({
    value: one.state,
    label: `${expertStates[one.state]} (${one.count.toLocaleString('fr-FR')})`,
  }));
  return (
    <search>
      <div class="filters">
        <WordsField
          label="Structure, SIRET, personne ou adresse"
          words={words}
          onWords={(typed) => filter({ words: typed })}
        />
        <ListSelect
          {...{ id: 'state', label: 'État', all: 'Tous les états', choices: states, value: state }}
          onChoose={(chosen) => filter({ state: chosen })}
        />
        <CheckboxField
          id="open"
          label="Missions ouvertes"
          checked={open}
          onInput={(checked) => filter({ open: checked })}
        />
      </div>
      <details class="more-filters" open={theme !== null || region !== null}>
        <summary>Thématique, région et ordre</summary>
        <div class="filters">
          <ThemeSelect value={theme} onChoose={(chosen) => filter({ theme: chosen })} />
          <RegionSelect
            value={regionChoices.find(({ value }) => value === region)?.value ?? null}
            onChoose={(chosen) => filter({ region: chosen })}
          />
          <OrderField
            sorts={expertSorts}
            names={Object.values(expertWords.sorts)}
            {...{ sort: page.sort, descending: page.descending, onOrder: list.orderBy }}
          />
        </div>
      </details>
      <ColumnsField words={expertWords} list={list} />
    </search>
  );
}
