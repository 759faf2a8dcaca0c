/** Why a template can't be used, and where: said in French to whoever writes it. Without Handlebars, which only compiling loads. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly reason: string;
  readonly line: number | undefined;
  /** From 1, as `line`. */
  readonly column: number | undefined;

  constructor(reason: string, place?: { readonly line: number; readonly column?: number }) {
    super(place === undefined ? reason : `ligne ${place.line} : ${reason}`);
    this.reason = reason;
    this.line = place?.line;
    this.column = place?.column === undefined ? undefined : place.column + 1;
  }
}
