/** A piece of HTML that is safe as it stands. Only `markup` makes one: nothing else can put a string in a page unescaped. */
class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export type { Markup };

type Value = string | Markup | readonly Markup[];

/** HTML with its values escaped, for text and for quoted attributes. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(
    parts.reduce((source, part, index) => {
      const value = values[index - 1];
      return `${source}${value === undefined ? '' : sourceOf(value)}${part}`;
    }),
  );
}

function sourceOf(value: Value): string {
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
  return value instanceof Markup ? value.source : value.map(({ source }) => source).join('');
}
