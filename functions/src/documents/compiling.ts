import Handlebars from 'handlebars';
import { formatting } from './formatting.ts';
import { TemplateError } from './template-error.ts';
import { parsedTemplate } from './template-parsing.ts';
import { itemsOf, type Scopes, wholePath } from './template-paths.ts';

/**
 * Checks and compiles templates: at build time for ours, and on the server when staff save one. Documents themselves are
 * made from the compiled form, with the small Handlebars runtime.
 */

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

function literal(value: string, loc: hbs.AST.SourceLocation): hbs.AST.StringLiteral {
  return { type: 'StringLiteral', value, original: value, loc };
}

function refuseUnknown(name: string, names: readonly string[], { start }: hbs.AST.SourceLocation): void {
  if (!names.includes(name)) throw new TemplateError(`« ${name} » n’existe pas`, start);
}

/**
 * Refuses what is not on the list, and gives every printed value to `slot`, so that it enters after Markdown is read: with its whole path, and
 * the name of its format, so that what fails says which field and where.
 */
class SlotVisitor extends Handlebars.Visitor {
  private scopes: Scopes = [''];
  private readonly repeated = new Map<hbs.AST.Program, string>();

  override accept(node: hbs.AST.Node | undefined): void {
    if (!node) return;
    if (!allowedNodes.has(node.type)) {
      throw new TemplateError(`« ${node.type} » n’est pas permis dans un modèle`, node.loc.start);
    }
    super.accept(node);
  }

  override Program(program: hbs.AST.Program): void {
    const outside = this.scopes;
    const item = this.repeated.get(program);
    if (item !== undefined) this.scopes = [...outside, item];
    super.Program(program);
    this.scopes = outside;
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    super.MustacheStatement(statement);
    const { path, params, loc } = statement;
    if (!statement.escaped) throw new TemplateError('les triples accolades ne sont pas permises', loc.start);
    const formatted = params.length > 0;
    if (formatted) refuseUnknown(source(path), formattingNames, loc);
    const [value = path] = params;
    const label = literal(wholePath(this.scopes, value) ?? source(value), loc);
    const given = formatted ? params : [path];
    statement.path = pathTo('slot', loc);
    statement.params = [label, literal(formatted ? source(path) : '', loc), ...given];
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    refuseUnknown(source(expression.path), formattingNames, expression.loc);
    super.SubExpression(expression);
  }

  override BlockStatement(statement: hbs.AST.BlockStatement): void {
    const block = source(statement.path);
    refuseUnknown(block, blocks, statement.loc);
    const [list] = statement.params;
    if (block === 'each' && list && statement.program) {
      this.repeated.set(statement.program, itemsOf(this.scopes, list));
    }
    super.BlockStatement(statement);
  }
}

/** How our templates are compiled: a name that is no helper is a field, and a field that is missing is an error. */
export const compiling = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(known.map((name) => [name, true])),
} as const;

/** Template source → its checked program, to compile. Throws {@link TemplateError} with the line and a French reason. */
export function checkedProgram(template: string): hbs.AST.Program {
  if (/[\uE000-\uF8FF\u{F0000}-\u{10FFFF}]/u.test(template)) {
    throw new TemplateError('le modèle contient un caractère à usage privé, réservé aux valeurs');
  }
  const program = parsedTemplate(template);
  new SlotVisitor().accept(program);
  return program;
}

/** Template source → JavaScript of its compiled form: at build time, for ours. */
export function compileTemplate(template: string): string {
  return String(Handlebars.precompile(checkedProgram(template), compiling));
}
