/** Where a template stands: the document, then one item of each list that it goes through. Each by its whole path, the document's being empty. */
export type Scopes = readonly string[];

/**
 * The whole path of what an expression names, « each of » as `[]`: `label` in `{{#each files}}` is `files[].label`. Null for what is no field (a
 * literal, `@first`) and for a step out of the document.
 */
export function wholePath(scopes: Scopes, expression: hbs.AST.Expression): string | null {
  if (!isPath(expression)) return null;
  const { data, parts, depth } = expression;
  const names = parts.map(String);
  if (data) return names[0] === 'root' ? names.slice(1).join('.') : null;
  const scope = scopes[scopes.length - 1 - depth];
  if (scope === undefined) return null;
  return [scope, ...names].filter((part) => part !== '').join('.');
}

/** The scope inside of `{{#each list}}`. */
export function itemsOf(scopes: Scopes, list: hbs.AST.Expression): string {
  return `${wholePath(scopes, list) ?? '?'}[]`;
}

export function isPath(expression: hbs.AST.Expression): expression is hbs.AST.PathExpression {
  return expression.type === 'PathExpression' && 'parts' in expression;
}
