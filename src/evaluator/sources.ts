/** Evidence grade of the rubric: A field study or meta-analysis on customers, B laboratory, C practice. */
export type Grade = 'A' | 'B' | 'C';

interface Source {
  readonly grade: Grade;
  /** Who, when, what: enough to find the work. */
  readonly cite: string;
  /** What it found, in one plain sentence. */
  readonly finding: string;
}

const source = (grade: Grade, cite: string, finding: string): Source => ({ grade, cite, finding });

/** The works that rules cite. Only claims that were checked against a source stand here. */
export const SOURCES = {
  'seed-000': source(
    'C',
    'The Daily Grind, an article on apologising to customers',
    'Be specific, own the error, explain briefly, offer a solution and say how you will prevent it.',
  ),
  'seed-001': source(
    'C',
    'Mastering the Art of the Customer Apology, an article',
    'Say what went wrong, take responsibility, add a solution and follow up; avoid "if" and "but".',
  ),
  'seed-002': source(
    'C',
    'Seven steps to a customer apology, an article',
    'Listen, forget about excuses, thank the customer for raising it.',
  ),
  'seed-003': source(
    'C',
    'Save Your Customers, an article',
    'Apologise quickly and sincerely; do not promise what you cannot keep.',
  ),
  'seed-004': source(
    'C',
    'Apologize for Your Mistake, an article',
    'Apologise first, take responsibility rather than fight, then correct it.',
  ),
  'lewicki-2016': source(
    'B',
    'Lewicki, Polin & Lount 2016, Negotiation and Conflict Management Research 9(2)',
    'Of six parts of an apology, taking responsibility weighed most, then the offer of repair; asking for forgiveness weighed least.',
  ),
  'robbennolt-2003': source(
    'B',
    'Robbennolt 2003 on apologies and settlement',
    'Sympathy without ownership did worse than no apology where fault was clear.',
  ),
  'lee-chung-2012': source(
    'B',
    'Lee & Chung 2012',
    'Actively taking responsibility relieved anger more than passive wording did.',
  ),
  'kapes-2022': source(
    'B',
    'Kapeš et al. 2022, hotel review replies, N = 435',
    'Personal, empathic replies that confess raise trust; denial and excuses lower it.',
  ),
  'packard-berger-2021': source(
    'A',
    'Packard & Berger 2021, Journal of Consumer Research',
    'Concrete words raise satisfaction: they show that somebody listened.',
  ),
  'packard-2018': source(
    'A',
    'Packard, Moore & McFerran 2018, Journal of Marketing Research',
    'Agents who say "I" are seen as more caring and able to act.',
  ),
  'min-2015': source(
    'B',
    'Min, Lim & Magnini 2015, N = 176',
    'An empathy statement and a paraphrase of the complaint raise ratings of a reply.',
  ),
  'roschk-kaiser-2013': source(
    'A',
    'Roschk & Kaiser 2013, Marketing Letters',
    'How an apology is given matters: empathy first, then intensity, then timing.',
  ),
  'fehr-2007': source(
    'B',
    'Fehr 2007; Fehr & Gelfand 2010',
    'Compensation, concern and naming the broken norm each help on their own.',
  ),
  'shaw-2003': source(
    'B',
    'Shaw, Wild & Colquitt 2003, a meta-analysis of 54 samples',
    'Adequate explanations improve how fair people find a decision.',
  ),
  'halperin-2022': source(
    'A',
    'Halperin, Ho, List & Muir 2022, The Economic Journal 132',
    'With 1.5 million riders, money spoke louder than words, and repeated apologies or promises to do better could backfire.',
  ),
  'orsingher-2010': source(
    'A',
    'Orsingher, Valentini & de Angelis 2010, a meta-analysis of 60 studies',
    'The outcome drives satisfaction with complaint handling most, then how people were treated.',
  ),
  'schwab-2015': source(
    'A',
    'Schwab 2015, 523 real complaint exchanges',
    'Evidence that the problem is solved or about to be was the strongest correlate of satisfaction.',
  ),
  'davidow-2003': source(
    'C',
    'Davidow 2003, a review of about 50 papers',
    'Timeliness, facilitation, redress, apology, credibility and attentiveness each shape the response.',
  ),
  'frantz-2005': source(
    'B',
    'Frantz & Bennigson 2005',
    'An apology works better once the person has felt heard.',
  ),
  'you-2020': source(
    'A',
    'You et al. 2020, Journal of Marketing 84(2)',
    'Thanking customers does as well as thanking and apologising, and often better than sorry alone.',
  ),
  'youk-park-2023': source(
    'B',
    'Youk & Park 2023, n = 392',
    'An apology that points at a scapegoat is judged less fitting than one with compensation.',
  ),
  'fannes-claeys-2022': source('B', 'Fannes & Claeys 2022', 'Passive voice buys nothing in an apology.'),
  'decock-2020': source('A', 'Decock et al. 2020', 'Individual replies beat canned ones.'),
  'page-2014': source(
    'C',
    'Page 2014, Journal of Pragmatics 62, 1,183 company apologies',
    'Companies lean on formulas and often do not restate the problem.',
  ),
  'marinova-2018': source(
    'A',
    'Marinova, Singh & Singh 2018, 111 videos at airport desks',
    'Apologising past the first seconds lowered satisfaction; solving the problem raised it.',
  ),
  'gelbrich-roschk-2011': source(
    'A',
    'Gelbrich & Roschk 2011, a meta-analysis',
    'How people are treated counts most for lasting satisfaction.',
  ),
  lazare: source(
    'C',
    'Lazare 2004, On Apology',
    'Apologies fail where the act is vague, passive, conditional or made small.',
  ),
  sorrywatch: source(
    'C',
    'SorryWatch; McCarthy & Ingall 2023',
    'Say sorry, for what you did, without if, but or although.',
  ),
  'nhs-resolution': source(
    'C',
    'NHS Resolution, the leaflet Saying Sorry',
    'Rejects "sorry you feel"; gives "I am sorry that X happened".',
  ),
  'abeler-2010': source(
    'A',
    'Abeler et al. 2010, an auction-site experiment',
    'An apology moved more buyers than cash for withdrawing a rating.',
  ),
  trosborg: source(
    'C',
    'Trosborg 1995',
    'Minimising, blaming and attacking the complainer are ways of evading an apology.',
  ),
  'scher-darley-1997': source(
    'B',
    'Scher & Darley 1997',
    'The words of apology, responsibility, repair and a promise of change each help on their own.',
  ),
  practice: source(
    'C',
    'Template and status-page guides',
    'No message goes out with brackets in it; every update names the next one.',
  ),
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof SOURCES;
