interface BecomesProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** « Délai de correction : 10 jours ouvrés → 12 jours ouvrés ». */
export function Becomes({ label, before, after }: BecomesProps) {
  return (
    <p>
      {`${label} : ${before} `}
      <span aria-hidden="true">→</span>
      <span class="visually-hidden">devient</span> <strong>{after}</strong>
    </p>
  );
}
