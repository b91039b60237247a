import { expect, test } from 'vitest';
import { blocksToHtml } from '../../src/sandbox/blocks-to-html.ts';
import { digestMessage } from '../../src/slack/views/digest-message.ts';
import { SAMPLE_DIGEST } from '../support/sample-digest.ts';

test('a digest is drawn whole, its chart too', () => {
  const { blocks } = digestMessage(SAMPLE_DIGEST, {
    ...{ zone: 'Europe/Berlin', kind: 'scheduled', first: false, merged: false },
    ...{ lateSince: undefined, turnedOnBy: undefined, frequency: 'weekly' },
  });
  const html = blocksToHtml(blocks, { people: [], channel: { id: 'C1', name: 'support' } });
  expect(html).not.toContain('A block of the kind');
  expect(html).toMatch(/<svg[^>]*aria-label="Line chart: The most common faults, week by week/);
});
