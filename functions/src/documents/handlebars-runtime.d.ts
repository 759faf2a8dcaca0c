/** What compiled templates run on. The package declares this module empty, so its types are written here. */
declare module 'handlebars/runtime.js' {
  export type CompiledTemplate = (context: object) => string;

  interface Runtime {
    create(): Runtime;
    registerHelper(helpers: Readonly<Record<string, (...values: unknown[]) => string>>): void;
    template(specification: unknown): CompiledTemplate;
  }

  const runtime: Runtime;
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS
  export default runtime;
}
