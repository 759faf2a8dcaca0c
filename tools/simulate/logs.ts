type Write = typeof process.stdout.write;

interface Captured {
  readonly lines: readonly string[];
  /** Says a line to whoever waits meanwhile. */
  readonly say: (line: string) => void;
  readonly release: () => void;
}

/** Keeps what this process writes out, the logs of the functions among it, instead of showing it. */
export function captureLogs(): Captured {
  const lines: string[] = [];
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  const keep: Write = (chunk: string | Uint8Array) => {
    lines.push(...String(chunk).split('\n'));
    return true;
  };
  for (const stream of streams) stream.write = keep;
  return {
    lines,
    say: (line) => writes[0]?.call(process.stdout, `${line}\n`),
    release: () => {
      for (const [place, stream] of streams.entries()) stream.write = writes[place] ?? stream.write;
    },
  };
}
