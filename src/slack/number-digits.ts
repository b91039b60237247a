/** What may stand in an id that Slack keeps for us: 64 signs, six bits each. Their order is permanent. */
export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Five bits a digit, the lowest first; the sixth says that more follow. */
export function numberDigits(number: number): string {
  const low = number % 32;
  const rest = Math.floor(number / 32);
  return rest === 0 ? (DIGITS[low] ?? '') : `${DIGITS[low + 32]}${numberDigits(rest)}`;
}

/** The numbers of digits that were joined; a last one that is cut off is dropped. */
export function readNumbers(digits: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let unit = 1;
  for (const digit of digits) {
    const value = DIGITS.indexOf(digit);
    number += (value % 32) * unit;
    unit *= 32;
    if (value >= 32) continue;
    numbers.push(number);
    number = 0;
    unit = 1;
  }
  return numbers;
}
