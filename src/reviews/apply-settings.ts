import { withDefaults } from '../evaluator/context.ts';
import { parseDraft } from '../evaluator/draft.ts';
import { type Evaluation, rememberingEvaluate } from '../evaluator/evaluate.ts';
import type { Evidence, Span } from '../evaluator/evidence.ts';
import { profileOf } from '../evaluator/profile.ts';
import type { Advisory, Finding, Review, RuleWeights } from '../evaluator/review.ts';
import { rewriteDraft } from '../evaluator/rewrite/rewrite-draft.ts';
import { weightedRules } from '../evaluator/rule-weights.ts';
import { RULES } from '../evaluator/rules/index.ts';
import { scoreFindings } from '../evaluator/score.ts';
import type { ChannelSettings } from './channel-settings.ts';
import { placesOf } from './phrases.ts';
import type { ReviewRequest } from './ports.ts';

type Asked = Pick<ReviewRequest, 'draft' | 'context'>;

/**
 * The review as it holds in a channel: without the rules that are switched off there and the wordings of
 * the house, with each rule counted as it counts there, its score and suggestion made again, and with the words that want a legal review. Pure. A
 * review that none of it touches comes back as it is. (`not-authorised` comes from the evaluator, which
 * finds the channel's remedies in the context of the request.)
 */
export function applySettings(review: Review, settings: ChannelSettings, asked: Asked): Review {
  const findings = findingsIn(review.findings, settings, asked.draft);
  const weights = weightsIn(settings);
  const isTouched = findings !== review.findings || weights !== undefined;
  const judged = isTouched
    ? rejudged({ ...review, findings, ...(weights ? { weights } : {}) }, settings, asked)
    : review;
  const advisories = withLegalReview(review.advisories, settings, asked.draft);
  return advisories === review.advisories ? judged : { ...judged, advisories };
}

function rejudged(review: Review, settings: ChannelSettings, { draft, context }: Asked): Review {
  const profile = profileOf(parseDraft(draft), withDefaults(context));
  const { score, band } = scoreFindings(review.findings, profile, weightedRules(RULES, review.weights));
  if (review.rewrite === undefined) return { ...review, score, band };
  // The suggestion must neither mend nor ask for what does not count here, so it is made by the same rules.
  const evaluate = rememberingEvaluate();
  const read = (text: string, given: typeof context): Evaluation =>
    evaluationIn(evaluate(text, given), settings);
  return { ...review, score, band, rewrite: rewriteDraft(read(draft, context), read) };
}

function evaluationIn(evaluation: Evaluation, settings: ChannelSettings): Evaluation {
  const findings = findingsIn(evaluation.findings, settings, evaluation.draft.text);
  const weights = weightsIn(settings);
  if (findings === evaluation.findings && weights === undefined) return evaluation;
  const rules = weightedRules(RULES, weights);
  return { ...evaluation, findings, score: scoreFindings(findings, evaluation.profile, rules) };
}

/** `undefined` where every rule counts as usual. */
const weightsIn = ({ rulesDouble, rulesHalf }: ChannelSettings): RuleWeights | undefined =>
  rulesDouble.length + rulesHalf.length === 0 ? undefined : { double: rulesDouble, half: rulesHalf };

/** The same array when nothing in it changes. */
function findingsIn(
  findings: readonly Finding[],
  { rulesOff, housePhrases }: ChannelSettings,
  draft: string,
): readonly Finding[] {
  const off = new Set(rulesOff);
  const places = housePhrases.flatMap((phrase) => placesOf(phrase, draft));
  const changed = findings.map((finding) => {
    if (off.has(finding.rule)) return switchedOff(finding);
    return finding.kind === 'component' ? finding : withoutHousePhrases(finding, places);
  });
  return changed.some((finding, index) => finding !== findings[index]) ? changed : findings;
}

const switchedOff = (finding: Finding): Finding =>
  finding.status === 'na' ? finding : { ...finding, status: 'na', evidence: [] };

function withoutHousePhrases(finding: Finding, places: readonly Span[]): Finding {
  const left = finding.evidence.filter((words) => !isHousePhrase(words, places));
  if (left.length === finding.evidence.length) return finding;
  return left.length > 0 ? { ...finding, evidence: left } : { ...finding, status: 'absent', evidence: [] };
}

/** Evidence may take in a word or two beside the phrase, or a phrase its neighbours: most of it decides. */
const isHousePhrase = ({ start, end }: Evidence, places: readonly Span[]): boolean =>
  places.some((place) => Math.min(end, place.end) - Math.max(start, place.start) > (end - start) / 2);

/** The same array when nothing is to be added. */
function withLegalReview(
  advisories: readonly Advisory[],
  { legalWords, escalationContact }: ChannelSettings,
  draft: string,
): readonly Advisory[] {
  if (legalWords.length === 0 || advisories.some(({ flag }) => flag === 'legal-review')) return advisories;
  const { prose } = parseDraft(draft);
  const word = legalWords.find((listed) => placesOf(listed, prose).length > 0);
  if (word === undefined) return advisories;
  const reader = escalationContact || 'someone with authority';
  const message = `It mentions “${word}”: ask ${reader} to read it before it goes out.`;
  // That nothing could be judged stays first; a legal review comes before everything else.
  const [first, ...rest] = advisories;
  const added: Advisory = { flag: 'legal-review', message };
  return first?.flag === 'language' ? [first, added, ...rest] : [added, ...advisories];
}
