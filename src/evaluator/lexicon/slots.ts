/** Words that stand inside an open slot of a template: "[customer name]", "[Order number]". */
const SLOT_WORDS = [
  'names?|surname|salutation|greeting|initials|signature|handle|email|phone|address|contact|link|details',
  'dates?|time|days?|hours?|weeks?|amount|sum|price|number|ref|reference|order|invoice|product|item|service',
  'issue|reason|remedy|company|hotel|brand|property|venue|location|city|manager|agent|organi[sz]er',
  'guest|customer|client|patient|resident|parent|reviewer|recipient',
].flatMap((words) => words.split('|'));
const SLOT_WORD = `(?:${SLOT_WORDS.map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`).join('|')})`;

/** Tags of mark-up are no slots. */
const TAG = '(?:br|em|strong|div|span|html|body|head|code|pre|table|img|font|center|here|channel|everyone)';

/** `[...]`: in capitals, opening with a question word or an order to fill in, or naming a slot. A link's words are none. */
const SQUARE = String.raw`\[(?:[A-Z][A-Z /'&_:-]{1,40}|(?:what|which|when|who|whom|where|why|how|insert|add|fill|enter|delete|choose|option|your)\b[^\]\n]{0,80}|[^\]\n]{0,60}\b${SLOT_WORD}|[^\]\n/]{2,30}/[^\]\n/]{2,30}|[^\]\n]{2,80}\?)\](?!\()`;

/** `{{...}}`, `{name}`, `{#var#}`, `<name>`, `<<name>>`, `%NAME%`, `%1$s`. */
const MACHINE = String.raw`\{\{[^{}\n]{1,60}\}\}|\{[#%]?[\w .-]{2,40}[#%]?\}|<<?(?!/?${TAG}\b)[A-Za-z][A-Za-z_. ]{2,40}>>?|%[A-Z_]{3,30}%|%\d\$[sd]`;

/** Signs that stand for a value: "£___", "XX:XX", "DD/MM/YYYY", "between 00:00 and 00:00". */
const STAND_IN = String.raw`[£$€]\s?(?:_{2,}|[Xx]{1,5}\b|\.{3,})|(?<![\w_])_{3,}(?![\w_])|\b[X]{2}[:/.][X]{2}(?:[/.]X{2,4})?|\bDD[/.-]MM(?:[/.-]Y{2,4})?\b|\bHH:MM\b|\b00:00 (?:and|to|-) 00:00\b|(?<=\b(?:at|on|by|of|from|until|before|after|between|within|your|our|[Dd]ear|Mrs?|Ms|Dr|Hi|Hello|engineer|driver|order|code) )X{2,6}\b(?!\s?[\d*X-])`;

/** A value still to come, and what an editor leaves for later. */
const LATER = String.raw`\b[A-Z]{3,12}_(?:TBC|TBD|TBA|HERE)\b|(?<=\b(?:time|date|amount|by|since|at|on|from|until|before|is|are|be|price|name)[:,]? )(?:TBC|TBD|TBA)\b(?! (?:[A-Z]|bank))|\bTODO\b|\bFIXME\b|\b[Ll]orem ipsum\b|\b(?:INSERT|[Ii]nsert) (?:[\w']{1,15} ){1,4}(?:here|HERE)\b|\b(?:your|YOUR) (?:name|NAME) (?:here|HERE)\b|\((?:insert [^)\n]{1,40}|[\w' ]{0,20}\bnames?)\)`;

/** Every form of an open slot. Case counts: capitals are what tells "[AMOUNT]" from an aside. */
export const OPEN_SLOT = new RegExp(`${SQUARE}|${MACHINE}|${STAND_IN}|${LATER}`, 'g');
