import { MAX_INPUT } from './read-input.ts';

const NEWLINE = 10;

/**
 * Cuts a stream of bytes at line feeds, line by line as they arrive. `node:readline` is not used because
 * it also cuts at U+2028, which JSON allows inside a string. A line over MAX_INPUT bytes comes out as
 * `null`, so that an endless line cannot fill the memory.
 */
export async function* lines(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = [];
  let size = 0;
  const flush = (): Buffer | null => {
    const line = size > MAX_INPUT ? null : Buffer.concat(parts);
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to !== -1; to = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, to));
      yield flush();
      from = to + 1;
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield flush();

  function add(part: Buffer): void {
    size += part.length;
    if (size <= MAX_INPUT) parts.push(part);
    else parts = [];
  }
}
