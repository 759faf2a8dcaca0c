/** What is stored in a document, with the number of its shape. */
export interface StoredFields {
  readonly schema: number;
  readonly [field: string]: unknown;
}

/**
 * How the documents of a collection go from one shape to the next. Pure, and of the stored fields: it keeps those that it does not know (`changedAt` is of
 * no schema), and bears that some are absent (queries that read a few fields).
 */
export interface Migration {
  /** The shape that it takes; it gives the next one. */
  readonly from: number;
  /** What changes, for whoever runs it. */
  readonly what: string;
  readonly migrate: (fields: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** Documents are of this shape once every step was taken. @throws Error when the steps do not follow one another from the first shape. */
export function currentSchema(steps: readonly Migration[]): number {
  for (const [index, { from, what }] of steps.entries())
    if (from !== index + 1) throw new Error(`« ${what} » takes shape ${from}, where ${index + 1} is expected`);
  return steps.length + 1;
}

/** A document carried to the shape of today; as it is when it is of that shape already. */
export function upgraded(stored: StoredFields, steps: readonly Migration[]): StoredFields {
  const { schema, ...fields } = stored;
  const migrated = steps.slice(schema - 1).reduce((before, { migrate }) => ({ ...migrate(before) }), { ...fields });
  return { ...migrated, schema: Math.max(schema, currentSchema(steps)) };
}

/** `missions/{}/events/{}`: what a collection is called in the table. */
export function shapeOf<Ids extends readonly string[]>(path: (...ids: Ids) => string): string {
  return String(
    Reflect.apply(
      path,
      undefined,
      Array.from({ length: path.length }, () => '{}'),
    ),
  );
}

/** The documents of such a collection, by their path. */
export function patternOf(shape: string): RegExp {
  return new RegExp(`^${shape.replaceAll('{}', '[^/]+')}$`);
}
