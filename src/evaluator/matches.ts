/**
 * All matches of a global pattern. `matchAll` would build a new pattern for every call, which costs more than the
 * search in a short text. Throws TypeError for a pattern that is not global: it would find its first match for ever.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError('a pattern without the flag g has one match only');
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return matches;
}
