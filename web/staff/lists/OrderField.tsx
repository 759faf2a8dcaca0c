import { SelectField } from '../../common/field/ChoiceFields.tsx';

interface OrderFieldProps<Sort extends string> {
  readonly sorts: Readonly<Record<Sort, { readonly label: string }>>;
  readonly names: readonly Sort[];
  readonly sort: Sort;
  readonly descending: boolean;
  readonly onOrder: (sort: Sort, descending: boolean) => void;
}

/** How a list is ordered, as a field: on a phone its rows are cards, and there are no headers to press. */
export function OrderField<Sort extends string>({ sorts, names, sort, descending, onOrder }: OrderFieldProps<Sort>) {
  const choices = names.flatMap((name) => [
    { value: `${name}.up`, label: `${sorts[name].label}, croissant`, sort: name, descending: false },
    { value: `${name}.down`, label: `${sorts[name].label}, décroissant`, sort: name, descending: true },
  ]);
  return (
    <SelectField<string>
      id="order"
      label="Ordre"
      optional
      choices={choices}
      value={`${sort}.${descending ? 'down' : 'up'}`}
      onInput={(value) => {
        const chosen = choices.find((choice) => choice.value === value);
        if (chosen !== undefined) onOrder(chosen.sort, chosen.descending);
      }}
    />
  );
}
