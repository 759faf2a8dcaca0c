/** Of WebAssembly, what a glance into a PDF uses: Node has it, but its types come with those of browsers only. */
// biome-ignore lint/style/noNamespace: it is one, and a global of Node
declare namespace WebAssembly {
  /** Compiled code, which is only handed on. */
  type Module = object;
  type Imports = Readonly<Record<string, object>>;
  type Exports = Readonly<Record<string, unknown>>;

  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Exports;
  }

  function compile(bytes: Uint8Array): Promise<Module>;
}
