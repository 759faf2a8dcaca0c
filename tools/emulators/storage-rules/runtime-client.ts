import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface RuntimeAnswer {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly permit: boolean | undefined;
}

/** A Firestore document as its REST API gives it; the key is the path after `/databases/(default)/documents/`. */
export type Documents = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const documentsRoot = '/databases/(default)/documents/';

/** Speaks to a Storage rules runtime as firebase-tools does, and plays Firestore for it: the tests' way in. */
export class RulesRuntimeClient {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number, (answer: RuntimeAnswer) => void>();
  private readonly documents: Documents;
  private lastId = -1;
  /** The paths asked of Firestore so far, in their order. */
  readonly fetched: string[] = [];
  readonly ready: Promise<RuntimeAnswer>;

  constructor(jar: string, documents: Documents) {
    this.documents = documents;
    this.process = spawn('java', ['-Duser.language=en', '-jar', jar, 'serve']);
    this.ready = new Promise((resolve) => this.waiting.set(-1, resolve));
    createInterface({ input: this.process.stdout }).on('line', (line) => this.receive(JSON.parse(line)));
  }

  load(rulesetName: string, content: string): Promise<RuntimeAnswer> {
    return this.ask('load_ruleset', { rulesetName, source: { files: [{ name: 'storage.rules', content }] } });
  }

  /** @param request the members of rules' `request`, as the runtime's typed values */
  verify(rulesetName: string, path: string, method: string, request: object = {}): Promise<RuntimeAnswer> {
    const variables = { resource: { null_value: null }, request: { map_value: { fields: request } } };
    return this.ask('verify', { rulesetName, service: 'firebase.storage', path, method, variables });
  }

  /** Closes its input, as a firebase-tools that is gone does, and resolves with its exit code. */
  end(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    this.process.stdin.end();
    return ended;
  }

  private ask(action: string, context: object): Promise<RuntimeAnswer> {
    this.lastId += 1;
    const id = this.lastId;
    const answered = new Promise<RuntimeAnswer>((resolve) => this.waiting.set(id, resolve));
    this.send({ id, action, context });
    return answered;
  }

  private send(message: object): void {
    this.process.stdin.write(`${JSON.stringify(message)}\n`);
  }

  private receive(message: Message): void {
    const id = message.id ?? message.server_request_id ?? -1;
    if (message.context === undefined) {
      const { errors = [], warnings = [], result } = message;
      this.waiting.get(id)?.({ errors, warnings, permit: result?.permit });
      this.waiting.delete(id);
    } else {
      this.fetched.push(message.context.path);
      this.send({ id, errors: [], warnings: [], ...this.document(message.context.path) });
    }
  }

  private document(path: string): object {
    const fields = this.documents[path.replace(documentsRoot, '')];
    return fields === undefined
      ? { status: 'not_found' }
      : { status: 'ok', result: { name: `projects/demo-rules${path}`, fields } };
  }
}

interface Message {
  readonly id?: number;
  readonly server_request_id?: number;
  readonly context?: { readonly path: string };
  readonly errors?: readonly string[];
  readonly warnings?: readonly string[];
  readonly result?: { readonly permit?: boolean };
}
