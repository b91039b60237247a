import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const manifest = z.looseObject({
  features: z.looseObject({
    shortcuts: z.array(z.looseObject({ name: z.string(), type: z.string(), callback_id: z.string() })),
    slash_commands: z.array(
      z.looseObject({ command: z.string(), description: z.string(), usage_hint: z.string() }),
    ),
  }),
});

/** What Slack's own screens take from the manifest: the names of shortcuts, and the command with its hint. */
export const APP_FEATURES = manifest.parse(
  parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8')),
).features;
