import {
  type FieldKind,
  fieldKinds,
  listOf,
  type Palette,
  snippetOf,
  type TemplateField,
} from '../domain/templates/fields.ts';
import type { TemplateFault } from '../domain/templates/templates.ts';
import { isPath, itemsOf, type Scopes, wholePath } from './template-paths.ts';

/**
 * Reads a template against the palette of its document, before any document is made from it: a field that does not exist, that is not there where
 * it stands, or that some documents lack, is said with its place. Waiting for a document to fail was rejected: it would be some laureate's.
 */

interface Place {
  readonly palette: Palette;
  readonly scopes: Scopes;
  /** What the blocks around have found to be there. */
  readonly known: ReadonlySet<string>;
  readonly depth: number;
  readonly faults: TemplateFault[];
}

const DEEPEST = 20;
const positions = ['first', 'last'];

export function templateFaults(program: hbs.AST.Program, palette: Palette): TemplateFault[] {
  const faults: TemplateFault[] = [];
  statements(program, { palette, scopes: [''], known: new Set(), depth: 0, faults });
  return faults;
}

function statements(program: hbs.AST.Program | undefined, place: Place): void {
  for (const statement of program?.body ?? []) {
    if (isMustache(statement)) printed(statement, place);
    else if (isBlock(statement)) block(statement, place);
  }
}

function tell({ faults }: Place, { loc }: hbs.AST.Node, reason: string): void {
  faults.push({ line: loc.start.line, column: loc.start.column + 1, reason });
}

function printed(statement: hbs.AST.MustacheStatement, place: Place): void {
  const { path, params } = statement;
  const format = params.length === 0 ? null : written(path);
  const [value, ...words] = params.length === 0 ? [path] : params;
  if (value === undefined) return;
  const field = fieldOf(value, place);
  if (field === null) return;
  const { kind, needs } = fieldIn(place, field);
  const allowed: readonly (string | null)[] = fieldKinds[kind].formats;
  if (!allowed.includes(format)) tell(place, value, wrongFormat(field, kind, place));
  else if (format === 'plural' ? !areTwoWords(words) : words.length > 0) tell(place, value, wrongWords(format, value));
  else if (needs?.some((needed) => !place.known.has(needed)) && !place.known.has(field)) {
    tell(place, value, `certains documents n’ont pas ce champ : écrivez ${snippetOf(field, fieldIn(place, field))}`);
  }
}

const unknown: TemplateField = { kind: 'text', label: '', example: '' };

/** Its own fields alone: every object answers to `constructor`. */
function isField({ palette }: Place, path: string): boolean {
  return Object.hasOwn(palette, path);
}

function fieldIn(place: Place, path: string): TemplateField {
  return (isField(place, path) ? place.palette[path] : undefined) ?? unknown;
}

function wrongFormat(path: string, kind: FieldKind, place: Place): string {
  const snippet = snippetOf(path, fieldIn(place, path));
  return `« ${path} » est ${fieldKinds[kind].label} : écrivez ${snippet.trim().replaceAll(/\s*\n\s*/g, ' … ')}`;
}

/** Written there: a field in their place would be printed without its format, or be missing from some documents. */
function areTwoWords(words: readonly hbs.AST.Expression[]): boolean {
  return words.length === 2 && words.every(({ type }) => type === 'StringLiteral');
}

function wrongWords(format: string | null, value: hbs.AST.Expression): string {
  if (format === 'plural')
    return `« plural » attend un nombre et deux mots : {{plural ${written(value)} "jour" "jours"}}`;
  return `« ${format} » s’applique à un champ, sans rien d’autre`;
}

/** A field's whole path; null once its fault is said. */
function fieldOf(value: hbs.AST.Expression, place: Place): string | null {
  const path = wholePath(place.scopes, value);
  if (path !== null && isField(place, path)) return absentParent(path, value, place) ? null : path;
  const elsewhere = Object.keys(place.palette).find(
    (known) => listOf(known) !== '' && known.endsWith(`].${written(value)}`),
  );
  const hint = elsewhere === undefined ? '' : `, sauf dans {{#each ${listOf(elsewhere).slice(0, -2)}}}`;
  tell(place, value, `le champ « ${written(value)} » n’existe pas ici${hint}`);
  return null;
}

/** Inside of a group that some documents lack, even asking whether a field is there fails. */
function absentParent(path: string, value: hbs.AST.Expression, place: Place): boolean {
  const { needs } = fieldIn(place, path);
  const absent = needs?.find((needed) => path.startsWith(`${needed}.`) && !place.known.has(needed));
  if (absent === undefined) return false;
  tell(place, value, `certains documents n’ont pas ce champ : écrivez-le entre {{#if ${absent}}} et {{/if}}`);
  return true;
}

function block(statement: hbs.AST.BlockStatement, place: Place): void {
  const { params, program, inverse } = statement;
  const name = written(statement.path);
  const [value] = params;
  const wrong = wrongBlock(statement, place);
  if (value === undefined || wrong !== null) {
    tell(place, statement, wrong ?? `{{#${name}}} attend un champ`);
    return;
  }
  const within = { ...place, depth: place.depth + 1 };
  if (name === 'each') {
    if (!repeats(value, place)) return;
    statements(program, { ...within, scopes: [...place.scopes, itemsOf(place.scopes, value)] });
    statements(inverse, within);
    return;
  }
  const condition = conditionOf(value, place);
  const found = condition === null ? within : { ...within, known: new Set([...place.known, condition]) };
  statements(program, name === 'if' ? found : within);
  statements(inverse, name === 'if' ? within : found);
}

function wrongBlock({ path, params, program, inverse }: hbs.AST.BlockStatement, { depth }: Place): string | null {
  if (depth >= DEEPEST) return 'trop de blocs sont l’un dans l’autre';
  if (program?.blockParams || inverse?.blockParams) return '« as » n’existe pas dans un modèle';
  return params.length > 1 ? `{{#${written(path)}}} attend un champ, et un seul` : null;
}

/** A list is gone through where it stands: from inside another one, it would multiply. */
function repeats(value: hbs.AST.Expression, place: Place): boolean {
  const path = fieldOf(value, place);
  if (path === null) return false;
  const inPlace = isPath(value) && value.depth === 0 && !value.data;
  if (fieldKinds[fieldIn(place, path).kind].repeats && inPlace) return true;
  tell(place, value, inPlace ? `« ${path} » n’est pas une liste` : '{{#each}} ne remonte pas dans une autre liste');
  return false;
}

function conditionOf(value: hbs.AST.Expression, place: Place): string | null {
  if (isPath(value) && value.data && positions.includes(value.parts.map(String).join('.'))) {
    if (place.scopes.length === 1) tell(place, value, `« ${written(value)} » ne se lit que dans {{#each}}`);
    return null;
  }
  return fieldOf(value, place);
}

function written(expression: hbs.AST.Expression): string {
  return 'original' in expression ? String(expression.original) : expression.type;
}

function isMustache(statement: hbs.AST.Statement): statement is hbs.AST.MustacheStatement {
  return statement.type === 'MustacheStatement';
}

function isBlock(statement: hbs.AST.Statement): statement is hbs.AST.BlockStatement {
  return statement.type === 'BlockStatement';
}
