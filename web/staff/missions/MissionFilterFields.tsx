import { type MissionsView, missionSorts } from '@sur-mesure/functions/domain/lists/missions';
import { missionStates } from '@sur-mesure/functions/domain/missions/states';
import { Button } from '../../common/button/Button.tsx';
import { CheckboxField } from '../../common/field/ChoiceFields.tsx';
import { ColumnsField } from '../lists/ColumnsField.tsx';
import { ListSelect } from '../lists/ListSelect.tsx';
import { OrderField } from '../lists/OrderField.tsx';
import { PromotionSelect, RegionSelect, ThemeSelect } from '../lists/ProgrammeSelects.tsx';
import { WordsField } from '../lists/WordsField.tsx';
import { type MissionList, missionWords } from './mission-address.ts';

interface MissionFilterFieldsProps {
  readonly shown: Pick<MissionsView, 'counts' | 'lateCount' | 'laureateName' | 'expertName'>;
  readonly list: MissionList;
  /** Of the board: its columns are the states, in one order. */
  readonly byState?: boolean;
}

export function MissionFilterFields({ shown, list, byState = false }: MissionFilterFieldsProps) {
  const { filters, filter } = list;
  const { words, state, late, theme, region, promotion } = filters;
  const states = shown.counts.map((one) => ({
    value: one.state,
    label: `${missionStates[one.state].label} (${one.count.toLocaleString('fr-FR')})`,
  }));
  return (
    <search>
      <div class="filters">
        <WordsField label="Manufacture, expert ou besoin" words={words} onWords={(typed) => filter({ words: typed })} />
        {!byState && (
          <ListSelect
            {...{ id: 'state', label: 'État', all: 'Tous les états', choices: states, value: state }}
            onChoose={(chosen) => filter({ state: chosen })}
          />
        )}
        <CheckboxField
          id="late"
          label={`En retard (${shown.lateCount.toLocaleString('fr-FR')})`}
          checked={late}
          onInput={(checked) => filter({ late: checked })}
        />
      </div>
      <details class="more-filters" open={theme !== null || region !== null || promotion !== null}>
        <summary>{byState ? 'Thématique, région et promotion' : 'Thématique, région, promotion et ordre'}</summary>
        <div class="filters">
          <ThemeSelect value={theme} onChoose={(chosen) => filter({ theme: chosen })} />
          <RegionSelect value={region} onChoose={(chosen) => filter({ region: chosen })} />
          <PromotionSelect value={promotion} onChoose={(chosen) => filter({ promotion: chosen })} />
          {!byState && (
            <OrderField
              sorts={missionSorts}
              names={['since', 'deadline', 'laureate', 'expert', 'state', 'createdAt']}
              {...{ sort: list.page.sort, descending: list.page.descending, onOrder: list.orderBy }}
            />
          )}
        </div>
      </details>
      {!byState && <ColumnsField words={missionWords} list={list} />}
      <Named {...{ shown, list }} />
    </search>
  );
}

/** Whom the address names, and the way back to all. */
function Named({ shown, list: { filters, filter } }: Omit<MissionFilterFieldsProps, 'byState'>) {
  return (
    <>
      {filters.laureateId !== null && (
        <p class="row">
          <span>Manufacture : {shown.laureateName ?? 'elle n’est pas enregistrée'}</span>
          <Button tone="quiet" onClick={() => filter({ laureateId: null })}>
            Toutes les manufactures
          </Button>
        </p>
      )}
      {filters.expertId !== null && (
        <p class="row">
          <span>Expert : {shown.expertName ?? 'il n’est pas enregistré'}</span>
          <Button tone="quiet" onClick={() => filter({ expertId: null })}>
            Tous les experts
          </Button>
        </p>
      )}
    </>
  );
}
