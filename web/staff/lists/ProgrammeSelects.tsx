import type { Region } from '@sur-mesure/functions/domain/programme/territories';
import { ListSelect } from './ListSelect.tsx';
import { promotionChoices, regionChoices, themeChoices } from './programme-choices.ts';

interface ChosenProps<Value> {
  readonly value: Value | null;
  readonly onChoose: (value: Value | null) => void;
}

export function ThemeSelect({ value, onChoose }: ChosenProps<string>) {
  const words = { id: 'theme', label: 'Thématique', all: 'Toutes les thématiques' };
  return <ListSelect {...{ ...words, choices: themeChoices(), value, onChoose }} />;
}

export function RegionSelect({ value, onChoose }: ChosenProps<Region>) {
  const words = { id: 'region', label: 'Région', all: 'Toutes les régions' };
  return <ListSelect {...{ ...words, choices: regionChoices, value, onChoose }} />;
}

export function PromotionSelect({ value, onChoose }: ChosenProps<number>) {
  return (
    <ListSelect
      {...{ id: 'promotion', label: 'Promotion', all: 'Toutes les promotions', choices: promotionChoices }}
      value={value === null ? null : String(value)}
      onChoose={(chosen) => onChoose(chosen === null ? null : Number(chosen))}
    />
  );
}
