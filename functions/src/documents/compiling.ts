import Handlebars from 'handlebars';
import { formatting } from './formatting.ts';

/**
 * Checks and compiles templates: at build time for ours, and on the server when staff save one. Documents themselves are
 * made from the compiled form, with the small Handlebars runtime.
 */

export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly line: number | undefined;

  constructor(reason: string, line?: number) {
    super(line === undefined ? reason : `ligne ${line} : ${reason}`);
    this.line = line;
  }
}

const blocks = ['if', 'unless', 'each'];
const formattingNames = Object.keys(formatting);
const known = [...blocks, ...formattingNames, 'slot'];

const allowedNodes = new Set([
  'Program',
  'ContentStatement',
  'CommentStatement',
  'MustacheStatement',
  'BlockStatement',
  'SubExpression',
  'PathExpression',
  'StringLiteral',
  'NumberLiteral',
  'BooleanLiteral',
]);

function source(path: hbs.AST.Expression): string {
  return 'original' in path ? String(path.original) : path.type;
}

function pathTo(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}

function refuseUnknown(name: string, names: readonly string[], line: number): void {
  if (!names.includes(name)) throw new TemplateError(`« ${name} » n’existe pas`, line);
}

/** Refuses what is not on the list, and wraps every printed value in `slot`, so that it enters after Markdown is read. */
class SlotVisitor extends Handlebars.Visitor {
  override accept(node: hbs.AST.Node | undefined): void {
    if (!node) return;
    if (!allowedNodes.has(node.type)) {
      throw new TemplateError(`« ${node.type} » n’est pas permis dans un modèle`, node.loc.start.line);
    }
    super.accept(node);
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    super.MustacheStatement(statement);
    const { path, params, hash, loc } = statement;
    if (!statement.escaped) throw new TemplateError('les triples accolades ne sont pas permises', loc.start.line);
    const name = source(path);
    if (params.length > 0) refuseUnknown(name, formattingNames, loc.start.line);
    const value: hbs.AST.Expression = params.length > 0 ? subExpression(path, params, hash, loc) : path;
    const label: hbs.AST.StringLiteral = { type: 'StringLiteral', value: name, original: name, loc };
    statement.path = pathTo('slot', loc);
    statement.params = [value, label];
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    refuseUnknown(source(expression.path), formattingNames, expression.loc.start.line);
    super.SubExpression(expression);
  }

  override BlockStatement(statement: hbs.AST.BlockStatement): void {
    refuseUnknown(source(statement.path), blocks, statement.loc.start.line);
    super.BlockStatement(statement);
  }
}

function subExpression(
  path: hbs.AST.MustacheStatement['path'],
  params: hbs.AST.Expression[],
  hash: hbs.AST.Hash,
  loc: hbs.AST.SourceLocation,
): hbs.AST.SubExpression {
  if (path.type !== 'PathExpression' || !('parts' in path)) throw new TemplateError('nom attendu', loc.start.line);
  return { type: 'SubExpression', path, params, hash, loc };
}

/** Template source → JavaScript of its compiled form. Throws {@link TemplateError} with the line and a French reason. */
export function compileTemplate(template: string): string {
  if (/[\uE000-\uF8FF\u{F0000}-\u{10FFFF}]/u.test(template)) {
    throw new TemplateError('le modèle contient un caractère à usage privé, réservé aux valeurs');
  }
  const program = Handlebars.parse(template);
  new SlotVisitor().accept(program);
  return String(
    Handlebars.precompile(program, {
      strict: true,
      noEscape: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries(known.map((name) => [name, true])),
    }),
  );
}
