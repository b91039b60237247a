/** What patterns did while something ran. The same on every machine, however busy it is. */
export interface PatternWork {
  /** How often a pattern was started, anywhere. */
  starts: number;
  /** UTF-16 units that patterns went over: from where one began to the end of its match, or of the text. */
  characters: number;
}

/** Runs something and counts what patterns do in it; `test`, `match`, `replace` and `search` all come down to `exec`. */
export function countPatternWork(run: () => void): PatternWork {
  const work: PatternWork = { starts: 0, characters: 0 };
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (this: RegExp, text: string): RegExpExecArray | null {
    const from = this.global ? this.lastIndex : 0;
    const match = exec.call(this, text);
    // Only `split` makes such a pattern, and only because it must now ask this function at every place.
    if (this.sticky) return match;
    work.starts += 1;
    work.characters += (match ? match.index + match[0].length : String(text).length) - from;
    return match;
  };
  try {
    run();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return work;
}
