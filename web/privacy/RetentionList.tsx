import { categories, ends, keepWords, reasons } from '@sur-mesure/functions/domain/retention/categories';

/** The table that the service applies each night, as it is in the code: a list, since four columns are wider than a phone. */
export function RetentionList() {
  return (
    <ul class="plain-list stack">
      {Object.entries(categories).map(([name, { holds, keep, end, reason }]) => (
        <li key={name} class="stack stack-tight">
          <strong>{holds}</strong>
          <span>
            {keepWords(keep)} ; ensuite : {ends[end]}.
          </span>
          <span class="small muted">{reasons[reason]}</span>
        </li>
      ))}
    </ul>
  );
}
