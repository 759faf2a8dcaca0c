/** Projects of vitest (`vitest.config.ts`) that one worker runs, one file after the other. */
export interface Lane {
  readonly name: string;
  readonly projects: readonly string[];
  /** As of `os.setPriority`: lets whatever is more urgent go first. */
  readonly priority?: number;
}

/**
 * How all tests run; the lanes of a step at the same time. What shares the started suite waits for what its triggers do; what needs none, has its own, or
 * plays in a database of its own, works in the half of a core that this leaves, and gives way: people of the journeys must not wait for it. Rejected: a
 * second suite for every other file, which cost as much as it gave.
 */
export const steps: readonly (readonly Lane[])[] = [
  [
    { name: 'suite', projects: ['emulator', 'browser'] },
    { name: 'beside', projects: ['apart', 'unit'], priority: 5 },
  ],
  [{ name: 'last', projects: ['last', 'killed'] }],
];
