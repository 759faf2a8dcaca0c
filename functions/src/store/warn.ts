/**
 * How the store says a fault that no answer carries: something was damaged and healed, or left out. Handed in by the entrypoints, whose logger it is;
 * `details` hold no words of anybody's.
 */
export type Warn = (message: string, details: Readonly<Record<string, string | readonly string[]>>) => void;
