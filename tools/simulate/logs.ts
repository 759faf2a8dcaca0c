type Write = typeof process.stdout.write;

/** Keeps what this process writes out, the logs of the functions among it, instead of showing it. */
export function captureLogs(): { readonly lines: readonly string[]; readonly release: () => void } {
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
    release: () => {
      for (const [place, stream] of streams.entries()) stream.write = writes[place] ?? stream.write;
    },
  };
}
