/**
 * A refusal that the rules expect: a value, never an exception. `code` is stable (pages, tests and logs compare it); `message` is the French
 * sentence shown to the person: what happened, what was kept, what to do next.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly message: string;
}

export function refuse(code: string, message: string): Refusal {
  return { refused: true, code, message };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}
