import type { Known } from '../stored/collections.ts';
import type { Line } from './documents.ts';
import type { Fields } from './values.ts';

/** Fields whose words say which of its kinds a document is of. */
const telling = new Set(['state', 'status', 'kind', 'type', 'action', 'what', 'decision', 'role', 'mode', 'piece']);
/** The name of a field of the code. Any other key is an id or a name: a map of those has one shape, whatever they are. */
const ofField = /^[a-z][A-Za-z]{0,29}$/;
/** Enough to meet the fields that are only sometimes there, without fifty reports that look alike. */
const MOST_OF_A_KIND = 2;

/** One document of each shape that is met: what a release wrote, in as few as say it. */
export async function examplesOf(
  lines: AsyncIterable<Line | null>,
  find: (path: string) => Known | null,
): Promise<readonly Line[]> {
  const kept = new Map<string, Map<string, Line>>();
  for await (const line of lines) {
    const shape = line && find(line.path)?.shape;
    if (!line || !shape) continue;
    const parts = partsOf(line.fields);
    const kind = [shape, ...parts.filter((part) => part.includes('='))].join();
    const some = kept.get(kind) ?? new Map<string, Line>();
    kept.set(kind, some);
    const skeleton = parts.join();
    if (some.size < MOST_OF_A_KIND && !some.has(skeleton)) some.set(skeleton, line);
  }
  return [...kept.values()].flatMap((some) => [...some.values()]);
}

/** The names of its fields with the kinds of their values, two levels down: `state=closed`, `note.at:integerValue`. */
function partsOf(fields: Fields, within = ''): string[] {
  const parts = Object.entries(fields).flatMap(([field, value]) => {
    const name = `${within}${ofField.test(field) ? field : '*'}`;
    const [kind = '', content] = Object.entries(Object(value))[0] ?? [];
    if (kind === 'stringValue' && telling.has(field)) return [`${name}=${content}`];
    return kind === 'mapValue' && within === ''
      ? partsOf(Object(content).fields ?? {}, `${name}.`)
      : [`${name}:${kind}`];
  });
  return [...new Set(parts)].sort();
}
